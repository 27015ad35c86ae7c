import {
  abs,
  type io,
  memory,
  mul,
  type Tensor,
  tensor2d,
  tensor3d,
  io as tfio,
  tidy,
  train,
} from '@tensorflow/tfjs-core';
import {
  input,
  type LayersModel,
  layers,
  loadLayersModel as loadStockModel,
  model,
  sequential,
} from '@tensorflow/tfjs-layers';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fuse } from '../../../src/fuse/fuse';
import { loadLayersModel } from '../../../src/fuse/load';
import { LSTM } from '../../../src/layers/lstm';
import { expectClose } from '../../support/numeric';
import { randomiseWeights, randomTensor, useCpu } from '../model/setup';

useCpu();
afterEach(() => vi.restoreAllMocks());

type Symbolic = ReturnType<typeof input>;

// tf.js takes long to draw orthogonal values.
const recurrentInitializer = 'zeros';
const lstm = (args: Parameters<typeof layers.lstm>[0]) => layers.lstm({ recurrentInitializer, ...args });

function forecaster(): LayersModel {
  const stock = sequential({
    name: 'forecaster',
    layers: [
      layers.bidirectional({
        name: 'both',
        layer: lstm({ units: 3, returnSequences: true, inputShape: [5, 2] }),
        inputShape: [5, 2],
        mergeMode: 'concat',
      }),
      layers.batchNormalization({ name: 'norm' }),
      lstm({ name: 'one', units: 4 }),
      layers.dense({ name: 'answer', units: 1 }),
    ],
  });
  // Positive, as a batch normalisation's variances have to be.
  stock.setWeights(randomiseWeights(stock, 1).map((weight) => abs(weight)));
  return stock;
}

const x = () => randomTensor([6, 5, 2], 7);

async function saved(subject: LayersModel): Promise<io.ModelArtifacts> {
  let artifacts: io.ModelArtifacts | undefined;
  await subject.save(
    tfio.withSaveHandler(async (given) => {
      artifacts = { ...given, modelTopology: JSON.parse(JSON.stringify(given.modelTopology)) };
      return { modelArtifactsInfo: { dateSaved: new Date(), modelTopologyType: 'JSON' } };
    }),
    { includeOptimizer: true },
  );
  return artifacts!;
}

function expectSame(fused: LayersModel, stock: LayersModel, inputs: Tensor | Tensor[]): void {
  tidy(() => {
    const actual = [fused.predict(inputs)].flat();
    const expected = [stock.predict(inputs)].flat();
    expect(actual).toHaveLength(expected.length);
    expected.forEach((output, i) => {
      expectClose(`output ${i}`, actual[i]!.dataSync(), output.dataSync(), 1e-6);
    });
  });
}

