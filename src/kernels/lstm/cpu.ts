/** The LSTM kernels of the tf.js backend 'cpu': what a browser without WebGPU falls back to. */
import type { KernelConfig, TensorInfo } from '@tensorflow/tfjs-core';
import { type CpuCall, checkedLengths, cpuKernel } from '../cpu/kernel';
import {
  GatewaveLSTM,
  GatewaveLSTMGradient,
  GatewaveLSTMInputGradient,
  GatewaveLSTMStep,
  GatewaveLSTMTraining,
  type InputGradientAttributes,
  type LSTMAttributes,
  type LSTMStepAttributes,
} from '../names';
import { backward, inputGradient } from './cpu-backward';
import { type ForwardResult, forward } from './cpu-forward';
import { type Direction, SAVED, type Sizes, Walk } from './cpu-walk';

export const lstmCpuKernels: KernelConfig[] = [
  cpuKernel<LSTMAttributes>(GatewaveLSTM, (call) => run(call, false)),
  cpuKernel<LSTMAttributes>(GatewaveLSTMTraining, (call) => run(call, true)),
  cpuKernel<LSTMAttributes>(GatewaveLSTMGradient, runGradient),
  cpuKernel<InputGradientAttributes>(GatewaveLSTMInputGradient, runInputGradient),
  cpuKernel<LSTMStepAttributes>(GatewaveLSTMStep, runStep),
];

function run(call: CpuCall<LSTMAttributes>, training: boolean): TensorInfo[] {
  const { walk, directions } = read(call);
  const { batch, time, units } = walk.sizes;
  const states = directions.length * batch * units;
  const result: ForwardResult = {
    outputs: new Float32Array(states * time),
    finalH: new Float32Array(states),
    finalC: new Float32Array(states),
    ...(training && { reserve: new Float32Array(states * time * SAVED) }),
  };
  for (const direction of directions) forward(walk, call.floats('x'), direction, result);
  const stateShape = [directions.length, batch, units];
  const outputs = [
    call.output([batch, time, directions.length * units], result.outputs),
    call.output(stateShape, result.finalH),
    call.output(stateShape, result.finalC),
  ];
  if (result.reserve) outputs.push(call.output([result.reserve.length], result.reserve));
  return outputs;
}

function runGradient(call: CpuCall<LSTMAttributes>): TensorInfo[] {
  const { walk, directions } = read(call);
  const { batch, time, inputDim, units } = walk.sizes;
  const states = directions.length * batch * units;
  const inputs = {
    x: call.floats('x'),
    outputs: call.floats('outputs'),
    reserve: call.floats('reserve'),
    dOutputs: call.optionalFloats('dOutputs'),
    dFinalH: call.optionalFloats('dFinalH'),
    dFinalC: call.optionalFloats('dFinalC'),
  };
  const result = {
    dH0: new Float32Array(states),
    dC0: new Float32Array(states),
    dGates: new Float32Array(states * time * 4),
  };
  const weightGradients = directions.flatMap((direction) => {
    const { dKernel, dRecurrentKernel, dBias } = backward(walk, inputs, direction, result);
    return [
      call.output([inputDim, 4 * units], dKernel),
      call.output([units, 4 * units], dRecurrentKernel),
      call.output([4 * units], dBias),
    ];
  });
  const stateShape = [directions.length, batch, units];
  return [
    ...weightGradients,
    call.output(stateShape, result.dH0),
    call.output(stateShape, result.dC0),
    call.output([result.dGates.length], result.dGates),
  ];
}

function runInputGradient(call: CpuCall<InputGradientAttributes>): TensorInfo[] {
  const { directions, batch, time, inputDim } = call.attributes;
  const kernels = Array.from({ length: directions }, (_, index) => call.floats(`kernel${index}`));
  const dX = inputGradient(call.floats('dGates'), kernels, call.attributes);
  return [call.output([batch, time, inputDim], dX)];
}

function runStep(call: CpuCall<LSTMStepAttributes>): TensorInfo[] {
  const [batch, inputDim] = call.shape('x') as [number, number];
  const units = call.shape('h')[1]!;
  const walk = new Walk(
    { batch, time: 1, inputDim, units, directions: 1 },
    checkedLengths(undefined, batch, 1),
  );
  const h = new Float32Array(batch * units);
  const result = {
    outputs: new Float32Array(batch * units),
    finalH: h,
    finalC: new Float32Array(batch * units),
  };
  const direction: Direction = {
    index: 0,
    backwards: false,
    ...call.attributes,
    kernel: call.floats('kernel'),
    recurrentKernel: call.floats('recurrentKernel'),
    bias: call.floats('bias'),
    h0: call.floats('h'),
    c0: call.floats('c'),
  };
  forward(walk, call.floats('x'), direction, result);
  return [call.output([batch, units], h), call.output([batch, units], result.finalC)];
}

function read(call: CpuCall<LSTMAttributes>): { walk: Walk; directions: Direction[] } {
  const [batch, time, inputDim] = call.shape('x') as [number, number, number];
  const { directions, goBackwards, activation, recurrentActivation } = call.attributes;
  const sizes: Sizes = { batch, time, inputDim, units: call.shape('recurrentKernel0')[0]!, directions };
  const zeroState = new Float32Array(directions * batch * sizes.units);
  return {
    walk: new Walk(sizes, checkedLengths(call.optionalIntegers('lengths'), batch, time)),
    directions: Array.from({ length: directions }, (_, index) => ({
      index,
      backwards: index === 1 || goBackwards,
      activation,
      recurrentActivation,
      kernel: call.floats(`kernel${index}`),
      recurrentKernel: call.floats(`recurrentKernel${index}`),
      bias: call.floats(`bias${index}`),
      h0: call.optionalFloats('h0') ?? zeroState,
      c0: call.optionalFloats('c0') ?? zeroState,
    })),
  };
}
