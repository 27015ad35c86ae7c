import type { SessionApi } from '../../../model/session/api';
import { openSession } from '../../session-client';

/** The training worker, which can be replaced by a fresh one: with a lost GPU its session is lost, too. */
export interface SessionPort {
  /** Starts the worker when it is first asked for. */
  readonly api: SessionApi;
  /** Ends the worker, whatever it does; the next use starts another one. */
  restart(): void;
}

export function createSessionPort(): SessionPort {
  let session: ReturnType<typeof openSession> | null = null;
  return {
    get api() {
      session ??= openSession();
      return session;
    },
    restart() {
      session?.close();
      session = null;
    },
  };
}
