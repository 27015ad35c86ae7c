/** A training step and a validation batch as programs: pure functions from sizes to what runs, and in how much memory. */
import { attentionBackward } from '../../kernels/attention/tunable';
import { denseGradientPlan } from '../../kernels/dense/plan';
import { gatherPlan } from '../../kernels/gather';
import { crossEntropyPlan } from '../../kernels/loss/webgpu';
import { lstmCell } from '../../kernels/lstm/cell';
import { adamInPlacePlan } from '../../kernels/optimizer/webgpu';
import { backwardOp } from '../../kernels/recurrent/tunable';
import { planOf } from '../../kernels/webgpu/choices';
import { BYTES_PER_ELEMENT, type DeviceProfile } from '../../kernels/webgpu/plan';
import { BINDING_ALIGNMENT, type Place } from '../../kernels/webgpu/program/place';
import { type Part, type Program, planProgram } from '../../kernels/webgpu/program/program';
import { type ClassifierSizes, logitCount } from '../network/classifier';
import {
  attentionWeights,
  type BatchShape,
  forwardParts,
  gradientName,
  lstmWeights,
  opShapes,
  parameterName,
  weightLayout,
  weightPlaces,
} from '../network/forward';
import { type RecordLayout, recordLayout } from '../network/record';

/** What the batches of a part of the data have in common. */
export interface PartShape {
  /** Elements of a series in the data set; null where the host writes the series of each batch. */
  stride: number | null;
  /** Bytes of all series, where they lie on the device. */
  bytes: number;
}

export interface StepFeatures {
  dropout: boolean;
  /** Whether the series have weights by their classes. */
  weighted: boolean;
}

export interface BatchProgram {
  program: Program;
  /** What the host writes for a batch. */
  record: RecordLayout;
  /** Bytes of the buffer of zeros. */
  zeros: number;
}

/** Where a step leaves its loss, accuracy and gradient norm, in the buffer 'numbers': a place each that can be bound. */
const numberNames = ['loss', 'accuracy', 'gradientNorm'] as const;
export const numbersStride = BINDING_ALIGNMENT;
export const numbersBytes = numberNames.length * numbersStride;

/** Bytes of the uniform struct of `adam.wgsl`. */
const settingsElements = 12;

/**
 * A training step: the batch is gathered, then forward, loss, backward, Adam. Lasting buffers: parameters, gradients, m, v, the
 * training series, the record, numbers.
 */
export function trainingProgram(
  sizes: ClassifierSizes,
  shape: BatchShape,
  { dropout, weighted }: StepFeatures,
  train: PartShape,
  device: DeviceProfile,
): BatchProgram {
  const { batch } = shape;
  const logits = logitCount(sizes.classes);
  const features = 2 * sizes.units;
  const record = recordLayout('record', {
    settings: settingsElements,
    ...batchParts(sizes, shape, train),
    'row weights': weighted ? batch : 0,
    kept: dropout ? batch * features : 0,
  });
  const { lstm, attention } = opShapes(sizes, shape);
  const layout = weightLayout(sizes);
  const parts: Part[] = [
    ...gatherParts(sizes, shape, train),
    ...forwardParts(sizes, shape, device, { training: true, dropout }),
    lossPart(batch, logits, weighted),
    {
      plan: denseGradientPlan({ rows: batch, features, columns: logits, dropout }),
      names: {
        x: 'context',
        kept: 'kept',
        kernel: parameterName('logits/kernel'),
        dY: 'logits gradient',
        dX: 'context gradient',
        dKernel: gradientName('logits/kernel'),
        dBias: gradientName('logits/bias'),
      },
    },
    {
      plan: planOf(attentionBackward(attention), device),
      names: {
        values: 'hidden',
        lengths: 'lengths',
        ...attentionWeights(parameterName, ''),
        context: 'context',
        weights: 'attention',
        reserve: 'attention reserve',
        dContext: 'context gradient',
        dWeights: 'zeros',
        dValues: 'hidden gradient',
        ...attentionWeights(gradientName, 'd'),
      },
    },
    {
      plan: planOf(backwardOp(lstmCell, lstm), device),
      names: {
        x: 'x',
        lengths: 'lengths',
        ...lstmWeights(parameterName, ''),
        outputs: 'hidden',
        reserve: 'lstm reserve',
        dOutputs: 'hidden gradient',
        dFinalH: 'zeros',
        dFinalC: 'zeros',
        ...lstmWeights(gradientName, 'd'),
      },
    },
    {
      plan: adamInPlacePlan(layout),
      names: Object.fromEntries(
        ['parameters', 'gradients', 'm', 'v', 'settings', 'gradientNorm'].map((name) => [name, name]),
      ),
    },
  ];
  const whole = (buffer: string): [string, Place] => [
    buffer,
    { buffer, offset: 0, bytes: layout.total * BYTES_PER_ELEMENT },
  ];
  const lasting = new Map([
    ...commonPlaces(sizes, shape, record, train, 'training series'),
    ...weightPlaces(sizes, 'gradients', gradientName),
    ...['parameters', 'gradients', 'm', 'v'].map(whole),
  ]);
  const name = `training step of ${batch} × ${shape.time}`;
  return batchProgram(name, parts, lasting, record, device);
}

