import { describe, expect, it } from 'vitest';
import type { SessionApi } from '../../../../src/model/session/api';
import { remoteSession } from '../../../../src/model/session/remote';
import { Session } from '../../../../src/model/session/session';
import { decodeWire, encodeWire, type WireCallback } from '../../../../src/model/session/wire';
import type { TrainingEvent } from '../../../../src/model/training/events';
import { smallConfig } from '../../../support/small-session';

/** A session on the CPU at the far end of a channel that carries wire messages both ways. */
function sessionOverWire(): SessionApi {
  const session = new Session();
  const callbacks: WireCallback[] = [];
  return remoteSession(async (method, given) => {
    const sent = encodeWire(given, (callback) => callbacks.push(callback) - 1);
    const received = decodeWire(sent, (callback) => (value) => {
      callbacks[callback]?.(decodeWire(encodeWire(value)));
    }) as unknown[];
    const invoke = session[method] as (...values: unknown[]) => Promise<unknown>;
    return decodeWire(encodeWire(await invoke.apply(session, received)));
  });
}

async function runWithPause(session: SessionApi) {
  await session.initialise('cpu', undefined);
  await session.generate(smallConfig, 3);
  const losses: number[] = [];
  const receive = (event: TrainingEvent): void => {
    if (event.type === 'steps') losses.push(...event.loss);
  };
  await session.train(smallConfig, receive, { steps: 7 });
  const { state } = await session.checkpoint();
  const progress = await session.restore({ config: smallConfig, state });
  const { reason } = await session.resume(receive);
  return { reason, progress, losses, weights: state.weights };
}

describe('a remote session', () => {
  it('trains, reports its losses and resumes from a checkpoint, as a local one does', async () => {
    // Awaiting it must not take it for a promise.
    const remote = await sessionOverWire();
    const [far, near] = [await runWithPause(remote), await runWithPause(new Session())];
    expect(far).toEqual(near);
    expect(far.losses).toHaveLength(12);
  });

  it('hands over what went wrong', async () => {
    await expect(sessionOverWire().modelInfo()).rejects.toThrow('There is no model yet');
  });
});
