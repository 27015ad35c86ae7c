#!/usr/bin/env node
import { existsSync } from 'node:fs';

// In a checkout the sources may be newer than what was built of them; the package has no sources.
const builder = new URL('../build/ensure-command.mjs', import.meta.url);
if (existsSync(builder)) (await import(builder.href)).ensureCommand();
await import('../dist/cli/main.js');
