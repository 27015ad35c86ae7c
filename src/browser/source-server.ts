import { resolve } from 'node:path';
import { createServer } from 'vite';
import { plainPath } from '../../build/plain-path.mjs';
import type { PageServer } from './page-server';

/** Serves the pages and modules of a checkout as they are in its sources: 127.0.0.1, a free port, no reloading. */
export async function serveSources(): Promise<PageServer> {
  const handlers = process.listeners('SIGTERM');
  const root = plainPath(resolve(import.meta.dirname, '../..'));
  const server = await createServer({
    root,
    configFile: resolve(root, 'vite.config.ts'),
    resolve: { preserveSymlinks: true },
    server: { port: 0, hmr: false, watch: null },
    logLevel: 'error',
    clearScreen: false,
  });
  await server.listen();
  // Vite would end the process on SIGTERM, even if there is work to save.
  for (const handler of process.listeners('SIGTERM')) {
    if (!handlers.includes(handler)) process.off('SIGTERM', handler);
  }
  const url = server.resolvedUrls?.local[0];
  if (!url) throw new Error('Vite listens, but names no address.');
  return { url, close: () => server.close() };
}
