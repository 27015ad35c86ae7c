/**
 * The page that the command line drives. `window.gatewave.call` takes a method of the session and its arguments in
 * wire text, and answers with a `HeadlessReply` in wire text. When an argument is a callback, the values it is called
 * with go to `window.gatewaveCallback`, which the driver exposes.
 */

import type { SessionMethod } from '../model/session/remote';
import { decodeWire, encodeWire } from '../model/session/wire';
import { type AttentionPlotSpec, drawAttentionPlot } from './attention-plot';
import { openSession } from './session-client';

export type HeadlessReply = { value?: unknown } | { error: { name: string; message: string } };

export interface HeadlessPort {
  call(method: SessionMethod, argumentsText: string): Promise<string>;
  /**
   * Shows one plot, in place of the previous one; takes an AttentionPlotSpec in wire text and returns the text of an
   * SVG file.
   */
  draw(specText: string): string;
}

declare global {
  interface Window {
    gatewave: HeadlessPort;
    /** Takes the number of a callback, and the value to call it with in wire text. */
    gatewaveCallback?: (callback: number, valueText: string) => void;
  }
}

const { api } = openSession();

async function call(method: SessionMethod, argumentsText: string): Promise<string> {
  let reply: HeadlessReply;
  try {
    const given = decodeWire(argumentsText, (callback) => (value) => {
      window.gatewaveCallback?.(callback, encodeWire(value));
    }) as unknown[];
    const invoke = api[method] as (...given: unknown[]) => Promise<unknown>;
    reply = { value: await invoke(...given) };
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    reply = { error: { name, message } };
  }
  return encodeWire(reply);
}

function draw(specText: string): string {
  const plot = drawAttentionPlot(decodeWire(specText) as AttentionPlotSpec);
  document.body.replaceChildren(plot);
  return new XMLSerializer().serializeToString(plot);
}

window.gatewave = { call, draw };
