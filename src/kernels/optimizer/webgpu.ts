/** The optimizer's kernel of the tf.js backend 'webgpu'. */
import type { KernelConfig } from '@tensorflow/tfjs-core';
import { type AdamAttributes, GatewaveAdam } from '../names';
import { planKernel } from '../webgpu/kernel';
import { copy, dispatch, grid, read, readWrite } from '../webgpu/passes';
import { f32, type InputSpec, type Plan, sizeOf, u32 } from '../webgpu/plan';

export const optimizerWebgpuKernels: KernelConfig[] = [
  planKernel<AdamAttributes>(GatewaveAdam, (inputs, attributes) => {
    const shapes = Array.from({ length: attributes.count }, (_, index) => inputs[`parameter${index}`]!.shape);
    return adamPlan(shapes, attributes);
  }),
];

/** As many as every device has, also those in compatibility mode. */
const NORM_LANES = 128;

/**
 * Two dispatches however many parameters there are: they and their gradients are copied into one flat vector each.
 * Inputs: parameter0…, gradient0…, m, v. Outputs: parameter0…, m, v, gradientNorm.
 */
export function adamPlan(shapes: readonly number[][], attributes: Omit<AdamAttributes, 'count'>): Plan {
  const { learningRate, beta1, beta2, epsilon, step, clipNorm } = attributes;
  const sizes = shapes.map(sizeOf);
  const offsets = sizes.map((_, index) => sizes.slice(0, index).reduce((sum, size) => sum + size, 0));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const gather = sizes.flatMap((size, index) => [
    copy(`parameter${index}`, 0, 'parameters', offsets[index]!, size),
    copy(`gradient${index}`, 0, 'gradients', offsets[index]!, size),
  ]);
  const scatter = sizes.map((size, index) =>
    copy('parameters', offsets[index]!, `nextParameter${index}`, 0, size),
  );
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
      ...gather,
      dispatch('gradient_norm', {
        constants: { WORKGROUP: NORM_LANES },
        workgroupBytes: 4 * NORM_LANES,
        bindings: [read('gradients'), readWrite('gradientNorm')],
        workgroups: [1, 1, 1],
        uniform: [u32(total)],
        cost: { flops: 2 * total, bytes: 4 * total },
        chain: { loads: Math.ceil(total / NORM_LANES), barriers: Math.log2(NORM_LANES) + 1 },
      }),
      dispatch('adam', {
        constants: { WORKGROUP: 64 },
        bindings: [
          ...['gradients', 'gradientNorm', 'm', 'v'].map(read),
          ...['parameters', 'nextM', 'nextV'].map(readWrite),
        ],
        workgroups: grid(total, 64),
        uniform: [
          u32(total),
          ...[learningRate, beta1, beta2, epsilon].map(f32),
          ...[1 - beta1 ** step, 1 - beta2 ** step, clipNorm, 1 - beta1, 1 - beta2].map(f32),
        ],
        cost: { flops: 16 * total, bytes: 28 * total },
      }),
      ...scatter,
    ],
  };
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
