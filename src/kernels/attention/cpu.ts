/** The attention kernels of the tf.js backend 'cpu': what a browser without WebGPU falls back to. */
import type { KernelConfig, TensorInfo } from '@tensorflow/tfjs-core';
import { type CpuCall, checkedLengths, cpuKernel } from '../cpu/kernel';
import { accumulateTransposed, multiply, packPanels } from '../cpu/matrix';
import {
  type AttentionAttributes,
  GatewaveAttention,
  GatewaveAttentionGradient,
  GatewaveAttentionTraining,
} from '../names';
import { dot, pool } from './cpu-forward';

export const attentionCpuKernels: KernelConfig[] = [
  cpuKernel<AttentionAttributes>(GatewaveAttention, (call) => run(call, false)),
  cpuKernel<AttentionAttributes>(GatewaveAttentionTraining, (call) => run(call, true)),
  cpuKernel<AttentionAttributes>(GatewaveAttentionGradient, runGradient),
];

function run(call: CpuCall<AttentionAttributes>, training: boolean): TensorInfo[] {
  const input = read(call);
  const { batch, time, features } = input;
  const { context, weights, activations } = pool(input, training);
  const outputs = [call.output([batch, features], context), call.output([batch, time], weights)];
  if (training) outputs.push(call.output([activations.length], activations));
  return outputs;
}

function runGradient(call: CpuCall<AttentionAttributes>): TensorInfo[] {
  const { values, batch, time, features, query, lengths, additive } = read(call);
  const weights = call.floats('weights');
  const activations = call.floats('reserve');
  const dContext = call.optionalFloats('dContext') ?? new Float32Array(batch * features);
  const dWeights = call.optionalFloats('dWeights');
  const units = query.length;
  const dValues = new Float32Array(values.length);
  const dQuery = new Float64Array(units);
  const dBias = new Float64Array(additive ? units : 0);
  const dKernel = new Float64Array(additive ? features * units : 0);
  const dScores = new Float32Array(time);
  const dProjection = new Float32Array(additive ? time * units : 0);
  const transposed = additive && packPanels(units, features, (a, k) => additive.kernel[k * units + a]!);
  for (let b = 0; b < batch; b++) {
    const length = lengths[b]!;
    const start = b * time * features;
    const rowValues = values.subarray(start, start + length * features);
    const rowGradient = dValues.subarray(start, start + length * features);
    const rowWeights = weights.subarray(b * time, b * time + length);
    // weights = softmax(scores): dScore_t = weights_t (dWeight_t − Σ_s weights_s dWeight_s)
    let mean = 0;
    for (let t = 0; t < length; t++) {
      dScores[t] =
        (dWeights ? dWeights[b * time + t]! : 0) +
        dot(dContext, b * features, rowValues, t * features, features);
      mean += rowWeights[t]! * dScores[t]!;
    }
    for (let t = 0; t < length; t++) dScores[t] = rowWeights[t]! * (dScores[t]! - mean);
    if (transposed) {
      let n = b * time * units;
      for (let t = 0; t < length; t++) {
        const dScore = dScores[t]!;
        for (let a = 0; a < units; a++, n++) {
          const activation = activations[n]!;
          const dU = dScore * query[a]! * (1 - activation * activation);
          dQuery[a]! += dScore * activation;
          dBias[a]! += dU;
          dProjection[t * units + a] = dU;
        }
      }
      accumulateTransposed(dKernel, rowValues, features, dProjection, units, length);
      multiply(rowGradient, dProjection, length, transposed);
    } else {
      for (let t = 0, n = 0; t < length; t++) {
        const dScore = dScores[t]! / Math.sqrt(features);
        for (let k = 0; k < features; k++, n++) {
          dQuery[k]! += dScore * rowValues[n]!;
          rowGradient[n] = dScore * query[k]!;
        }
      }
    }
    for (let t = 0, n = 0; t < length; t++) {
      const weight = rowWeights[t]!;
      for (let k = b * features; k < (b + 1) * features; k++, n++) rowGradient[n]! += weight * dContext[k]!;
    }
  }
  const gradients = [call.output([batch, time, features], dValues)];
  if (additive) {
    gradients.push(call.output([features, units], Float32Array.from(dKernel)));
    gradients.push(call.output([units], Float32Array.from(dBias)));
  }
  gradients.push(call.output([units], Float32Array.from(dQuery)));
  return gradients;
}

function read(call: CpuCall<AttentionAttributes>) {
  const [batch, time, features] = call.shape('values') as [number, number, number];
  return {
    values: call.floats('values'),
    batch,
    time,
    features,
    query: call.floats('query'),
    lengths: checkedLengths(call.optionalIntegers('lengths'), batch, time),
    additive:
      call.attributes.score === 'additive'
        ? { kernel: call.floats('kernel'), bias: call.floats('bias') }
        : undefined,
  };
}
