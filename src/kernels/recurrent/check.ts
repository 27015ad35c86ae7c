/** Checks of the arguments of recurrent ops. */
import type { Tensor } from '@tensorflow/tfjs-core';
import { checkIntegers, checkRank, checkShape } from '../checks';
import type { RecurrentKernels } from './kernels';
import type { CellWeights } from './options';

/** A state tensor under the name that the caller knows it by; undefined where there is none. */
export type NamedState = [name: string, tensor: Tensor | undefined];

/** Checks everything that a sequence op takes; returns the sizes. */
export function checkSequence(
  op: string,
  x: Tensor,
  directions: [name: string, weights: CellWeights][],
  states: NamedState[],
  lengths: Tensor | undefined,
  kernels: RecurrentKernels,
): { batch: number; units: number } {
  checkRank(op, 'x', x, ['batch', 'time', 'inputDim']);
  const [batch, , inputDim] = x.shape as [number, number, number];
  const [[firstName, first], ...others] = directions as [[string, CellWeights], ...[string, CellWeights][]];
  const units = checkWeights(op, firstName, first, inputDim, kernels);
  for (const [name, weights] of others) checkWeights(op, name, weights, inputDim, kernels, units);
  const bidirectional = directions.length === 2;
  const shape = bidirectional ? [2, batch, units] : [batch, units];
  const meaning = bidirectional ? '[2, batch, units], forward then backward' : '[batch, units]';
  for (const [name, state] of states) if (state) checkShape(op, name, state, shape, meaning);
  if (lengths) checkIntegers(op, 'lengths', lengths, batch);
  return { batch, units };
}

/** Checks everything that an op of one step takes. */
export function checkStep(
  op: string,
  x: Tensor,
  weights: CellWeights,
  states: [name: string, state: Tensor][],
  kernels: RecurrentKernels,
): void {
  checkRank(op, 'x', x, ['batch', 'inputDim']);
  const [batch, inputDim] = x.shape as [number, number];
  const units = checkWeights(op, 'weights', weights, inputDim, kernels);
  for (const [name, state] of states) checkShape(op, name, state, [batch, units], '[batch, units]');
}

/** Checks one direction's weights; returns the units, which are those of `kernel` unless given. */
function checkWeights(
  op: string,
  name: string,
  weights: CellWeights,
  inputDim: number,
  { gates, biasShape, biasAxes }: RecurrentKernels,
  expectedUnits?: number,
): number {
  const { kernel, recurrentKernel, bias } = weights;
  const count = gates.length;
  checkRank(op, `${name}.kernel`, kernel, ['inputDim', `${count}·units`]);
  const columns = kernel.shape[1]!;
  if (expectedUnits === undefined && columns % count !== 0) {
    throw new Error(
      `${op}: ${name}.kernel has shape [${kernel.shape.join(', ')}], expected its last axis to be ${count}·units: ` +
        `the gates ${gates.join(', ')} side by side. A kernel of another cell (an LSTM has 4 gates, a GRU 3) does not fit.`,
    );
  }
  const units = expectedUnits ?? columns / count;
  const source = `units = ${units} from ${expectedUnits === undefined ? `${name}.kernel` : 'the other direction'}`;
  checkShape(
    op,
    `${name}.kernel`,
    kernel,
    [inputDim, count * units],
    `[inputDim, ${count}·units], inputDim = ${inputDim} from x, ${source}`,
  );
  checkShape(
    op,
    `${name}.recurrentKernel`,
    recurrentKernel,
    [units, count * units],
    `[units, ${count}·units], ${source}`,
  );
  if (bias) checkShape(op, `${name}.bias`, bias, biasShape(units), `${biasAxes}, ${source}`);
  return units;
}
