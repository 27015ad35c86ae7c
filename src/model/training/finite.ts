import type { Recipe } from './recipes';
import type { StepNumbers } from './step-log';

/** Training went wrong in a way that the user can do something about. */
export class TrainingError extends Error {
  override name = 'TrainingError';
}

/**
 * @param last the steps' epoch and the step that the last of them is in it, both 1-based.
 * @throws TrainingError when a loss or a gradient is no longer a finite number.
 */
export function refuseInfinite(
  numbers: StepNumbers,
  last: { epoch: number; step: number },
  { learningRate, clipNorm }: Recipe,
): void {
  const bad = numbers.loss.findIndex((loss, i) => !Number.isFinite(loss + numbers.gradientNorm[i]!));
  if (bad < 0) return;
  throw new TrainingError(
    `In epoch ${last.epoch}, step ${last.step - numbers.loss.length + bad + 1}, the loss became ${numbers.loss[bad]} and ` +
      `the norm of its gradient ${numbers.gradientNorm[bad]}. Lower learning_rate (now ${learningRate})` +
      `${clipNorm > 0 ? '' : ', set clip_norm to 1'} or choose another scaling than "none".`,
  );
}
