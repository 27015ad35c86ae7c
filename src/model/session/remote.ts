import type { SessionApi } from './api';

export type SessionMethod = keyof SessionApi;

/**
 * A session at the other end of a channel: every method of `SessionApi` becomes a call of `send`, so that the methods are
 * listed in the interface and the class only.
 */
export function remoteSession(
  send: (method: SessionMethod, given: unknown[]) => Promise<unknown>,
): SessionApi {
  return new Proxy({} as SessionApi, {
    get(_target, name) {
      // A promise that resolves to the session looks for these, to see whether it is a promise itself.
      if (name === 'then' || typeof name === 'symbol') return undefined;
      return (...given: unknown[]) => send(name as SessionMethod, given);
    },
  });
}
