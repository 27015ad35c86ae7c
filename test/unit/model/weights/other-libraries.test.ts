import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { memory, slice, type Tensor3D } from '@tensorflow/tfjs-core';
import * as ort from 'onnxruntime-web';
import { describe, expect, it } from 'vitest';
import { Classifier, type ClassifierSizes } from '../../../../src/model/network/classifier';
import { loadModel } from '../../../../src/model/weights/load-model';
import type { ModelMetadata } from '../../../../src/model/weights/metadata';
import { saveModel } from '../../../../src/model/weights/model-files';
import { encodeRecurrent } from '../../../../src/model/weights/onnx/recurrent';
import type { CellName, RecurrentWeights } from '../../../../src/model/weights/recurrent';
import { expectClose } from '../../../support/numeric';
import { plainRecurrent, toSequences } from '../../../support/plain-recurrent';
import { randomiseWeights, randomTensor, useCpu } from '../setup';

useCpu();

const cases: ClassifierSizes[] = [
  { channels: 2, units: 5, score: 'additive', attentionUnits: 4, classes: 2 },
  { channels: 1, units: 4, score: 'additive', attentionUnits: 3, classes: 3 },
  { channels: 3, units: 3, score: 'dot', attentionUnits: 0, classes: 2 },
];

function makeClassifier(sizes: ClassifierSizes): { classifier: Classifier; metadata: ModelMetadata } {
  const classifier = Classifier.create(sizes, 'torch', 1);
  for (const tensor of randomiseWeights(classifier.model, 2)) tensor.dispose();
  const classNames = Array.from({ length: sizes.classes }, (_, i) => `class ${i}`);
  return {
    classifier,
    metadata: { classNames, preparation: { scaling: 'max', missing: 'linear' }, time: 9 },
  };
}

const seriesOf = (batch: number, time: number, channels: number): Tensor3D =>
  randomTensor([batch, time, channels], 3) as Tensor3D;

