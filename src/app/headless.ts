/**
 * The page that the command line drives. `window.gatewave.call` takes a method of HeadlessSession and its arguments in wire
 * text, and answers with a `HeadlessReply` in wire text; the events of `train` go to `window.gatewaveEvent`, which the
 * driver exposes.
 */
import type { RunConfig } from '../data/config';
import type { SessionApi } from '../model/session/api';
import { decodeWire, encodeWire } from '../model/session/wire';
import type { TrainingEvent } from '../model/training/events';
import type { TrainingSummary } from '../model/training/training-run';
import { type AttentionPlotSpec, drawAttentionPlot } from './attention-plot';
import { openSession } from './session-client';

export type HeadlessReply = { value: unknown } | { error: { name: string; message: string } };

/** What the command line uses of a session: a run goes to its end at once, and nobody looks into the model. */
export type HeadlessSession = Omit<
  SessionApi,
  'train' | 'resume' | 'watched' | 'checkpoint' | 'restore' | 'split' | 'inspect'
> & {
  train(config: RunConfig, onEvent: (event: TrainingEvent) => void): Promise<TrainingSummary>;
};

export interface HeadlessPort {
  call(method: keyof HeadlessSession, argumentsText: string): Promise<string>;
  /** Shows one plot, in place of the last; takes an AttentionPlotSpec in wire text and returns the text of an SVG file. */
  draw(specText: string): string;
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

async function call(method: keyof HeadlessSession, argumentsText: string): Promise<string> {
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

function draw(specText: string): string {
  const plot = drawAttentionPlot(decodeWire(specText) as AttentionPlotSpec);
  document.body.replaceChildren(plot);
  return new XMLSerializer().serializeToString(plot);
}

window.gatewave = { call, draw };
