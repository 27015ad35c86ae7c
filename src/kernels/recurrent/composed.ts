/** Recurrent ops composed of tf.js's own, step by step: the same results, differentiable, on any backend. */
import {
  add,
  clipByValue,
  concat,
  expandDims,
  less,
  matMul,
  mul,
  type NamedTensorMap,
  range,
  relu,
  reshape,
  sigmoid,
  slice,
  squeeze,
  stack,
  type Tensor,
  tanh,
  unstack,
  where,
  zeros,
  zerosLike,
} from '@tensorflow/tfjs-core';
import type { Activation, CellAttributes, RecurrentAttributes } from '../names';
import type { Elementwise, RecurrentKernels } from './kernels';

const activations: Readonly<Record<Activation, Elementwise>> = {
  tanh,
  sigmoid,
  hardSigmoid: (z) => clipByValue(add(mul(z, 0.2), 0.5), 0, 1),
  linear: (z) => z,
  relu,
};

/** What the kernel of a sequence computes from the same inputs: the outputs and the final states. */
export function composedSequence(
  { states, composed }: RecurrentKernels,
  inputs: NamedTensorMap,
  { directions, goBackwards, activation, recurrentActivation }: RecurrentAttributes,
): Tensor[] {
  const { x, lengths } = inputs as { x: Tensor; lengths?: Tensor };
  const [batch, time] = x.shape as [number, number];
  // [batch, time, 1]; nothing in the padding may count, not even NaN.
  const valid = lengths && expandDims(less(range(0, time, 1, 'int32'), expandDims(lengths, 1)), 2);
  const series = valid ? where(valid, x, zerosLike(x)) : x;
  const validAt = valid && steps(valid);
  const walks = Array.from({ length: directions }, (_, d) => {
    const [kernel, recurrentKernel, bias] = ['kernel', 'recurrentKernel', 'bias'].map(
      (name) => inputs[`${name}${d}`]!,
    ) as [Tensor, Tensor, Tensor];
    const units = recurrentKernel.shape[0]!;
    const cell = composed(
      { recurrentKernel, bias },
      activations[activation],
      activations[recurrentActivation],
    );
    const fromInput = steps(add(product(series, kernel), cell.inputBias));
    const outputs: Tensor[] = [];
    let current = states.map((state) => {
      const initial = inputs[`${state}0`];
      return initial ? squeeze(slice(initial, [d, 0, 0], [1, batch, units]), [0]) : zeros([batch, units]);
    });
    const backwards = d === 1 || goBackwards;
    for (let step = 0; step < time; step++) {
      const t = backwards ? time - 1 - step : step;
      const next = cell.step(fromInput[t]!, current);
      const now = validAt?.[t];
      outputs[t] = now ? where(now, next[0]!, zerosLike(next[0]!)) : next[0]!;
      current = now ? next.map((state, n) => where(now, state, current[n]!)) : next;
    }
    return { outputs: stack(outputs, 1), finals: current };
  });
  return [
    concat(
      walks.map(({ outputs }) => outputs),
      2,
    ),
    ...states.map((_, n) => stack(walks.map(({ finals }) => finals[n]!))),
  ];
}

/** What the kernel of a step computes from the same inputs. */
export function composedStep(
  { states, composed }: RecurrentKernels,
  inputs: NamedTensorMap,
  { activation, recurrentActivation }: CellAttributes,
): Tensor[] {
  const { x, kernel, recurrentKernel, bias } = inputs as Record<string, Tensor>;
  const weights = { recurrentKernel: recurrentKernel!, bias: bias! };
  const cell = composed(weights, activations[activation], activations[recurrentActivation]);
  const fromInput = add(matMul(x!, kernel!), cell.inputBias);
  return cell.step(
    fromInput,
    states.map((state) => inputs[state]!),
  );
}

/** [batch, features] of each time. The gradient of tf.js 4.22's `unstack` fails where there is only one. */
function steps(series: Tensor): Tensor[] {
  return series.shape[1] === 1 ? [squeeze(series, [1])] : unstack(series, 1);
}

/** [batch, time, inputDim] · [inputDim, columns] */
function product(series: Tensor, matrix: Tensor): Tensor {
  const [batch, time, inputDim] = series.shape as [number, number, number];
  return reshape(matMul(reshape(series, [batch * time, inputDim]), matrix), [batch, time, matrix.shape[1]!]);
}
