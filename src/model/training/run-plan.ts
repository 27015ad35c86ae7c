/** What a training run needs from a device, computed from its sizes: nothing is allocated and no GPU is touched. */

import { bucketsByLength } from '../../data/batches';
import { attentionBackward } from '../../kernels/attention/tunable';
import { denseGradientInputs, denseGradientPlan, denseInputs, densePlan } from '../../kernels/dense/plan';
import { crossEntropyInputs, crossEntropyPlan } from '../../kernels/loss/webgpu';
import { lstmCell } from '../../kernels/lstm/cell';
import { adamInputs, adamPlan } from '../../kernels/optimizer/webgpu';
import { backwardOp } from '../../kernels/recurrent/tunable';
import { inputsOf, planOf, type TunableOp, variantOf } from '../../kernels/webgpu/choices';
import {
  assertPlanFits,
  BYTES_PER_ELEMENT,
  type DeviceProfile,
  type InputSpec,
  type Plan,
  sizeOf,
} from '../../kernels/webgpu/plan';
import { dispatchCount } from '../../kernels/webgpu/program/program';
import { type ClassifierSizes, logitCount, parameterCount, weightShapes } from '../network/classifier';
import { evaluationBatchSize } from '../network/evaluation';
import { type BatchShape, forwardOps, opShapes } from '../network/forward';
import { plannedBytes, planPrograms, programsOf, type SeriesParts, type SeriesShape } from './program-plan';
import { type BatchProgram, type PartShape, trainingProgram } from './programs';
import { passesPerEpoch, type Recipe } from './recipes';

/** What a run's memory and dispatches depend on, besides its configuration. */
export interface DataShape {
  /** Series in all. */
  count: number;
  time: number;
  channels: number;
  classes: number;
  /** `[count]`: valid steps of each series; absent: all have `time`. */
  lengths?: Int32Array;
}

/** Device memory that a training run would need, known before anything is allocated. */
export interface MemoryPlan {
  /** All buffers of the run together. */
  bytes: number;
  /** The largest single buffer, and what it holds. */
  largestBuffer: number;
  largestBufferName: string;
  /** Trainable parameters of the model. */
  parameters: number;
  /** Null where the backend has no dispatches. */
  dispatchesPerStep: number | null;
  fits: boolean;
  /** One sentence with the sizes; where it doesn't fit, what to make smaller. */
  message: string;
}

/** The data of a run, or of its series of one length. */
export interface RunShape {
  /** Series in all. */
  count: number;
  /** Series of a training batch. */
  batch: number;
  time: number;
  /** Whether a batch has series of several lengths. */
  hasLengths?: boolean;
  /** Whether the recipe has dropout, and weights of the classes. */
  dropout?: boolean;
  weighted?: boolean;
  /** Whether the host changes the series of each batch, as by noise, and so writes them. */
  changed?: boolean;
}

/** The parts that a data set will be split into, about, in the article's tenths: a run's own are known once it is split. */
export function assumedParts({ count, time, channels, lengths }: DataShape): SeriesParts {
  const part = (first: number, last: number): SeriesShape => {
    const isOf = (i: number) => count < 10 || (i % 10 >= first && i % 10 <= last);
    const members = Array.from({ length: count }, (_, i) => i).filter(isOf);
    const own = lengths && Int32Array.from(members, (i) => lengths[i]!);
    return { count: members.length, time, channels, ...(own && { lengths: own }) };
  };
  return { train: part(1, 7), validation: part(0, 0) };
}

/** The training part as often as an epoch goes through it. */
export function repeatedShape(train: SeriesShape, recipe: Pick<Recipe, 'steps' | 'batchSize'>): SeriesShape {
  const passes = passesPerEpoch(recipe, train.count);
  const { count, lengths } = train;
  const repeated = lengths && Int32Array.from({ length: passes * count }, (_, i) => lengths[i % count]!);
  return { ...train, count: passes * count, ...(repeated && { lengths: repeated }) };
}

/** What a training step depends on. */
type StepShape = Omit<RunShape, 'count'>;

/** The shapes of a run's batches, one for each bucket of series of about one length, and the one that takes most memory first. */
export function runShapes(
  data: Pick<DataShape, 'count' | 'time' | 'lengths'>,
  recipe: Pick<Recipe, 'steps' | 'batchSize' | 'dropout' | 'classWeight' | 'noise'>,
): [RunShape, ...RunShape[]] {
  const { batchSize, dropout, classWeight, noise } = recipe;
  const passes = passesPerEpoch(recipe, data.count);
  const shapes = bucketsByLength(data).map(({ length, series }) => ({
    count: series.length,
    batch: Math.min(batchSize, passes * series.length),
    time: length,
    hasLengths: data.lengths !== undefined,
    dropout: dropout > 0,
    weighted: classWeight !== 'none',
    changed: noise > 0,
  }));
  return shapes.sort((a, b) => b.batch * b.time - a.batch * a.time) as [RunShape, ...RunShape[]];
}

/** A plan and what it reads. */
export interface PlannedOp {
  plan: Plan;
  inputs: InputSpec[];
}