/** Loss and accuracy of a batch of the validation part. */
export function validationProgram(
  sizes: ClassifierSizes,
  shape: BatchShape,
  validation: PartShape,
  device: DeviceProfile,
): BatchProgram {
  const record = recordLayout('record', batchParts(sizes, shape, validation));
  const parts = [
    ...gatherParts(sizes, shape, validation),
    ...forwardParts(sizes, shape, device),
    lossPart(shape.batch, logitCount(sizes.classes), false),
  ];
  const lasting = commonPlaces(sizes, shape, record, validation, 'validation series');
  const name = `validation batch of ${shape.batch} × ${shape.time}`;
  return batchProgram(name, parts, lasting, record, device);
}

function batchProgram(
  name: string,
  parts: Part[],
  lasting: Map<string, Place>,
  record: RecordLayout,
  device: DeviceProfile,
): BatchProgram {
  const program = planProgram({ name, parts, lasting, zeros: 'zeros', results: [] }, device);
  return { program, record, zeros: lasting.get('zeros')!.bytes };
}

/** What the host writes of a batch, in training or not. */
function batchParts(sizes: ClassifierSizes, { batch, time, hasLengths }: BatchShape, { stride }: PartShape) {
  return {
    indices: stride === null ? 0 : batch,
    labels: batch,
    lengths: hasLengths ? batch : 0,
    x: stride === null ? batch * time * sizes.channels : 0,
  };
}

function gatherParts(
  { channels }: ClassifierSizes,
  { batch, time }: BatchShape,
  { stride }: PartShape,
): Part[] {
  if (stride === null) return [];
  return [
    {
      plan: gatherPlan(batch, time * channels, stride),
      names: { series: 'series', indices: 'indices', x: 'x' },
    },
  ];
}

function lossPart(batch: number, logits: number, weighted: boolean): Part {
  return {
    plan: crossEntropyPlan(batch, logits, weighted),
    names: {
      logits: 'logits',
      labels: 'labels',
      rowWeights: 'row weights',
      loss: 'loss',
      accuracy: 'accuracy',
      dLogits: 'logits gradient',
    },
  };
}

function commonPlaces(
  sizes: ClassifierSizes,
  { batch, time }: BatchShape,
  record: RecordLayout,
  { stride, bytes }: PartShape,
  seriesBuffer: string,
): Map<string, Place> {
  const numbers = numberNames.map((name, i): [string, Place] => [
    name,
    { buffer: 'numbers', offset: i * numbersStride, bytes: BYTES_PER_ELEMENT },
  ]);
  const lasting = new Map([
    ...weightPlaces(sizes, 'parameters', parameterName),
    ...record.places,
    ...numbers,
    // The gradient of the attention's weights, which nothing depends on.
    ['zeros', { buffer: 'zeros', offset: 0, bytes: BYTES_PER_ELEMENT * batch * time }] as const,
  ]);
  if (stride !== null) lasting.set('series', { buffer: seriesBuffer, offset: 0, bytes });
  return lasting;
}
