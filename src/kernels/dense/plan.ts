/** The plans of a dense layer. */
import { dispatch, grid, read, readWrite } from '../webgpu/passes';
import { flag, type InputSpec, type Plan, u32 } from '../webgpu/plan';

export interface DenseShape {
  rows: number;
  features: number;
  columns: number;
  /** Whether x is multiplied with an input `kept` first. */
  dropout: boolean;
}

/** y = x·W + b. Inputs: x, kernel, bias, [kept]. Output: y. */
export function densePlan({ rows, features, columns, dropout }: DenseShape): Plan {
  return {
    name: 'dense',
    outputs: [{ name: 'y', shape: [rows, columns], dtype: 'float32' }],
    scratch: [],
    passes: [
      dispatch('dense', {
        constants: { WORKGROUP: 64, DROPOUT: flag(dropout) },
        bindings: [...['x', dropout ? 'kept' : 'x', 'kernel', 'bias'].map(read), readWrite('y')],
        workgroups: grid(rows * columns, 64),
        uniform: [rows, features, columns].map(u32),
        cost: { flops: 2 * rows * features * columns, bytes: 4 * (rows + columns) * features },
        chain: { loads: 2 * features, barriers: 0 },
      }),
    ],
  };
}

/** Inputs: x, kernel, dY, [kept]. Outputs: dX, dKernel, dBias. */
export function denseGradientPlan({ rows, features, columns, dropout }: DenseShape): Plan {
  return {
    name: 'dense gradient',
    outputs: [
      { name: 'dX', shape: [rows, features], dtype: 'float32' },
      { name: 'dKernel', shape: [features, columns], dtype: 'float32' },
      { name: 'dBias', shape: [columns], dtype: 'float32' },
    ],
    scratch: [],
    passes: [
      dispatch('dense_gradient', {
        constants: { WORKGROUP: 64, DROPOUT: flag(dropout) },
        bindings: [
          ...['x', dropout ? 'kept' : 'x', 'kernel', 'dY'].map(read),
          ...['dX', 'dKernel', 'dBias'].map(readWrite),
        ],
        workgroups: grid(rows * features + features * columns + columns, 64),
        uniform: [rows, features, columns].map(u32),
        cost: { flops: 4 * rows * features * columns, bytes: 8 * (rows + columns) * features },
        chain: { loads: 2 * Math.max(rows, columns), barriers: 0 },
      }),
    ],
  };
}

export function denseInputs({ rows, features, columns, dropout }: DenseShape): InputSpec[] {
  const inputs: InputSpec[] = [
    { name: 'x', shape: [rows, features], dtype: 'float32' },
    { name: 'kernel', shape: [features, columns], dtype: 'float32' },
    { name: 'bias', shape: [columns], dtype: 'float32' },
  ];
  if (dropout) inputs.push({ name: 'kept', shape: [rows, features], dtype: 'float32' });
  return inputs;
}

export function denseGradientInputs(shape: DenseShape): InputSpec[] {
  return [...denseInputs(shape), { name: 'dY', shape: [shape.rows, shape.columns], dtype: 'float32' }];
}
