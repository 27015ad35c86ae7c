import { type History, stepsDone } from '../state/history';

/** Number of steps over which the smooth line forgets. */
const memory = 20;

/** A value after a number of steps. */
export interface EpochValue {
  step: number;
  value: number;
}

/**
 * The mean of the values up to each position, older ones counting less and less. Values that are not finite are left
 * out.
 */
export function smoothed(values: ArrayLike<number>): Float64Array {
  const keep = Math.exp(-1 / memory);
  const result = new Float64Array(values.length);
  let sum = 0;
  let weight = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (Number.isFinite(value)) {
      sum = keep * sum + (1 - keep) * value;
      weight = keep * weight + (1 - keep);
    }
    result[i] = weight > 0 ? sum / weight : Number.NaN;
  }
  return result;
}

/** Epochs that the x axis spans: it grows rarely, and fits the epochs done when a run ends. */
export function shownEpochs(history: History): number {
  const { start, summary } = history;
  if (!start) return 1;
  const done = Math.max(1, Math.ceil(stepsDone(history) / start.stepsPerEpoch));
  if (summary && summary.reason !== 'stopped') return done;
  const roomy = [1, 2, 3, 4, 6, 8, 10, 14, 20, 30, 40, 50].find((epochs) => epochs >= done);
  return Math.min(start.epochs, roomy ?? 25 * Math.ceil(done / 25));
}

/** Top of the loss axis: above guessing, the smooth line and the validation, not above every single batch. */
export function lossTop(
  smooth: ArrayLike<number>,
  validation: readonly EpochValue[],
  guessing: number,
): number {
  let most = guessing * 1.2;
  for (let i = 0; i < smooth.length; i++) {
    if ((smooth[i] as number) > most) most = smooth[i] as number;
  }
  for (const { value } of validation) if (value > most && Number.isFinite(value)) most = value;
  return Math.ceil(most * 5) / 5;
}

/** Last step of each epoch on the axis, thinned out to about ten with round numbers. */
export function epochMarks(epochs: number, stepsPerEpoch: number): EpochValue[] {
  const every = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].find((step) => epochs / step <= 10) ?? 2000;
  const marks: EpochValue[] = [];
  for (let epoch = every; epoch <= epochs; epoch += every) {
    marks.push({ step: epoch * stepsPerEpoch, value: epoch });
  }
  return marks;
}
