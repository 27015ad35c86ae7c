import { proxy, wrap } from 'comlink';
import type { SessionApi } from '../model/session/api';
import { remoteSession } from '../model/session/remote';

export interface SessionClient {
  api: SessionApi;
  /** Ends the worker, whatever it is doing. */
  close(): void;
}

/** Starts a worker with a session in it. */
export function openSession(): SessionClient {
  const worker = new Worker(new URL('./session-worker.ts', import.meta.url), { type: 'module' });
  const remote = wrap<SessionApi>(worker);
  const api = remoteSession((method, given) => {
    const call = remote[method] as (...given: unknown[]) => Promise<unknown>;
    // A function cannot cross: the worker gets a stand-in that calls it.
    return call(...given.map((value) => (typeof value === 'function' ? proxy(value) : value)));
  });
  return { api, close: () => worker.terminate() };
}
