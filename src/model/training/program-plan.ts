/** The programs of a run and the buffers that they need, to the byte, from sizes alone: nothing is allocated. */
import { type Bucket, batchShapes, bucketsByLength } from '../../data/batches';
import type { Dataset } from '../../data/dataset';
import { BYTES_PER_ELEMENT, type DeviceProfile } from '../../kernels/webgpu/plan';
import { sharedWork, uniformsBytes } from '../../kernels/webgpu/program/prepared';
import type { ClassifierSizes } from '../network/classifier';
import { type EvaluationBatch, evaluationBatches } from '../network/evaluation';
import { weightLayout } from '../network/forward';
import { groupsUnderWay, largestGroup } from './engine';
import {
  type BatchProgram,
  numbersBytes,
  type PartShape,
  trainingProgram,
  validationProgram,
} from './programs';
import type { Recipe } from './recipes';

/** A group's records are written at once if they are no larger than this together. */
const mostSlotBytes = 2 ** 24;

/** A part of the data, as programs see it. */
export type SeriesShape = Pick<Dataset, 'count' | 'time' | 'channels' | 'lengths'>;

export interface SeriesParts {
  /** As often as an epoch goes through them. */
  train: SeriesShape;
  validation: SeriesShape;
}

/** A batch of the training part. */
export interface PlannedStep {
  count: number;
  time: number;
  batch: BatchProgram;
}

/** A batch, and the program that computes it. */
export interface PlannedBatch extends EvaluationBatch {
  batch: BatchProgram;
}

export interface ProgramPlan {
  /** Of a training step, for each size of a batch, by `shapeKey`. */
  training: ReadonlyMap<string, PlannedStep>;
  /** The batches of the validation part. */
  validation: readonly PlannedBatch[];
  buffers: RunBuffers;
}

/** What the programs of a run share. */
export interface RunBuffers {
  /** Bytes of the buffers that programs bind, by name. */
  memory: ReadonlyMap<string, number>;
  /** Records that are written at once, at most, each as large as the buffer 'record'. */
  slots: number;
  /** Bytes of each of the buffers through which the numbers of a group of steps come back, and how many there are. */
  stepResults: { bytes: number; count: number };
  /** Bytes of the buffer through which those of the validation part do. */
  validationResults: number;
}

export const shapeKey = (batch: number, time: number): string => `${batch} × ${time}`;

/** @param buckets of the training part. */
export function planPrograms(
  sizes: ClassifierSizes,
  { batchSize, dropout, classWeight, noise }: Pick<Recipe, 'batchSize' | 'dropout' | 'classWeight' | 'noise'>,
  { train, validation }: SeriesParts,
  device: DeviceProfile,
  buckets: readonly Bucket[] = bucketsByLength(train),
): ProgramPlan {
  const features = { dropout: dropout > 0, weighted: classWeight === 'balanced' };
  const parts = {
    train: partShape(train, device, noise > 0),
    validation: partShape(validation, device, false),
  };
  const training = new Map(
    batchShapes(buckets, batchSize).map(({ count, length: time }) => {
      const shape = { batch: count, time, hasLengths: train.lengths !== undefined };
      const batch = trainingProgram(sizes, shape, features, parts.train, device);
      return [shapeKey(count, time), { count, time, batch }];
    }),
  );
  const validating = new Map<string, BatchProgram>();
  const batches = evaluationBatches(validation, sizes.units).map(({ indices, time }) => {
    const key = shapeKey(indices.length, time);
    const shape = { batch: indices.length, time, hasLengths: validation.lengths !== undefined };
    const batch = validating.get(key) ?? validationProgram(sizes, shape, parts.validation, device);
    validating.set(key, batch);
    return { indices, time, batch };
  });
  const all = [...[...training.values()].map(({ batch }) => batch), ...validating.values()];
  const record = Math.max(...all.map((each) => each.record.bytes));
  return {
    training,
    validation: batches,
    buffers: {
      memory: sharedMemory(sizes, all, record, parts),
      slots: Math.max(1, Math.min(largestGroup, Math.floor(mostSlotBytes / record))),
      stepResults: { bytes: largestGroup * numbersBytes, count: groupsUnderWay },
      validationResults: batches.length * numbersBytes,
    },
  };
}

/** The different programs of a plan. */
export function programsOf({ training, validation }: ProgramPlan): BatchProgram[] {
  return [...new Set([...training.values(), ...validation].map(({ batch }) => batch))];
}

/** Bytes of all buffers that running the plan makes. */
export function plannedBytes(plan: ProgramPlan): number {
  const { memory, slots, stepResults, validationResults } = plan.buffers;
  const sum = (sizes: Iterable<number>) => [...sizes].reduce((total, size) => total + size, 0);
  return (
    sum(memory.values()) +
    slots * memory.get('record')! +
    stepResults.count * stepResults.bytes +
    validationResults +
    sum(programsOf(plan).map(({ program }) => uniformsBytes(program)))
  );
}

function sharedMemory(
  sizes: ClassifierSizes,
  programs: readonly BatchProgram[],
  record: number,
  parts: { train: PartShape; validation: PartShape },
): Map<string, number> {
  const flat = weightLayout(sizes).total * BYTES_PER_ELEMENT;
  const buffers = new Map([
    ['parameters', flat],
    ['gradients', flat],
    ['m', flat],
    ['v', flat],
    ['numbers', numbersBytes],
    ['record', record],
    ['zeros', Math.max(...programs.map(({ zeros }) => zeros))],
    ...sharedWork(programs.map(({ program }) => program)),
  ]);
  if (parts.train.stride !== null) buffers.set('training series', parts.train.bytes);
  if (parts.validation.stride !== null) buffers.set('validation series', parts.validation.bytes);
  return buffers;
}

/** The series lie on the device, unless they are changed by the host or are too many. */
function partShape(
  { count, time, channels }: SeriesShape,
  device: DeviceProfile,
  isChanged: boolean,
): PartShape {
  const stride = time * channels;
  const bytes = count * stride * BYTES_PER_ELEMENT;
  const fits = bytes <= Math.min(device.maxStorageBufferBindingSize, device.maxBufferSize);
  return { stride: fits && !isChanged ? stride : null, bytes };
}
