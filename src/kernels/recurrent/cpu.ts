/** The kernels of recurrent cells of the tf.js backend 'cpu': what a browser without WebGPU falls back to. */
import type { KernelConfig, NamedAttrMap, TensorInfo } from '@tensorflow/tfjs-core';
import { type CpuCall, checkedLengths, cpuKernel } from '../cpu/kernel';
import type { CellAttributes, InputGradientAttributes, RecurrentAttributes } from '../names';
import { backward, inputGradient } from './cpu-backward';
import type { CpuCell, Direction } from './cpu-cell';
import { type ForwardResult, forward } from './cpu-forward';
import { type Sizes, Walk } from './cpu-walk';
import { type RecurrentKernels, stateName } from './kernels';

/** @param cpuCell the cell that an op's attributes ask for */
export function recurrentCpuKernels<StepAttributes extends CellAttributes & NamedAttrMap>(
  kernels: RecurrentKernels,
  cpuCell: (attributes: StepAttributes) => CpuCell,
): KernelConfig[] {
  type Attributes = RecurrentAttributes & StepAttributes;
  const { states } = kernels;
  return [
    cpuKernel<Attributes>(kernels.inference, (call) => run(call, states, cpuCell(call.attributes), false)),
    cpuKernel<Attributes>(kernels.training, (call) => run(call, states, cpuCell(call.attributes), true)),
    cpuKernel<Attributes>(kernels.gradient, (call) => runGradient(call, states, cpuCell(call.attributes))),
    cpuKernel<InputGradientAttributes>(kernels.inputGradient, runInputGradient),
    cpuKernel<StepAttributes>(kernels.step, (call) => runStep(call, states, cpuCell(call.attributes))),
  ];
}

function run(
  call: CpuCall<RecurrentAttributes>,
  states: readonly string[],
  cell: CpuCell,
  training: boolean,
): TensorInfo[] {
  const { walk, directions } = read(call, states);
  const { batch, time, units } = walk.sizes;
  const stateElements = directions.length * batch * units;
  const reserveElements = (time + 1) * batch * units * cell.saved;
  const reserve = training && new Float32Array(directions.length * reserveElements);
  const result: ForwardResult = {
    outputs: new Float32Array(stateElements * time),
    finalStates: states.map(() => new Float32Array(stateElements)),
    ...(reserve && {
      reserves: directions.map((_, d) => reserve.subarray(d * reserveElements, (d + 1) * reserveElements)),
    }),
  };
  for (const direction of directions) forward(walk, call.floats('x'), direction, cell, result);
  const stateShape = [directions.length, batch, units];
  const outputs = [
    call.output([batch, time, directions.length * units], result.outputs),
    ...result.finalStates.map((values) => call.output(stateShape, values)),
  ];
  if (reserve) outputs.push(call.output([reserve.length], reserve));
  return outputs;
}

function runGradient(
  call: CpuCall<RecurrentAttributes>,
  states: readonly string[],
  cell: CpuCell,
): TensorInfo[] {
  const { walk, directions } = read(call, states);
  const { batch, time, units } = walk.sizes;
  const stateElements = directions.length * batch * units;
  const gates = call.shape('kernel0')[1]! / units;
  const reserve = call.floats('reserve');
  const reserveElements = reserve.length / directions.length;
  const inputs = {
    x: call.floats('x'),
    outputs: call.floats('outputs'),
    dOutputs: call.optionalFloats('dOutputs'),
    dFinalStates: states.map((state) => call.optionalFloats(stateName('dFinal', state))),
  };
  const result = {
    dInitialStates: states.map(() => new Float32Array(stateElements)),
    dGates: new Float32Array(stateElements * time * gates),
  };
  const weightGradients = directions.flatMap((direction, d) => {
    const own = { ...inputs, reserve: reserve.subarray(d * reserveElements, (d + 1) * reserveElements) };
    const { dKernel, dRecurrentKernel, dBias } = backward(walk, own, direction, cell, result);
    return [
      call.output(call.shape('kernel0'), dKernel),
      call.output(call.shape('recurrentKernel0'), dRecurrentKernel),
      call.output(call.shape('bias0'), dBias),
    ];
  });
  const stateShape = [directions.length, batch, units];
  return [
    ...weightGradients,
    ...result.dInitialStates.map((values) => call.output(stateShape, values)),
    call.output([result.dGates.length], result.dGates),
  ];
}

function runInputGradient(call: CpuCall<InputGradientAttributes>): TensorInfo[] {
  const { directions, batch, time, inputDim } = call.attributes;
  const kernels = Array.from({ length: directions }, (_, index) => call.floats(`kernel${index}`));
  const dX = inputGradient(call.floats('dGates'), kernels, call.attributes);
  return [call.output([batch, time, inputDim], dX)];
}

/** A walk of one step. */
function runStep(call: CpuCall<CellAttributes>, states: readonly string[], cell: CpuCell): TensorInfo[] {
  const [batch, inputDim] = call.shape('x') as [number, number];
  const units = call.shape('h')[1]!;
  const sizes: Sizes = { batch, time: 1, inputDim, units, directions: 1 };
  const result: ForwardResult = {
    outputs: new Float32Array(batch * units),
    finalStates: states.map(() => new Float32Array(batch * units)),
  };
  const direction: Direction = {
    ...call.attributes,
    sizes,
    index: 0,
    backwards: false,
    kernel: call.floats('kernel'),
    recurrentKernel: call.floats('recurrentKernel'),
    bias: call.floats('bias'),
    initialStates: states.map((state) => call.floats(state)),
  };
  const walk = new Walk(sizes, checkedLengths(undefined, batch, 1));
  forward(walk, call.floats('x'), direction, cell, result);
  return result.finalStates.map((values) => call.output([batch, units], values));
}

function read(
  call: CpuCall<RecurrentAttributes>,
  states: readonly string[],
): { walk: Walk; directions: Direction[] } {
  const [batch, time, inputDim] = call.shape('x') as [number, number, number];
  const { directions, goBackwards, activation, recurrentActivation } = call.attributes;
  const sizes: Sizes = { batch, time, inputDim, units: call.shape('recurrentKernel0')[0]!, directions };
  const zeroState = new Float32Array(directions * batch * sizes.units);
  return {
    walk: new Walk(sizes, checkedLengths(call.optionalIntegers('lengths'), batch, time)),
    directions: Array.from({ length: directions }, (_, index) => ({
      activation,
      recurrentActivation,
      sizes,
      index,
      backwards: index === 1 || goBackwards,
      kernel: call.floats(`kernel${index}`),
      recurrentKernel: call.floats(`recurrentKernel${index}`),
      bias: call.floats(`bias${index}`),
      initialStates: states.map((state) => call.optionalFloats(`${state}0`) ?? zeroState),
    })),
  };
}
