import type { RunConfig } from '../../data/config';
import { classCounts, type Dataset } from '../../data/dataset';
import { RandomStream } from '../../random';
import { ModelError } from '../errors';
import { type ClassifierSizes, parameterCount, weightShapes } from '../network/classifier';
import type { SearchState } from './length-search';
import type { DataShape } from './run-plan';
import type { TrainerState } from './trainer-state';

/** A run as a plain value that structured clone can carry, to be resumed elsewhere or later. */
export interface Checkpoint {
  config: RunConfig;
  /** Of the run or, while its length is looked for, of the fold under way. */
  state: TrainerState;
  /** For a run whose length is or was looked for. */
  folds?: SearchState;
  /** Identifies the run's data; if absent, only sizes can be compared. */
  data?: DatasetFingerprint;
}

export interface DatasetFingerprint extends DataShape {
  /** A 32-bit hash of series and labels. */
  hash: number;
}

/** The run that a checkpoint is to be restored into. */
export interface CheckpointPlace {
  dataset: Dataset;
  sizes: ClassifierSizes;
  /** The most epochs of the run. */
  epochs: number;
  /** Series to train on. */
  trainCount: number;
  stepsPerEpoch: number;
}

/** Identifies a data set. */
export function fingerprint(dataset: Dataset): DatasetFingerprint {
  const { count, time, channels, classNames, series, labels, lengths } = dataset;
  const values = hashWords(labels, hashWords(series, 0x811c9dc5));
  const hash = lengths ? hashWords(lengths, values) : values;
  return { count, time, channels, classes: classNames.length, hash };
}

/** @throws ModelError that says why the run cannot be resumed from the checkpoint. */
export function refuseCheckpoint({ state, data }: Checkpoint, place: CheckpointPlace): void {
  const { dataset, trainCount } = place;
  if (data) refuseData(data, dataset);
  if (!state?.position || !state.weights || !state.moments || !state.numbers) {
    throw new ModelError('The checkpoint is incomplete: train again.');
  }
  const { order, starts } = state.position;
  if (!starts) throw new ModelError('The checkpoint is of an earlier version: train again.');
  if (order.length > 0 && order.length !== trainCount) {
    throw new ModelError(
      `The checkpoint belongs to a run that trains on ${order.length} series, but the current data have ${trainCount} to train on. ` +
        'Generate or load the data set of that run.',
    );
  }
  refuseWeights(state, place.sizes);
  refusePosition(state, place);
}

function refuseData(was: DatasetFingerprint, dataset: Dataset): void {
  const is = fingerprint(dataset);
  if (was.hash === is.hash && was.count === is.count && was.time === is.time) return;
  const describe = ({ count, time, channels, classes }: DatasetFingerprint): string =>
    `${count} series of ${time} steps with ${channels} values each, in ${classes} classes`;
  const same = describe(was) === describe(is);
  throw new ModelError(
    `The checkpoint belongs to a run on other data: ${describe(was)}, ${same ? 'but with other values.' : `not ${describe(is)}.`} ` +
      `The current classes have ${classCounts(dataset).join(' and ')} series. Generate or load the data set of that run.`,
  );
}

function refuseWeights({ weights, bestWeights, moments }: TrainerState, sizes: ClassifierSizes): void {
  for (const [name, shape] of weightShapes(sizes)) {
    const needed = shape.reduce((product, size) => product * size, 1);
    for (const values of bestWeights ? [weights, bestWeights] : [weights]) {
      const length = values.get(name)?.length ?? 0;
      if (length === needed) continue;
      throw new ModelError(
        `The checkpoint's weight '${name}' has ${length} numbers, but its configuration and these data need ${needed}.`,
      );
    }
  }
  const needed = parameterCount(sizes);
  for (const { length } of [moments.m, moments.v]) {
    if (length === needed) continue;
    throw new ModelError(
      `The checkpoint's optimizer has ${length} moments, but the model has ${needed} parameters.`,
    );
  }
}

function refusePosition({ position, numbers, random }: TrainerState, place: CheckpointPlace): void {
  const { step, epoch, globalStep, order, starts } = position;
  const { stepsPerEpoch, epochs, trainCount } = place;
  const fits =
    step <= stepsPerEpoch &&
    epoch <= epochs &&
    globalStep === epoch * stepsPerEpoch + step &&
    numbers.loss.length >= step &&
    (order.length === 0 || starts.length === stepsPerEpoch) &&
    starts.every((start, i) => start >= 0 && start < (starts[i + 1] ?? order.length)) &&
    order.every((index) => index >= 0 && index < trainCount);
  if (!fits) {
    throw new ModelError(
      `The checkpoint is at step ${globalStep}, step ${step} after ${epoch} epochs, where a run of ${epochs} ` +
        `epochs of ${stepsPerEpoch} steps never gets.`,
    );
  }
  try {
    RandomStream.from(random);
  } catch (error) {
    throw new ModelError(`The checkpoint is damaged. ${(error as Error).message}`);
  }
}

/** FNV-1a over 32-bit words. */
function hashWords({ buffer, byteOffset, length }: Float32Array | Int32Array, start: number): number {
  let hash = start;
  for (const word of new Uint32Array(buffer, byteOffset, length)) hash = Math.imul(hash ^ word, 0x01000193);
  return hash >>> 0;
}
