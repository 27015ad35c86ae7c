import type { Dataset } from './dataset';
import { generateHeartbeats } from './heartbeats';
import { generateVibration } from './vibration';

/** The generated data sets beside the sine waves, by the name of their task: a function of the number of series and the seed. */
export const generatedTasks = {
  heartbeats: generateHeartbeats,
  vibration: generateVibration,
} as const satisfies Record<string, (count: number, seed: number) => Dataset>;

export type GeneratedTask = keyof typeof generatedTasks;
