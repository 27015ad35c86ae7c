/**
 * The page that the command line drives. `window.gatewave.call` takes a method of SessionApi and its arguments in wire
 * text, and answers with a `HeadlessReply` in wire text; the events of `train` go to `window.gatewaveEvent`, which the
 * driver exposes.
 */
import type { SessionApi } from '../model/api';
import type { TrainingEvent } from '../model/events';
import { decodeWire, encodeWire } from '../model/wire';
import { openSession } from './session-worker';

export type HeadlessReply = { value: unknown } | { error: { name: string; message: string } };

export interface HeadlessPort {
  call(method: keyof SessionApi, argumentsText: string): Promise<string>;
}

declare global {
  interface Window {
    gatewave: HeadlessPort;
    /** Takes one TrainingEvent in wire text. */
    gatewaveEvent?: (text: string) => void;
  }
}

const session = openSession();

function tell(event: TrainingEvent): void {
  window.gatewaveEvent?.(encodeWire(event));
}

async function call(method: keyof SessionApi, argumentsText: string): Promise<string> {
  let reply: HeadlessReply;
  try {
    const given = decodeWire(argumentsText) as unknown[];
    const invoke = session[method] as (...values: unknown[]) => Promise<unknown>;
    const value = await (method === 'train' ? session.train(given[0] as never, tell) : invoke(...given));
    reply = { value };
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    reply = { error: { name, message } };
  }
  return encodeWire(reply);
}

window.gatewave = { call };
