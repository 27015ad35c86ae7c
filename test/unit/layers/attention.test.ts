import {
  add,
  div,
  expandDims,
  io,
  matMul,
  mul,
  reshape,
  softmax,
  sum,
  type Tensor,
  type Tensor2D,
  tanh,
  tidy,
  train,
} from '@tensorflow/tfjs-core';
import { input, layers, loadLayersModel, model, sequential } from '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import { AttentionPooling, type AttentionPoolingArgs } from '../../../src/layers/attention';
import { expectClose } from '../../support/numeric';
import { randomTensor, useCpu } from '../model/setup';

useCpu();

const batch = 3;
const time = 6;
const features = 4;

/** The equations in tf.js ops. */
function expected(values: Tensor, weights: Tensor[]): [context: Tensor, attention: Tensor] {
  const flat: Tensor2D = reshape(values, [batch * time, features]);
  const [first, bias, query] = weights as [Tensor2D, Tensor?, Tensor?];
  const scores =
    bias && query
      ? matMul(tanh(add(matMul(flat, first), bias)), expandDims(query, 1))
      : div(matMul(flat, expandDims(first, 1)), Math.sqrt(features));
  const attention = softmax(reshape(scores, [batch, time]));
  return [sum(mul(values, expandDims(attention, 2)), 1), attention];
}

describe('AttentionPooling', () => {
  it.each<AttentionPoolingArgs>([{ score: 'additive', units: 5 }, { score: 'dot' }])(
    'computes its equations with %o',
    (args) => {
      tidy(() => {
        const layer = new AttentionPooling({ ...args, returnWeights: true });
        const values = randomTensor([batch, time, features], 1);
        layer.apply(values);
        const weights = layer.getWeights().map(({ shape }, i) => randomTensor(shape as number[], 10 + i));
        layer.setWeights(weights);
        const [context, attention] = layer.apply(values) as [Tensor, Tensor];
        const [expectedContext, expectedAttention] = expected(values, weights);
        expectClose('context', context.dataSync(), expectedContext.dataSync(), 1e-6);
        expectClose('attention', attention.dataSync(), expectedAttention.dataSync(), 1e-6);
      });
    },
  );

  it('works in a tf.model with both outputs, on series of any length, and after save and load', async () => {
    const x = input({ shape: [null, features] });
    const [context, attention] = new AttentionPooling({ units: 3, returnWeights: true }).apply(
      x,
    ) as (typeof x)[];
    const m = model({ inputs: x, outputs: [context!, attention!] });
    const values = randomTensor([2, 9, features], 1);
    const before = (m.predict(values) as Tensor[]).map((output) => output.dataSync());
    expect(before.map(({ length }) => length)).toEqual([2 * features, 2 * 9]);
    let saved: io.ModelArtifacts | undefined;
    await m.save(
      io.withSaveHandler(async (artifacts) => {
        saved = { ...artifacts, modelTopology: JSON.parse(JSON.stringify(artifacts.modelTopology)) };
        return { modelArtifactsInfo: { dateSaved: new Date(), modelTopologyType: 'JSON' } };
      }),
    );
    const loaded = await loadLayersModel(io.fromMemory(saved as io.ModelArtifacts));
    const after = (loaded.predict(values) as Tensor[]).map((output) => output.dataSync());
    expect(after).toEqual(before);
  });

  it('is trained by fit', async () => {
    const m = sequential({
      layers: [new AttentionPooling({ units: 3, inputShape: [time, features] }), layers.dense({ units: 1 })],
    });
    m.compile({ optimizer: train.adam(0.02), loss: 'meanSquaredError' });
    const start = m.layers[0]!.getWeights().map((weight) => weight.dataSync().slice());
    const { history } = await m.fit(randomTensor([8, time, features], 1), randomTensor([8, 1], 2), {
      epochs: 20,
      shuffle: false,
      verbose: 0,
    });
    expect(history.loss?.at(-1)).toBeLessThan(0.95 * (history.loss?.[0] as number));
    m.layers[0]!.getWeights().forEach((weight, i) => {
      expect(weight.dataSync()).not.toEqual(start[i]);
    });
  });

  it.each([
    [{ score: 'cosine' }, /score is 'cosine'/],
    [{ score: 'additive' }, /units is undefined/],
    [{ units: 1.5 }, /units is 1.5/],
  ])('refuses %o', (args, message) => {
    expect(() => new AttentionPooling(args as never)).toThrow(message);
  });
});
