import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';

export interface PageServer {
  /** Ends with a slash. */
  url: string;
  close(): Promise<void>;
}

/**
 * Serves a folder of built pages to a browser of our own: 127.0.0.1, a free port.
 * @param handle answers requests of another kind, or returns false.
 */
export async function servePages(
  folder: string,
  handle: (request: IncomingMessage, response: ServerResponse) => boolean = () => false,
): Promise<PageServer> {
  const files = sirv(folder, { dev: true, setHeaders: isolate });
  const server = createServer((request, response) => {
    if (handle(request, response)) return;
    files(request, response, () => void response.writeHead(404).end());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** A page that sends these may use SharedArrayBuffer. */
function isolate(response: ServerResponse): void {
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
}
