/**
 * What a program of a user might be: an LSTM as an op, a model with our layer that goes through its saved form, and a
 * stock model that is fused.
 */
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { layers, models, sequential } from '@tensorflow/tfjs-layers';
import { fuse, initialiseWebGPU, LSTM, lstm, registerKernels } from 'gatewave';
import { readDataset, textFile } from 'gatewave/data';
import { parameterCount } from 'gatewave/model';
import { countDispatches } from 'gatewave/plan';

/** @param input sizes and numbers of an LSTM; @returns its outputs as plain arrays, and what else was tried */
export async function run({ batch, time, inputDim, units, x, kernel, recurrentKernel, bias }) {
  registerKernels();
  if (globalThis.navigator?.gpu) await initialiseWebGPU();
  else await tf.setBackend('cpu');

  const sequence = tf.tensor3d(x, [batch, time, inputDim]);
  const weights = {
    kernel: tf.tensor2d(kernel, [inputDim, 4 * units]),
    recurrentKernel: tf.tensor2d(recurrentKernel, [units, 4 * units]),
    bias: tf.tensor1d(bias),
  };
  const { outputs } = lstm(sequence, weights);

  const options = {
    units,
    recurrentActivation: 'sigmoid',
    returnSequences: true,
    inputShape: [time, inputDim],
  };
  const model = sequential({ layers: [new LSTM(options)] });
  const loaded = await models.modelFromJSON(model.toJSON(null, false));
  // The default, 'orthogonal', needs tf.js's chained operations, which only '@tensorflow/tfjs' registers.
  const stock = sequential({ layers: [layers.lstm({ ...options, recurrentInitializer: 'glorotUniform' })] });
  for (const each of [loaded, stock]) each.setWeights(Object.values(weights));
  const fused = fuse(stock);

  return {
    backend: tf.getBackend(),
    outputs: Array.from(await outputs.data()),
    layerOutputs: Array.from(await loaded.predict(sequence).data()),
    fusedOutputs: Array.from(await fused.predict(sequence).data()),
    fusedLayers: fuse.report(fused).filter((layer) => layer.fused).length,
    series: (await readDataset([textFile('a text', 'a,1,2\nb,3,4\n')])).dataset.count,
    parameters: parameterCount({ channels: 1, units: 32, score: 'additive', attentionUnits: 64, classes: 2 }),
    dispatches: countDispatches({ name: 'empty', outputs: [], scratch: [], passes: [] }),
  };
}
