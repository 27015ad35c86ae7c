/** The whole classifier on the GPU (BiLSTM, attention, dense layer, loss) against torch's. */

import * as tf from '@tensorflow/tfjs-core';
import { attentionPool, bidirectionalLstm, crossEntropy } from '../../src/kernels';
import { lstmCell } from '../../src/kernels/lstm/cell';
import { DEFAULT_ACTIVATIONS } from '../../src/kernels/names';
import { type ClassifierGolden, flatten, transpose } from '../support/golden-format';
import { compare } from './compare';
import type { CaseReport, Layout } from './definition';
import type { DeviceUnderTest } from './device';
import { chooseFamily } from './layout';

type Arrays = Record<string, ArrayLike<number>>;

const suffixes = ['', '_reverse'];

export async function runGoldenClassifier(
  name: string,
  golden: ClassifierGolden,
  layout: Layout,
  device: DeviceUnderTest,
): Promise<Omit<CaseReport, 'faults'>> {
  const { batch, time, input_dim: inputDim, units, attention_units: attentionUnits } = golden;
  const found = chooseFamily(lstmCell, layout, device, {
    batch,
    time,
    inputDim,
    units,
    directions: 2,
    goBackwards: false,
    ...DEFAULT_ACTIVATIONS,
    hasState: false,
    hasLengths: false,
  });
  if ('skipped' in found) return { comparisons: [], ...found };
  const { outputs, gradients } = await train(golden, found.family);
  const shape = `${batch}×${time}×${inputDim} → 2×${units} → ${attentionUnits}`;
  const about = { op: 'classifier', name, layout: found.layout, shape };
  const expected = {
    loss: [golden.loss],
    probability: flatten(golden.probability),
    weights: flatten(golden.alpha),
  };
  return {
    comparisons: [
      compare({ ...about, pass: 'training' }, outputs, expected),
      compare({ ...about, pass: 'gradient' }, gradients, {
        x: flatten(golden.dx),
        ...ours(golden.torch_grad, golden),
      }),
    ],
  };
}

async function train(
  golden: ClassifierGolden,
  family: 'step' | 'sequence' | undefined,
): Promise<{ outputs: Arrays; gradients: Arrays }> {
  const inputs = tensorsOf(golden);
  const names = Object.keys(inputs);
  const labels = tf.tensor1d(Int32Array.from(flatten(golden.labels)), 'int32');
  let outputs: Record<string, tf.Tensor> = {};
  const grads = tf.tidy(() =>
    tf.grads((...values: tf.Tensor[]) => {
      const all = Object.fromEntries(names.map((key, n) => [key, values[n]!])) as Record<string, tf.Tensor2D>;
      const [forward, backward] = suffixes.map((_, d) => ({
        kernel: all[`kernel${d}`]!,
        recurrentKernel: all[`recurrentKernel${d}`]!,
        bias: all[`bias${d}`]!,
      }));
      const encoded = bidirectionalLstm(all.x!, { forward: forward!, backward: backward! }, { family });
      const { context, weights } = attentionPool(encoded.outputs, {
        score: 'additive',
        kernel: all.attentionKernel!,
        bias: all.attentionBias!,
        query: all.query!,
      });
      const logits = tf.add(tf.matMul(context, all.dense!), all.denseBias!);
      const { loss } = crossEntropy(logits, labels);
      outputs = { loss: tf.keep(loss), probability: tf.keep(tf.sigmoid(logits)), weights: tf.keep(weights) };
      return loss;
    })(Object.values(inputs)),
  );
  const gradients = Object.fromEntries(names.map((key, n) => [key, grads[n]!]));
  const values = { outputs: await read(outputs), gradients: await read(gradients) };
  tf.dispose([inputs, labels, outputs, gradients]);
  return values;
}

function tensorsOf(golden: ClassifierGolden): Record<string, tf.Tensor> {
  const { batch, time, input_dim: inputDim, units, attention_units: attentionUnits } = golden;
  const weights = ours(golden.torch_state, golden);
  const shapes: Record<string, number[]> = {
    attentionKernel: [2 * units, attentionUnits],
    dense: [2 * units, 1],
  };
  suffixes.forEach((suffix, d) => {
    shapes[`kernel${d}`] = [inputDim, 4 * units];
    shapes[`recurrentKernel${d}`] = [units, 4 * units];
    // The second of torch's two biases; ours is their sum.
    const second = flatten(golden.torch_state[`lstm.bias_hh_l0${suffix}`]);
    weights[`bias${d}`] = Array.from(weights[`bias${d}`]!, (value, n) => value + second[n]!);
  });
  const tensor = (values: ArrayLike<number>, shape: number[]) => tf.tensor(Float32Array.from(values), shape);
  return {
    x: tensor(flatten(golden.x), [batch, time, inputDim]),
    ...Object.fromEntries(
      Object.entries(weights).map(([key, values]) => [key, tensor(values, shapes[key] ?? [values.length])]),
    ),
  };
}

/**
 * Torch's weights, or their gradients, by our names and in our layout. Of its two biases only the first: the gradient
 * of each is that of their sum. attention_v.bias is left out: it shifts all scores alike, which does not affect the
 * softmax.
 */
function ours(torch: ClassifierGolden['torch_state'], golden: ClassifierGolden): Arrays {
  const { input_dim: inputDim, units, attention_units: attentionUnits } = golden;
  const values = (key: string) => flatten(torch[key]);
  const result: Arrays = {
    attentionKernel: transpose(values('attention_W.weight'), attentionUnits, 2 * units),
    attentionBias: values('attention_W.bias'),
    query: values('attention_v.weight'),
    dense: values('classifier.weight'),
    denseBias: values('classifier.bias'),
  };
  suffixes.forEach((suffix, d) => {
    result[`kernel${d}`] = transpose(values(`lstm.weight_ih_l0${suffix}`), 4 * units, inputDim);
    result[`recurrentKernel${d}`] = transpose(values(`lstm.weight_hh_l0${suffix}`), 4 * units, units);
    result[`bias${d}`] = values(`lstm.bias_ih_l0${suffix}`);
  });
  return result;
}

async function read(tensors: Record<string, tf.Tensor>): Promise<Arrays> {
  const entries = Object.entries(tensors).map(async ([key, tensor]) => [key, await tensor.data()] as const);
  return Object.fromEntries(await Promise.all(entries));
}
