/** Serves the app for development, and opens it if there is a display. */
import { resolve } from 'node:path';
import { createServer } from 'vite';
import { plainPath } from '../build/plain-path.mjs';

const root = plainPath(resolve(import.meta.dirname, '..'));
const server = await createServer({ root, resolve: { preserveSymlinks: true } });
await server.listen();
server.printUrls();
const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
if (hasDisplay && !process.env.CI) server.openBrowser();
else console.log('  No display here: open the address in a browser with WebGPU.');
