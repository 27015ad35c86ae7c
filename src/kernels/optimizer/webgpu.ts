/** The optimizer's kernel of the tf.js backend 'webgpu'. */
import type { KernelConfig } from '@tensorflow/tfjs-core';
import { type AdamAttributes, GatewaveAdam } from '../names';
import { planKernel } from '../webgpu/kernel';
import { copy, dispatch, grid, read, readWrite, uniform } from '../webgpu/passes';
import {
  type DispatchPass,
  f32,
  type InputSpec,
  type Plan,
  sizeOf,
  type UniformValue,
  u32,
  unsigned,
} from '../webgpu/plan';

export const optimizerWebgpuKernels: KernelConfig[] = [
  planKernel<AdamAttributes>(GatewaveAdam, (inputs, attributes) => {
    const shapes = Array.from({ length: attributes.count }, (_, index) => inputs[`parameter${index}`]!.shape);
    return adamPlan(shapes, attributes);
  }),
];

/** As many as every device has, also those in compatibility mode. */
const NORM_LANES = 128;

/** Where tensors lie in one flat buffer, in elements. */
export interface FlatLayout {
  segments: { start: number; elements: number }[];
  /** Up to the end of the last one. */
  total: number;
}

/**
 * @param align each tensor begins at a multiple of so many elements.
 * @param order in which they lie there, as indices: by default, their own.
 */
export function flatLayout(
  shapes: readonly number[][],
  align: number,
  order: readonly number[] = shapes.map((_, index) => index),
): FlatLayout {
  const segments = shapes.map((shape) => ({ start: 0, elements: sizeOf(shape) }));
  let total = 0;
  for (const index of order) {
    const segment = segments[index]!;
    segment.start = Math.ceil(total / align) * align;
    total = segment.start + segment.elements;
  }
  return { segments, total };
}

/**
 * Two dispatches however many parameters there are: they and their gradients are copied into one flat vector each.
 * Inputs: parameter0…, gradient0…, m, v. Outputs: parameter0…, m, v, gradientNorm.
 */
export function adamPlan(shapes: readonly number[][], attributes: Omit<AdamAttributes, 'count'>): Plan {
  const layout = flatLayout(shapes, 1);
  const { segments, total } = layout;
  const [norm, update] = updatePasses(layout, { m: 'nextM', v: 'nextV' });
  return {
    name: 'adam',
    outputs: [
      ...shapes.map((shape, index) => ({
        name: `nextParameter${index}`,
        shape: [...shape],
        dtype: 'float32' as const,
      })),
      { name: 'nextM', shape: [total], dtype: 'float32' },
      { name: 'nextV', shape: [total], dtype: 'float32' },
      { name: 'gradientNorm', shape: [], dtype: 'float32' },
    ],
    scratch: [
      { name: 'parameters', elements: total },
      { name: 'gradients', elements: total },
    ],
    passes: [
      ...segments.flatMap(({ start, elements }, index) => [
        copy(`parameter${index}`, 0, 'parameters', start, elements),
        copy(`gradient${index}`, 0, 'gradients', start, elements),
      ]),
      copy('m', 0, 'nextM', 0, total),
      copy('v', 0, 'nextV', 0, total),
      norm,
      { ...update, uniform: adamUniform(layout, attributes) },
      ...segments.map(({ start, elements }, index) =>
        copy('parameters', start, `nextParameter${index}`, 0, elements),
      ),
    ],
  };
}

/**
 * The same in place, on buffers that are flat already. Inputs: gradients, settings (`adamUniform`); changed: parameters,
 * m, v. Output: gradientNorm.
 */
export function adamInPlacePlan(layout: FlatLayout): Plan {
  const [norm, update] = updatePasses(layout, { m: 'm', v: 'v' });
  return {
    name: 'adam',
    outputs: [{ name: 'gradientNorm', shape: [], dtype: 'float32' }],
    scratch: [],
    passes: [norm, { ...update, bindings: [...update.bindings, uniform('settings')] }],
  };
}

/** The uniform values of `adam.wgsl`. */
export function adamUniform(
  { total }: FlatLayout,
  { learningRate, beta1, beta2, epsilon, step, clipNorm }: Omit<AdamAttributes, 'count'>,
): UniformValue[] {
  return [
    u32(total),
    ...[learningRate, beta1, beta2, epsilon].map(f32),
    ...[1 - beta1 ** step, 1 - beta2 ** step, clipNorm, 1 - beta1, 1 - beta2].map(f32),
  ];
}

/** The second one still lacks its settings. */
function updatePasses(
  { segments, total }: FlatLayout,
  moments: { m: string; v: string },
): [norm: DispatchPass, update: DispatchPass] {
  return [
    dispatch('gradient_norm', {
      constants: { WORKGROUP: NORM_LANES },
      workgroupBytes: 4 * NORM_LANES,
      literals: { SEGMENTS: unsigned(segments.length) },
      bindings: [read('gradients'), readWrite('gradientNorm')],
      workgroups: [1, 1, 1],
      uniform: segments.flatMap(({ start, elements }) => [start, elements, 0, 0].map(u32)),
      cost: { flops: 2 * total, bytes: 4 * total },
      chain: { loads: Math.ceil(total / NORM_LANES) + segments.length, barriers: Math.log2(NORM_LANES) + 1 },
    }),
    dispatch('adam', {
      constants: { WORKGROUP: 64 },
      bindings: [
        ...['gradients', 'gradientNorm'].map(read),
        ...['parameters', moments.m, moments.v].map(readWrite),
      ],
      workgroups: grid(total, 64),
      cost: { flops: 16 * total, bytes: 28 * total },
    }),
  ];
}

/** @param shapes of the parameters. */
export function adamInputs(shapes: readonly number[][]): InputSpec[] {
  const total = shapes.reduce((sum, shape) => sum + sizeOf(shape), 0);
  return [
    ...shapes.flatMap((shape, index): InputSpec[] => [
      { name: `parameter${index}`, shape: [...shape], dtype: 'float32' },
      { name: `gradient${index}`, shape: [...shape], dtype: 'float32' },
    ]),
    { name: 'm', shape: [total], dtype: 'float32' },
    { name: 'v', shape: [total], dtype: 'float32', range: [0, 1] },
  ];
}
