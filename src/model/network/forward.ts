/** The classifier's ops and plans: what its forward pass is made of, for programs, estimates and the tuner. */
import { attentionForward } from '../../kernels/attention/tunable';
import { densePlan } from '../../kernels/dense/plan';
import { lstmCell } from '../../kernels/lstm/cell';
import { DEFAULT_ACTIVATIONS } from '../../kernels/names';
import { type FlatLayout, flatLayout } from '../../kernels/optimizer/webgpu';
import { forwardOp } from '../../kernels/recurrent/tunable';
import { planOf, type TunableOp } from '../../kernels/webgpu/choices';
import { BYTES_PER_ELEMENT, type DeviceProfile } from '../../kernels/webgpu/plan';
import { BINDING_ALIGNMENT, type Place } from '../../kernels/webgpu/program/place';
import type { Part } from '../../kernels/webgpu/program/program';
import { type ClassifierSizes, logitCount, type WeightName, weightShapes } from './classifier';

/** A batch as plans see it. */
export interface BatchShape {
  batch: number;
  time: number;
  /** Whether the series have lengths of their own. */
  hasLengths?: boolean;
}

/** The shapes of the ops that have variants. */
export function opShapes(
  { channels, units, score, attentionUnits }: ClassifierSizes,
  { batch, time, hasLengths = false }: BatchShape,
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

/** The ops of a forward pass that have variants. */
export function forwardOps(
  sizes: ClassifierSizes,
  shape: BatchShape,
  training: boolean,
): readonly [lstm: TunableOp, attention: TunableOp] {
  const { lstm, attention } = opShapes(sizes, shape);
  return [forwardOp(lstmCell, lstm, training), attentionForward(attention, training)];
}

/** The names of the plans' weights, by the names that programs give them; of gradients, with `prefix` 'd'. */
export function lstmWeights(name: (weight: WeightName) => string, prefix: '' | 'd'): Record<string, string> {
  return Object.fromEntries(
    (['forward', 'backward'] as const).flatMap((direction, index) => {
      const of = (kind: 'kernel' | 'recurrent_kernel' | 'bias') => name(`bidirectional/${direction}_${kind}`);
      return prefix === ''
        ? [
            [`kernel${index}`, of('kernel')],
            [`recurrentKernel${index}`, of('recurrent_kernel')],
            [`bias${index}`, of('bias')],
          ]
        : [
            [`dKernel${index}`, of('kernel')],
            [`dRecurrentKernel${index}`, of('recurrent_kernel')],
            [`dBias${index}`, of('bias')],
          ];
    }),
  );
}

export function attentionWeights(
  name: (weight: WeightName) => string,
  prefix: '' | 'd',
): Record<string, string> {
  return prefix === ''
    ? { kernel: name('attention/kernel'), bias: name('attention/bias'), query: name('attention/query') }
    : { dKernel: name('attention/kernel'), dBias: name('attention/bias'), dQuery: name('attention/query') };
}

/**
 * The forward pass as parts of a program: from x and, where the batch has them, lengths and kept, to hidden, context, attention
 * and logits; when training, with both reserves.
 */
export function forwardParts(
  sizes: ClassifierSizes,
  shape: BatchShape,
  device: DeviceProfile,
  { training = false, dropout = false } = {},
): Part[] {
  const [lstm, attention] = forwardOps(sizes, shape, training);
  const reserve = (name: string): Record<string, string> => (training ? { reserve: name } : {});
  return [
    {
      plan: planOf(lstm, device),
      names: {
        x: 'x',
        lengths: 'lengths',
        ...lstmWeights(parameterName, ''),
        outputs: 'hidden',
        ...reserve('lstm reserve'),
      },
    },
    {
      plan: planOf(attention, device),
      names: {
        values: 'hidden',
        lengths: 'lengths',
        ...attentionWeights(parameterName, ''),
        context: 'context',
        weights: 'attention',
        ...reserve('attention reserve'),
      },
    },
    {
      plan: densePlan({
        rows: shape.batch,
        features: 2 * sizes.units,
        columns: logitCount(sizes.classes),
        dropout,
      }),
      names: {
        x: 'context',
        kept: 'kept',
        kernel: parameterName('logits/kernel'),
        bias: parameterName('logits/bias'),
        y: 'logits',
      },
    },
  ];
}

export const parameterName = (weight: WeightName): string => `parameter ${weight}`;
export const gradientName = (weight: WeightName): string => `gradient ${weight}`;

/**
 * How all weights lie in one buffer, each where a binding may begin: in the order in which kernels make their gradients, which
 * so need no copies, wherever their sizes leave no gaps.
 */
export function weightLayout(sizes: ClassifierSizes): FlatLayout {
  const shapes = weightShapes(sizes);
  const names = [...shapes.keys()];
  const order = asMade.filter((name) => shapes.has(name)).map((name) => names.indexOf(name));
  return flatLayout([...shapes.values()], BINDING_ALIGNMENT / BYTES_PER_ELEMENT, order);
}

const asMade: readonly WeightName[] = [
  ...(['forward', 'backward'] as const).flatMap((direction) =>
    (['recurrent_kernel', 'kernel', 'bias'] as const).map(
      (kind): WeightName => `bidirectional/${direction}_${kind}`,
    ),
  ),
  ...(['kernel', 'query', 'bias'] as const).map((kind): WeightName => `attention/${kind}`),
  ...(['kernel', 'bias'] as const).map((kind): WeightName => `logits/${kind}`),
];

/** A place for each weight, or its gradient, in a buffer that is laid out so. */
export function weightPlaces(
  sizes: ClassifierSizes,
  buffer: string,
  name: (weight: WeightName) => string,
): Map<string, Place> {
  const { segments } = weightLayout(sizes);
  return new Map(
    [...weightShapes(sizes).keys()].map((weight, i) => {
      const { start, elements } = segments[i]!;
      const place = { buffer, offset: start * BYTES_PER_ELEMENT, bytes: elements * BYTES_PER_ELEMENT };
      return [name(weight), place];
    }),
  );
}
