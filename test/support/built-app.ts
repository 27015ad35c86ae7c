import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { preview } from 'vite';
import type { PageServer } from '../../src/browser/page-server';

const root = resolve(import.meta.dirname, '../..');

/** The folder of the build that `serveBuild` serves, for tests that look at its files. */
export interface BuiltApp extends PageServer {
  folder: string;
}

/** Builds the command before tests run it side by side: it is built at its first start. */
export async function buildCommand(): Promise<void> {
  await promisify(execFile)(process.execPath, [resolve(root, 'bin/gatewave.mjs'), '--version']);
}

/** Builds the app as `npm run build` does, into a temporary folder, and serves it as `npm run preview` does. */
export async function serveBuild(): Promise<BuiltApp> {
  const folder = await mkdtemp(join(tmpdir(), 'gatewave-build-'));
  // In a process of its own, because this one's test environment would be built in.
  await promisify(execFile)(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'build', '--outDir', folder, '--emptyOutDir', '--logLevel', 'error'],
    { cwd: root, env: { ...process.env, NODE_ENV: 'production' } },
  );
  const server = await preview({
    configFile: resolve(root, 'vite.config.ts'),
    build: { outDir: folder },
    preview: { port: 0 },
    logLevel: 'error',
  });
  const url = server.resolvedUrls?.local[0];
  if (!url) throw new Error('Vite previews, but names no address.');
  return {
    url,
    folder,
    close: async () => {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