describe.each(cases)('the classifier %o', (sizes) => {
  it('opens in tf.js alone, and predicts the same, at any time length and batch', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gatewave-'));
    try {
      const model = makeClassifier(sizes);
      const { stock } = await saveModel(model);
      const series = [seriesOf(3, 9, sizes.channels), seriesOf(1, 14, sizes.channels)];
      const given = series.map((x) => ({ shape: x.shape, data: Array.from(x.dataSync()) }));
      writeFileSync(join(folder, 'model.json'), stock.modelJson);
      writeFileSync(join(folder, 'weights.bin'), stock.weightsBin);
      writeFileSync(join(folder, 'series.json'), JSON.stringify(given));
      const script = join(import.meta.dirname, '../../../support/plain-tfjs.mjs');
      const { stdout } = await promisify(execFile)(process.execPath, [script, folder]);
      const outputs = JSON.parse(stdout) as { shape: number[]; data: number[] }[][];
      series.forEach((x, i) => {
        const { probability, attention } = model.classifier.predict(x);
        const [stockProbability, stockAttention] = outputs[i]!;
        expect(stockProbability!.shape).toEqual(probability.shape);
        expect(stockAttention!.shape).toEqual(attention.shape);
        expectClose('probability', stockProbability!.data, probability.dataSync(), 1e-5);
        expectClose('attention', stockAttention!.data, attention.dataSync(), 1e-5);
      });
      model.classifier.dispose();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('comes back from the model of tf.js’s own layers', async () => {
    const { classifier, metadata } = makeClassifier(sizes);
    const { stock } = await saveModel({ classifier, metadata });
    const loaded = await loadModel({ kind: 'tfjs', ...stock });
    expect(loaded.metadata).toEqual(metadata);
    expect(loaded.classifier.sizes).toEqual(sizes);
    const expected = await classifier.getWeights();
    for (const [name, values] of await loaded.classifier.getWeights()) {
      expectClose(name, values, expected.get(name)!, 1e-6);
    }
    classifier.dispose();
    loaded.classifier.dispose();
  });

  it('is saved without a tensor left behind', async () => {
    const model = makeClassifier(sizes);
    await saveModel(model);
    const before = memory().numTensors;
    await saveModel(model);
    expect(memory().numTensors).toBe(before);
    model.classifier.dispose();
  });

  it('computes the same in ONNX Runtime, also with lengths', async () => {
    const model = makeClassifier(sizes);
    const { onnx } = await saveModel(model);
    const session = await ort.InferenceSession.create(onnx);
    expect(session.inputNames).toEqual(['series', 'lengths']);
    for (const [batch, time] of [
      [1, 9],
      [7, 12],
    ] as const) {
      const x = seriesOf(batch, time, sizes.channels);
      const lengths = Int32Array.from({ length: batch }, (_, i) => (i === 0 ? time : 1 + ((5 * i) % time)));
      const results = await session.run({
        series: new ort.Tensor('float32', x.dataSync().slice(), x.shape),
        lengths: new ort.Tensor('int32', lengths, [batch]),
      });
      const probability = results.probability!;
      const attention = results.attention!;
      expect(attention.dims).toEqual([batch, time]);
      // Ours take no lengths: each series by itself, as long as it is.
      for (let b = 0; b < batch; b++) {
        const steps = lengths[b]!;
        const own = model.classifier.predict(slice(x, [b, 0, 0], [1, steps, sizes.channels]));
        const columns = probability.dims[1]!;
        const row = (probability.data as Float32Array).slice(b * columns, (b + 1) * columns);
        const weights = (attention.data as Float32Array).slice(b * time, (b + 1) * time);
        expectClose(`probability ${b}`, row, own.probability.dataSync(), 1e-4);
        expectClose(`attention ${b}`, weights.slice(0, steps), own.attention.dataSync(), 1e-4);
        expect(weights.slice(steps).every((weight) => weight === 0)).toBe(true);
      }
    }
    await session.release();
    model.classifier.dispose();
  });
});

describe('recurrent layers in ONNX Runtime', () => {
  let seed = 10;
  const weight = (shape: number[]) => {
    const tensor = randomTensor(shape, seed++, 0.5);
    return { shape, data: tensor.dataSync() as Float32Array };
  };

  function layer(
    cell: CellName,
    inputDim: number,
    units: number,
    directions: 1 | 2,
    resetAfter = false,
  ): RecurrentWeights {
    const columns = (cell === 'lstm' ? 4 : 3) * units;
    const one = () => ({
      kernel: weight([inputDim, columns]),
      recurrentKernel: weight([units, columns]),
      bias: weight(resetAfter ? [2, columns] : [columns]),
    });
    return { cell, resetAfter, directions: directions === 2 ? [one(), one()] : [one()] };
  }

  it.each([
    ['a GRU whose reset gate acts after the product', [layer('gru', 2, 3, 1, true)]],
    ['a GRU whose reset gate acts before it', [layer('gru', 2, 3, 1)]],
    ['a stack', [layer('lstm', 2, 3, 2), layer('gru', 6, 2, 2, true), layer('lstm', 4, 4, 1)]],
  ])('compute the same: %s', async (_name, layers) => {
    const session = await ort.InferenceSession.create(encodeRecurrent(layers));
    for (const [batch, time] of [
      [1, 6],
      [7, 4],
    ] as const) {
      const x = seriesOf(batch, time, 2);
      const lengths = Int32Array.from({ length: batch }, (_, i) => (i === 0 ? time : 1 + (i % time)));
      const { outputs } = await session.run({
        x: new ort.Tensor('float32', x.dataSync().slice(), x.shape),
        lengths: new ort.Tensor('int32', lengths, [batch]),
      });
      const [, , features] = outputs!.dims as [number, number, number];
      const computed = toSequences(outputs!.data as Float32Array, [batch, time, features]);
      toSequences(x.dataSync(), x.shape).forEach((steps, b) => {
        const own = layers.reduce(
          (sequences, each) => plainRecurrent(sequences, each),
          [steps.slice(0, lengths[b])],
        );
        expectClose(`series ${b}`, computed[b]!.slice(0, lengths[b]).flat(), own.flat(2), 1e-4);
        expect(
          computed[b]!.slice(lengths[b])
            .flat()
            .every((value) => value === 0),
        ).toBe(true);
      });
    }
    await session.release();
  });
});