/** What a training step runs, in its order, each op by itself: for measurements and predictions. */
export function trainingStepOps(
  sizes: ClassifierSizes,
  shape: BatchShape,
  device: DeviceProfile,
): PlannedOp[] {
  const { batch } = shape;
  const [lstm, attention, attentionGradient, lstmGradient] = trainingOps(sizes, shape);
  const planned = (op: TunableOp): PlannedOp => ({ plan: planOf(op, device), inputs: inputsOf(op, device) });
  const logits = logitCount(sizes.classes);
  const shapes = [...weightShapes(sizes).values()];
  const settings = { learningRate: 0, beta1: 0, beta2: 0, epsilon: 1, step: 1, clipNorm: 0 };
  const dense = { rows: batch, features: 2 * sizes.units, columns: logits, dropout: false };
  return [
    planned(lstm),
    planned(attention),
    { plan: densePlan(dense), inputs: denseInputs(dense) },
    { plan: crossEntropyPlan(batch, logits), inputs: crossEntropyInputs(batch, logits) },
    { plan: denseGradientPlan(dense), inputs: denseGradientInputs(dense) },
    planned(attentionGradient),
    planned(lstmGradient),
    { plan: adamPlan(shapes, settings), inputs: adamInputs(shapes) },
  ];
}

/** The ops of a run that have variants: those of a training step, then those of an evaluation. */
export function tunableOps(sizes: ClassifierSizes, shape: RunShape): TunableOp[] {
  return [...trainingOps(sizes, shape), ...evaluationOps(sizes, shape)];
}

/** The variants that a run uses, by op. */
export function variantsOf(
  sizes: ClassifierSizes,
  shape: RunShape,
  device: DeviceProfile,
): Record<string, string> {
  return Object.fromEntries(
    tunableOps(sizes, shape).map((op) => [op.name, variantOf(op, device)?.name ?? 'none']),
  );
}

/** GPU dispatches of a training step. */
export function dispatchesPerStep(sizes: ClassifierSizes, shape: StepShape, device: DeviceProfile): number {
  return dispatchCount(stepProgram(sizes, { ...shape, count: shape.batch }, device).program);
}

/**
 * @param parts with the training series as often as an epoch goes through them: `repeatedShape`.
 * @param counted whether the backend has dispatches to count.
 */
export function planRun(
  sizes: ClassifierSizes,
  recipe: Pick<Recipe, 'batchSize' | 'dropout' | 'classWeight' | 'noise'>,
  parts: SeriesParts,
  device: DeviceProfile,
  counted: boolean,
): MemoryPlan {
  const plan = planPrograms(sizes, recipe, parts, device);
  const largestStep = [...plan.training.values()].reduce((a, b) =>
    b.count * b.time > a.count * a.time ? b : a,
  );
  const parameters = parameterCount(sizes);
  // Besides, there are the model's weights and the best ones.
  const bytes = plannedBytes(plan) + 2 * BYTES_PER_ELEMENT * parameters;
  const plans = programsOf(plan).flatMap(({ program }) => program.plans);
  const largest = buffersOf(plans).reduce((a, b) => (b.bytes > a.bytes ? b : a));
  const problem = firstProblem(plans, device);
  const needs =
    `A batch of ${largestStep.count} series of ${largestStep.time} steps with ${sizes.units} units needs about ` +
    `${mebibytes(bytes)} on the device, ${mebibytes(largest.bytes)} of it in one buffer`;
  const most = Math.min(device.maxBufferSize, device.maxStorageBufferBindingSize);
  const tooLarge = `, where this device allows at most ${mebibytes(most)}. Use a smaller batch, fewer time steps or fewer units.`;
  return {
    bytes,
    largestBuffer: largest.bytes,
    largestBufferName: largest.name,
    parameters,
    dispatchesPerStep: counted ? dispatchCount(largestStep.batch.program) : null,
    fits: problem === null,
    message: `${needs}${largest.bytes > most ? tooLarge : ['.', problem].join(' ').trimEnd()}`,
  };
}

function stepProgram(sizes: ClassifierSizes, shape: RunShape, device: DeviceProfile): BatchProgram {
  const { dropout = false, weighted = false } = shape;
  return trainingProgram(sizes, shape, { dropout, weighted }, partOf(sizes, shape), device);
}

function partOf({ channels }: ClassifierSizes, { count, time, changed }: RunShape): PartShape {
  const stride = time * channels;
  return { stride: changed ? null : stride, bytes: count * stride * BYTES_PER_ELEMENT };
}

function trainingOps(sizes: ClassifierSizes, shape: BatchShape) {
  const { lstm, attention } = opShapes(sizes, shape);
  return [
    ...forwardOps(sizes, shape, true),
    attentionBackward(attention),
    backwardOp(lstmCell, lstm),
  ] as const;
}

function evaluationOps(sizes: ClassifierSizes, shape: RunShape): readonly TunableOp[] {
  const batch = Math.min(shape.count, evaluationBatchSize(shape.time, sizes.units));
  return forwardOps(sizes, { ...shape, batch }, false);
}

function buffersOf(plans: Plan[]): { name: string; bytes: number }[] {
  return plans.flatMap(({ name, outputs, scratch }) => [
    ...outputs.map((spec) => ({
      name: `${name}: ${spec.name}`,
      bytes: BYTES_PER_ELEMENT * sizeOf(spec.shape),
    })),
    ...scratch.map((spec) => ({ name: `${name}: ${spec.name}`, bytes: BYTES_PER_ELEMENT * spec.elements })),
  ]);
}

/** Why the device cannot run one of the plans; null when it can run all. */
function firstProblem(plans: Plan[], device: DeviceProfile): string | null {
  try {
    for (const plan of plans) assertPlanFits(plan, device);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

function mebibytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(1)} MiB`;
}
