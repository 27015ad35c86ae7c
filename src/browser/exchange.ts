import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Bytes handed to a socket at once, so that a large array waits in its own memory and not in a second one. */
const piece = 2 ** 22;

interface Parcels {
  /** For the page to fetch. */
  outgoing: readonly Uint8Array[];
  /** What the page has put, in its order. */
  incoming: { bytes: Uint8Array<ArrayBuffer>; filled: number }[];
}

/**
 * Bytes that cross between Node and a page that it serves, in memory. Node opens a slot for each exchange; the page gets
 * array N from `path + slot/N`, and puts its own there piece by piece, in order, with `?size=` of the whole. The path is a
 * secret: other programs of the computer can reach the server, too.
 */
export class Exchange {
  readonly path = `/exchange-${randomUUID()}/`;
  private readonly slots = new Map<string, Parcels>();
  private opened = 0;

  /** Opens a slot. @returns its name in the path. */
  open(outgoing: readonly Uint8Array[]): string {
    const slot = String(this.opened++);
    this.slots.set(slot, { outgoing, incoming: [] });
    return slot;
  }

  /** Closes a slot. @returns what the page has put there. */
  close(slot: string): Uint8Array<ArrayBuffer>[] {
    const parcels = this.slots.get(slot);
    this.slots.delete(slot);
    return parcels?.incoming.map(({ bytes }) => bytes) ?? [];
  }

  /** Answers a request. @returns false if it is for somebody else. */
  handle(request: IncomingMessage, response: ServerResponse): boolean {
    if (!request.url?.startsWith(this.path)) return false;
    const { pathname, searchParams } = new URL(request.url, 'http://127.0.0.1');
    const [slot = '', number = ''] = pathname.slice(this.path.length).split('/');
    const parcels = this.slots.get(slot);
    const work =
      parcels &&
      (request.method === 'PUT'
        ? receive(request, response, parcels, Number(number), Number(searchParams.get('size')))
        : send(response, parcels.outgoing[Number(number)]));
    if (!work) response.writeHead(404).end();
    else work.catch((error: Error) => response.destroy(error));
    return true;
  }
}

async function send(response: ServerResponse, bytes: Uint8Array = new Uint8Array()): Promise<void> {
  response.writeHead(200, { 'Content-Type': 'application/octet-stream', 'Content-Length': bytes.length });
  await pipeline(Readable.from(pieces(bytes)), response);
}

function* pieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += piece) yield bytes.subarray(start, start + piece);
}

async function receive(
  request: IncomingMessage,
  response: ServerResponse,
  { incoming }: Parcels,
  number: number,
  size: number,
): Promise<void> {
  incoming[number] ??= { bytes: new Uint8Array(size), filled: 0 };
  const parcel = incoming[number];
  for await (const chunk of request) {
    parcel.bytes.set(chunk as Uint8Array, parcel.filled);
    parcel.filled += (chunk as Uint8Array).length;
  }
  response.writeHead(204).end();
}
