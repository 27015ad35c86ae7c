import type { RunConfig } from '../../src/data/config';
import { defaultSineConfig } from '../../src/data/sine-config';
import { Session } from '../../src/model/session/session';

/** A run that takes a moment on the CPU. */
export const smallConfig: RunConfig = {
  ...defaultSineConfig,
  num_points: 20,
  dataset_size: 60,
  units: 4,
  attention_units: 5,
  batch_size: 8,
  epochs: 2,
  seed: 3,
};

/** A session on the CPU, with the run's series. */
export async function openSmallSession(config = smallConfig): Promise<Session> {
  const session = new Session();
  await session.initialise('cpu');
  await session.generate(config, 3);
  return session;
}
