/** What a training run needs from a device, computed from its sizes: nothing is allocated and no GPU is touched. */

import { bucketsByLength } from '../../data/batches';
import { attentionBackward, attentionForward } from '../../kernels/attention/tunable';
import { crossEntropyInputs, crossEntropyPlan } from '../../kernels/loss/webgpu';
import { lstmCell } from '../../kernels/lstm/cell';
import { DEFAULT_ACTIVATIONS } from '../../kernels/names';
import { adamInputs, adamPlan } from '../../kernels/optimizer/webgpu';
import { backwardOp, forwardOp } from '../../kernels/recurrent/tunable';
import { inputsOf, planOf, type TunableOp, variantOf } from '../../kernels/webgpu/choices';
import {
  assertPlanFits,
  BYTES_PER_ELEMENT,
  countDispatches,
  type DeviceProfile,
  type InputSpec,
  type Plan,
  sizeOf,
} from '../../kernels/webgpu/plan';
import { type ClassifierSizes, logitCount, parameterCount, weightShapes } from '../network/classifier';
import { evaluationBatchSize } from '../network/evaluation';
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
  /** What tf.js dispatches in a step for the recipe's sake, besides `dispatchesOfTfjs`. */
  extraDispatches?: number;
}

/** The shapes of a run's batches, one for each bucket of series of about one length, and the one that takes most memory first. */
export function runShapes(
  data: Pick<DataShape, 'count' | 'time' | 'lengths'>,
  recipe: Pick<Recipe, 'steps' | 'batchSize' | 'dropout' | 'classWeight'>,
): [RunShape, ...RunShape[]] {
  const { batchSize, dropout, classWeight } = recipe;
  const passes = passesPerEpoch(recipe, data.count);
  // Dropout is a product and its gradient; class weights act on the gradient alone.
  const extraDispatches = (dropout > 0 ? 2 : 0) + (classWeight === 'none' ? 0 : 1);
  const shapes = bucketsByLength(data).map(({ length, series }) => ({
    count: series.length,
    batch: Math.min(batchSize, passes * series.length),
    time: length,
    hasLengths: data.lengths !== undefined,
    extraDispatches,
  }));
  return shapes.sort((a, b) => b.batch * b.time - a.batch * a.time) as [RunShape, ...RunShape[]];
}

/**
 * What tf.js itself dispatches in a training step: the dense layer's product with its bias; backwards that layer's
 * two products and, for the bias, a transposition and a sum; and the product of the loss's gradient with the incoming
 * one, which is 1.
 */
export const dispatchesOfTfjs = 6;

/** What the plans of a training step depend on. */
type StepShape = Pick<RunShape, 'batch' | 'time' | 'hasLengths' | 'extraDispatches'>;

/** A plan and what it reads. */
export interface PlannedOp {
  plan: Plan;
  inputs: InputSpec[];
}

/** What our ops run in a training step, in their order. */
export function trainingStepOps(
  sizes: ClassifierSizes,
  shape: StepShape,
  device: DeviceProfile,
): PlannedOp[] {
  const { batch } = shape;
  const [lstm, attention, attentionGradient, lstmGradient] = trainingOps(sizes, shape);
  const planned = (op: TunableOp): PlannedOp => ({ plan: planOf(op, device), inputs: inputsOf(op, device) });
  const logits = logitCount(sizes.classes);
  const shapes = [...weightShapes(sizes).values()];
  const settings = { learningRate: 0, beta1: 0, beta2: 0, epsilon: 1, step: 1, clipNorm: 0 };
  return [
    planned(lstm),
    planned(attention),
    { plan: crossEntropyPlan(batch, logits), inputs: crossEntropyInputs(batch, logits) },
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

/** All plans of a run, so that their pipelines can be compiled before it begins. */
export function runPlans(sizes: ClassifierSizes, shape: RunShape, device: DeviceProfile): Plan[] {
  return [...trainingStepPlans(sizes, shape, device), ...evaluationPlans(sizes, shape, device)];
}

/** The plans of a training step, in their order. */
export function trainingStepPlans(sizes: ClassifierSizes, shape: StepShape, device: DeviceProfile): Plan[] {
  return trainingStepOps(sizes, shape, device).map(({ plan }) => plan);
}

/** GPU dispatches of a training step, the optimizer's and tf.js's own included. */
export function dispatchesPerStep(sizes: ClassifierSizes, shape: StepShape, device: DeviceProfile): number {
  const plans = trainingStepPlans(sizes, shape, device);
  return plans.reduce(
    (sum, plan) => sum + countDispatches(plan),
    dispatchesOfTfjs + (shape.extraDispatches ?? 0),
  );
}

/** @param counted whether the backend has dispatches to count. */
export function planRun(
  sizes: ClassifierSizes,
  shape: RunShape,
  device: DeviceProfile,
  counted: boolean,
): MemoryPlan {
  const training = trainingStepPlans(sizes, shape, device);
  const evaluation = evaluationPlans(sizes, shape, device);
  const parameters = parameterCount(sizes);
  const series = shape.batch * shape.time * sizes.channels;
  // Between steps there are the weights, both moments and the best weights.
  const kept = BYTES_PER_ELEMENT * (4 * parameters + series);
  const bytes = kept + Math.max(totalBytes(training), totalBytes(evaluation));
  const largest = buffersOf([...training, ...evaluation]).reduce((a, b) => (b.bytes > a.bytes ? b : a));
  const problem = firstProblem([...training, ...evaluation], device);
  const needs =
    `A batch of ${shape.batch} series of ${shape.time} steps with ${sizes.units} units needs about ` +
    `${mebibytes(bytes)} on the device, ${mebibytes(largest.bytes)} of it in one buffer.`;
  return {
    bytes,
    largestBuffer: largest.bytes,
    largestBufferName: largest.name,
    parameters,
    dispatchesPerStep: counted ? dispatchesPerStep(sizes, shape, device) : null,
    fits: problem === null,
    message: problem === null ? needs : `${needs} ${problem}`,
  };
}

function evaluationPlans(sizes: ClassifierSizes, shape: RunShape, device: DeviceProfile): Plan[] {
  return evaluationOps(sizes, shape).map((op) => planOf(op, device));
}

function trainingOps(sizes: ClassifierSizes, shape: StepShape) {
  const { lstm, attention } = opShapes(sizes, shape);
  return [
    forwardOp(lstmCell, lstm, true),
    attentionForward(attention, true),
    attentionBackward(attention),
    backwardOp(lstmCell, lstm),
  ] as const;
}

function evaluationOps(sizes: ClassifierSizes, { count, time, hasLengths }: RunShape): TunableOp[] {
  const batch = Math.min(count, evaluationBatchSize(time, sizes.units));
  const { lstm, attention } = opShapes(sizes, { batch, time, ...(hasLengths && { hasLengths }) });
  return [forwardOp(lstmCell, lstm, false), attentionForward(attention, false)];
}

function opShapes(
  { channels, units, score, attentionUnits }: ClassifierSizes,
  { batch, time, hasLengths = false }: StepShape,
) {
  return {
    lstm: {
      directions: 2,
      goBackwards: false,
      ...DEFAULT_ACTIVATIONS,
      family: 'auto',
      batch,
      time,
      inputDim: channels,
      units,
      hasState: false,
      hasLengths,
      inputGradient: false,
    },
    attention: { batch, time, features: 2 * units, units: attentionUnits, score, hasLengths },
  } as const;
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

function totalBytes(plans: Plan[]): number {
  return buffersOf(plans).reduce((sum, { bytes }) => sum + bytes, 0);
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