describe('fuse', () => {
  it('fuses a sequential model and reports on its recurrent layers', () => {
    const stock = forecaster();
    const fused = fuse(stock);
    expectSame(fused, stock, x());
    expect(fuse.report(fused)).toEqual([
      { layer: 'both', className: 'Bidirectional', fused: true },
      { layer: 'one', className: 'LSTM', fused: true },
    ]);
    expect(fused.layers.map(({ name }) => name)).toEqual(stock.layers.map(({ name }) => name));
    expect(() => fuse.report(stock)).toThrow(/'forecaster' was not made by fuse/);
  });

  it('leaves the given model as it was', () => {
    const stock = forecaster();
    const [before] = [JSON.stringify(stock.toJSON(null, false))];
    fuse(stock);
    expect(JSON.stringify(stock.toJSON(null, false))).toBe(before);
    for (const layer of stock.layers) expect(layer.inboundNodes).toHaveLength(1);
  });

  it('shares the weights in both directions and makes no tensors', async () => {
    const stock = forecaster();
    const before = memory().numTensors;
    const fused = fuse(stock);
    expect(memory().numTensors).toBe(before);
    expect(fused.weights.map((weight) => weight.read())).toEqual(
      stock.weights.map((weight) => weight.read()),
    );
    stock.setWeights(stock.getWeights().map((weight) => mul(weight, 0.5)));
    expectSame(fused, stock, x());
    fused.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
    const dense = stock.getLayer('answer').getWeights()[0]!.dataSync();
    await fused.trainOnBatch(x(), randomTensor([6, 1], 8));
    expect(stock.getLayer('answer').getWeights()[0]!.dataSync()).not.toEqual(dense);
    expectSame(fused, stock, x());
    fused.dispose();
    expect(() => stock.predict(x())).not.toThrow();
  });

  it('stays compiled, and trains as the stock model does', async () => {
    const compiled = (): LayersModel => {
      const stock = forecaster();
      stock.compile({ optimizer: train.adam(0.01), loss: 'meanSquaredError', metrics: ['mae'] });
      return stock;
    };
    const settings = { epochs: 3, batchSize: 3, shuffle: false, verbose: 0, validationSplit: 0.2 } as const;
    const y = randomTensor([6, 1], 8);
    const stock = compiled();
    const expected = await stock.fit(x(), y, settings);
    const fused = fuse(compiled());
    const actual = await fused.fit(x(), y, settings);
    expect(Object.keys(actual.history)).toEqual(Object.keys(expected.history));
    for (const [name, values] of Object.entries(expected.history)) {
      expectClose(name, actual.history[name] as number[], values as number[], 1e-4);
    }
    const [loss, error] = (fused.evaluate(x(), y) as Tensor[]).map((value) => value.dataSync()[0]);
    const [stockLoss, stockError] = (stock.evaluate(x(), y) as Tensor[]).map((value) => value.dataSync()[0]);
    expect([loss, error].every((value, i) => Math.abs(value! - [stockLoss!, stockError!][i]!) < 1e-5)).toBe(
      true,
    );
  });

  it('continues with the state of the optimizer', async () => {
    const y = randomTensor([6, 1], 8);
    const steps = async (change: (stock: LayersModel) => LayersModel) => {
      const stock = forecaster();
      stock.compile({ optimizer: train.adam(0.05), loss: 'meanSquaredError' });
      await stock.trainOnBatch(x(), y);
      await stock.trainOnBatch(x(), y);
      const later = change(stock);
      await later.trainOnBatch(x(), y);
      return later.getWeights().flatMap((weight) => [...weight.dataSync()]);
    };
    expectClose('weights', await steps(fuse), await steps((stock) => stock), 1e-5);
  });

  it('saves a model that plain tf.js opens', async () => {
    const stock = forecaster();
    stock.compile({ optimizer: train.adam(0.01), loss: 'meanSquaredError' });
    const fused = fuse(stock);
    const artifacts = await saved(fused);
    expect(JSON.stringify(artifacts.modelTopology)).not.toContain('Gatewave');
    expect(artifacts.modelTopology).toEqual((await saved(stock)).modelTopology);
    const loaded = await loadStockModel(tfio.fromMemory(artifacts));
    expectSame(fused, loaded, x());
    expect(loaded.optimizer.getClassName()).toBe('Adam');
  });

  it('keeps which layers are trainable', () => {
    const stock = forecaster();
    stock.getLayer('one').trainable = false;
    const fused = fuse(stock);
    const names = (subject: LayersModel) => subject.trainableWeights.map(({ originalName }) => originalName);
    expect(names(fused)).toEqual(names(stock));
    fused.getLayer('one').trainable = true;
    expect(names(fused)).toEqual(names(stock));
    expect(names(fused)).toHaveLength(13);
  });

  it('fuses shared layers, several inputs and outputs, and models in models', () => {
    const shared = lstm({ name: 'shared', units: 3, returnSequences: true, returnState: true });
    const [a, b] = [input({ shape: [4, 2], name: 'a' }), input({ shape: [4, 2], name: 'b' })];
    const [outputsA, h, c] = shared.apply(a) as [Symbolic, Symbolic, Symbolic];
    const [outputsB] = shared.apply(b) as [Symbolic];
    const continued = lstm({ name: 'continued', units: 3 }).apply([outputsB, h, c]) as Symbolic;
    const innerInput = input({ shape: [4, 3] });
    const inner = model({
      name: 'inner',
      inputs: innerInput,
      outputs: lstm({ name: 'deep', units: 2 }).apply(innerInput) as Symbolic,
    });
    const deepA = inner.apply(outputsA) as Symbolic;
    const deepB = inner.apply(outputsB) as Symbolic;
    const sum = layers.add().apply([deepA, deepB]) as Symbolic;
    const stock = model({ inputs: [a, b], outputs: [continued, sum] });
    randomiseWeights(stock, 3);
    const fused = fuse(stock);
    expectSame(fused, stock, [randomTensor([3, 4, 2], 1), randomTensor([3, 4, 2], 2)]);
    const layersOf = fuse.report(fused).map(({ layer }) => layer);
    expect(layersOf.sort()).toEqual(['continued', 'inner/deep', 'shared']);
    expect(fused.toJSON(null, false)).toEqual(stock.toJSON(null, false));
  });

  it('fuses layers after an embedding with a mask, and with masks that come from the data', () => {
    const words = sequential({
      layers: [
        layers.embedding({ inputDim: 6, outputDim: 3, maskZero: true, inputLength: 5 }),
        lstm({ units: 3, returnSequences: true }),
        layers.bidirectional({ layer: lstm({ units: 2 }), mergeMode: 'sum' }),
      ],
    });
    randomiseWeights(words, 1);
    const sentences = tensor2d([
      [1, 2, 3, 0, 0],
      [0, 0, 4, 5, 1],
      [2, 0, 3, 0, 1],
      [0, 0, 0, 0, 0],
    ]);
    expectSame(fuse(words), words, sentences);
    const series = sequential({
      layers: [layers.masking({ maskValue: 9, inputShape: [3, 1] }), lstm({ units: 2 })],
    });
    randomiseWeights(series, 2);
    const values = tensor3d([
      [[1], [9], [2]],
      [[9], [9], [3]],
    ]);
    expectSame(fuse(series), series, values);
  });

  it('leaves stock what it cannot compute, and says why', () => {
    const stock = sequential({
      layers: [
        lstm({
          name: 'dropping',
          units: 2,
          recurrentDropout: 0.5,
          returnSequences: true,
          inputShape: [4, 2],
        }),
        lstm({ name: 'elu', units: 2, activation: 'elu', returnSequences: true }),
        layers.gru({
          name: 'softsign',
          units: 2,
          recurrentActivation: 'softsign',
          returnSequences: true,
          recurrentInitializer,
        }),
        layers.simpleRNN({ name: 'simple', units: 2, returnSequences: true, recurrentInitializer }),
        layers.rnn({
          name: 'cell',
          cell: [
            layers.lstmCell({ units: 2, recurrentInitializer }),
            layers.simpleRNNCell({ units: 2, recurrentInitializer }),
          ],
        }),
      ],
    });
    randomiseWeights(stock, 1);
    const fused = fuse(stock);
    expectSame(fused, stock, randomTensor([3, 4, 2], 1));
    const reasons = Object.fromEntries(fuse.report(fused).map(({ layer, reason }) => [layer, reason]));
    expect(reasons).toEqual({
      dropping: expect.stringContaining('recurrentDropout is 0.5'),
      elu: expect.stringContaining("activation is 'elu'"),
      softsign: expect.stringContaining("recurrentActivation is 'softsign'"),
      simple: expect.stringContaining('it is a SimpleRNN'),
      cell: expect.stringContaining('its cell is a SimpleRNNCell'),
    });
  });

  it('accepts a model that is already fused, or has our layers', () => {
    const stock = forecaster();
    const again = fuse(fuse(stock));
    expectSame(again, stock, x());
    const ours = sequential({ layers: [new LSTM({ name: 'ours', units: 2, inputShape: [5, 2] })] });
    const fused = fuse(ours);
    expectSame(fused, ours, x());
    expect(fuse.report(fused)).toEqual([{ layer: 'ours', className: 'GatewaveLSTM', fused: true }]);
  });

  it('has states of its own in a stateful model', () => {
    const stock = sequential({
      layers: [lstm({ units: 3, stateful: true, batchInputShape: [2, 4, 2], returnSequences: true })],
    });
    randomiseWeights(stock, 1);
    const fused = fuse(stock);
    const series = randomTensor([2, 4, 2], 1);
    expectSame(fused, stock, series);
    expectSame(fused, stock, series);
    stock.resetStates();
    const fresh = (stock.predict(series) as Tensor).dataSync();
    expect((fused.predict(series) as Tensor).dataSync()).not.toEqual(fresh);
    fused.resetStates();
    expectClose('after a reset', (fused.predict(series) as Tensor).dataSync(), fresh, 1e-6);
  });
});

describe('loadLayersModel', () => {
  it('loads a model fused, and frees its weights with it', async () => {
    const stock = forecaster();
    const artifacts = await saved(stock);
    const before = memory().numTensors;
    const fused = await loadLayersModel(tfio.fromMemory(artifacts), { fused: true });
    expect(fuse.report(fused).every((entry) => entry.fused)).toBe(true);
    expectSame(fused, stock, x());
    fused.dispose();
    expect(memory().numTensors - before).toBeLessThanOrEqual(2);
    const plain = await loadLayersModel(tfio.fromMemory(artifacts));
    expect(() => fuse.report(plain)).toThrow();
    expectSame(plain, stock, x());
  });
});
