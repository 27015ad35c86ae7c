/**
 * The page that the command line drives. `window.gatewave.call` takes a method of the session with its
 * arguments in wire text, and answers with a `HeadlessReply` in wire text. Typed arrays are fetched from the server that
 * the page came from, and put there. When an argument is a callback, the values it is called with go to
 * `window.gatewaveCallback`, which the driver exposes.
 */

import type { SessionMethod } from '../model/session/remote';
import { decodeWire, encodeWire } from '../model/session/wire';
import { fetchBytes, putBytes } from './exchange';
import { openSession } from './session-client';

export type HeadlessReply = { value?: unknown } | { error: { name: string; message: string } };

/** A message whose typed arrays wait elsewhere. */
export interface HeadlessText {
  text: string;
  /** Bytes of each typed array. */
  sizes: number[];
}

export interface HeadlessPort {
  /**
   * @param place address, ending with a slash, below which the arguments' arrays are got and the reply's are put, by number.
   */
  call(method: SessionMethod, given: HeadlessText, place: string): Promise<string>;
}

declare global {
  interface Window {
    gatewave: HeadlessPort;
    /** Takes the number of a callback, and the value to call it with in wire text. */
    gatewaveCallback?: (callback: number, valueText: string) => void;
  }
}

const { api } = openSession();

async function call(method: SessionMethod, { text, sizes }: HeadlessText, place: string): Promise<string> {
  let reply: HeadlessReply;
  try {
    const arrays: Uint8Array[] = [];
    for (const [number, size] of sizes.entries()) arrays.push(await fetchBytes(`${place}${number}`, size));
    const given = decodeWire(
      { text, arrays },
      (callback) => (value) => callBack(callback, value),
    ) as unknown[];
    const invoke = api[method] as (...given: unknown[]) => unknown;
    reply = { value: await invoke(...given) };
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    reply = { error: { name, message } };
  }
  const answer = encodeWire(reply);
  for (const [number, bytes] of answer.arrays.entries()) {
    await putBytes(`${place}${number}`, bytes as Uint8Array<ArrayBuffer>);
  }
  return answer.text;
}

/** Callbacks keep their order, which requests would not. */
function callBack(callback: number, value: unknown): void {
  const { text, arrays } = encodeWire(value);
  if (arrays.length > 0) throw new TypeError('A typed array cannot be sent to a callback.');
  window.gatewaveCallback?.(callback, text);
}

window.gatewave = { call };
