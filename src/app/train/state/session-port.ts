import type { SessionApi } from '../../../model/session/api';
import { openSession, type SessionClient } from '../../session-client';

/** The training worker, which can be replaced by a fresh one: with a lost GPU its session is lost, too. */
export interface SessionPort {
  /** Starts the worker when it is first asked for. */
  readonly api: SessionApi;
  /** Ends the worker, whatever it is doing; the next use starts another one. */
  restart(): void;
}

export function createSessionPort(): SessionPort {
  let client: SessionClient | null = null;
  return {
    get api() {
      client ??= openSession();
      return client.api;
    },
    restart() {
      client?.close();
      client = null;
    },
  };
}
