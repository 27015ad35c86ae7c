/**
 * Occlusion: how an answer changes when a stretch of the series is hidden (Zeiler and Fergus, 2014). It needs nothing of
 * the model but its answers, so it works with any predictor and shares no assumption with attention.
 */
import { type Dataset, lengthsOf } from '../../data/dataset';
import { indexOfLargest } from '../../data/largest';
import { seriesOf } from '../../data/preparation/statistics';
import { type Fill, hideStretch } from './fill';
import { occlusionWindows, type Stretch, type WindowOptions } from './windows';

/** Series of one shape: a data set is one, and so is a single series with `count: 1`. */
export type SeriesBatch = Pick<Dataset, 'count' | 'time' | 'channels' | 'series' | 'lengths'>;

/**
 * A predictor: [count, outputs] of the series, before sigmoid or softmax. One output for two classes (the logit of class
 * 1), else one for each class.
 */
export type LogitsOf = (batch: SeriesBatch) => Promise<Float32Array> | Float32Array;

export interface OcclusionOptions extends WindowOptions {
  /** What stands in for what is hidden; default 'continue'. */
  fill?: Fill;
}

export interface HiddenStretch extends Stretch {
  /** How far the log-odds of the answer fall with the stretch hidden; negative where they rise. */
  fall: number;
  /** Probability of the answer with the stretch hidden. */
  probability: number;
}

/** What hiding each stretch of one series does to the answer given for the whole one. */
export interface Occlusion {
  /** Index of the class that was answered, and its probability. */
  answer: number;
  probability: number;
  hidden: HiddenStretch[];
  /**
   * `[steps]`: mean `fall` of the stretches that a step is in. Log-odds, because a probability near 1 hardly moves until
   * most of the evidence is gone: hiding either of two sufficient stretches takes 99.99 % to 99.9 %.
   */
  effect: Float32Array;
}

export const defaultFill: Fill = 'continue';

/** Values that a predictor gets at once: what bounds the memory of the variants. */
const mostValues = 2 ** 22;
/** Rows come in multiples of an evaluation's largest batch, where as many fit, so that few shapes of batches occur. */
const evenRows = 256;

/**
 * Hides every stretch of every series, one at a time, in all channels.
 * @param batch series as the predictor takes them; padding behind a shorter one is left as it is.
 * @returns one for each series. It costs {@link occlusionPasses} forward passes.
 * @throws RangeError when `width` or `stride` is out of range, or the predictor returns another number of logits.
 */
export async function occlude(
  batch: SeriesBatch,
  logitsOf: LogitsOf,
  { fill = defaultFill, ...sizes }: OcclusionOptions = {},
): Promise<Occlusion[]> {
  const steps = Array.from(lengthsOf(batch));
  const windows = steps.map((length) => occlusionWindows(length, sizes));
  const variants = windows.flatMap((stretches, row) => [
    { row, stretch: null },
    ...stretches.map((stretch) => ({ row, stretch })),
  ]);
  const logits = await logitsOfVariants(batch, variants, fill, logitsOf);
  const outputs = logits.length / variants.length;
  let position = 0;
  const next = () => logits.subarray(position * outputs, ++position * outputs);
  return windows.map((stretches, row) => {
    const whole = next();
    const answer = answerOf(whole);
    const odds = logOdds(whole, answer);
    const hidden = stretches.map((stretch) => {
      const without = logOdds(next(), answer);
      return { ...stretch, fall: odds - without, probability: sigmoid(without) };
    });
    return { answer, probability: sigmoid(odds), hidden, effect: effectOf(hidden, steps[row] as number) };
  });
}

/** Forward passes that occlusion takes: for each series one, and one for each of its stretches. */
export function occlusionPasses(
  batch: Pick<SeriesBatch, 'count' | 'time' | 'lengths'>,
  sizes: WindowOptions = {},
): number {
  return lengthsOf(batch).reduce((passes, length) => passes + 1 + occlusionWindows(length, sizes).length, 0);
}

interface Variant {
  row: number;
  /** What is hidden; null: nothing. */
  stretch: Stretch | null;
}

async function logitsOfVariants(
  batch: SeriesBatch,
  variants: readonly Variant[],
  fill: Fill,
  logitsOf: LogitsOf,
): Promise<Float32Array> {
  const fitting = Math.max(1, Math.floor(mostValues / (batch.time * batch.channels)));
  const rows = fitting > evenRows ? fitting - (fitting % evenRows) : fitting;
  const parts: Float32Array[] = [];
  for (let start = 0; start < variants.length; start += rows) {
    const some = variants.slice(start, start + rows);
    const logits = await logitsOf(makeVariants(batch, some, fill));
    const outputs = logits.length / some.length;
    if (!Number.isInteger(outputs) || outputs < 1) {
      throw new RangeError(`The predictor returned ${logits.length} logits for ${some.length} series.`);
    }
    parts.push(logits);
  }
  const all = new Float32Array(parts.reduce((total, { length }) => total + length, 0));
  let end = 0;
  for (const part of parts) {
    all.set(part, end);
    end += part.length;
  }
  return all;
}

function makeVariants(batch: SeriesBatch, variants: readonly Variant[], fill: Fill): SeriesBatch {
  const { time, channels, lengths } = batch;
  const size = time * channels;
  const series = new Float32Array(variants.length * size);
  variants.forEach(({ row, stretch }, i) => {
    const original = seriesOf(batch, row);
    const values = series.subarray(i * size, (i + 1) * size);
    values.set(original);
    if (stretch) hideStretch(values, original, channels, stretch, fill);
  });
  return {
    count: variants.length,
    time,
    channels,
    series,
    ...(lengths && { lengths: Int32Array.from(variants, ({ row }) => lengths[row] as number) }),
  };
}

/** [steps]: the mean fall of the stretches that each step is in. */
function effectOf(hidden: readonly HiddenStretch[], steps: number): Float32Array {
  const sums = new Float64Array(steps);
  const counts = new Uint32Array(steps);
  for (const { start, end, fall } of hidden) {
    for (let step = start; step < end; step++) {
      sums[step] = (sums[step] as number) + fall;
      counts[step] = (counts[step] as number) + 1;
    }
  }
  return Float32Array.from(sums, (sum, step) => sum / (counts[step] as number));
}

/** Class 1 of two where its logit is above 0, else the class of the highest logit, the first of several. */
function answerOf(logits: Float32Array): number {
  if (logits.length === 1) return (logits[0] as number) > 0 ? 1 : 0;
  return indexOfLargest(logits);
}

/** log(p / (1 − p)) of a class: exact where p rounds to 1. */
function logOdds(logits: Float32Array, k: number): number {
  if (logits.length === 1) return k === 1 ? (logits[0] as number) : -(logits[0] as number);
  const others = Array.from(logits).filter((_, i) => i !== k);
  const largest = Math.max(...others);
  const sum = others.reduce((total, z) => total + Math.exp(z - largest), 0);
  return (logits[k] as number) - largest - Math.log(sum);
}

function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}
