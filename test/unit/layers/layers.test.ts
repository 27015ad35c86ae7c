import {
  addN,
  io,
  matMul,
  memory,
  mul,
  type Scalar,
  sum,
  type Tensor,
  tidy,
  train,
  type Variable,
  variableGrads,
} from '@tensorflow/tfjs-core';
import { input, type LayersModel, layers, loadLayersModel, model, sequential } from '@tensorflow/tfjs-layers';
import { describe, expect, it, vi } from 'vitest';
import { Bidirectional } from '../../../src/layers/bidirectional';
import { LSTM } from '../../../src/layers/lstm';
import { expectClose } from '../../support/numeric';
import { randomiseWeights, randomTensor, useCpu } from '../model/setup';

useCpu();

const batch = 3;
const time = 7;
const inputDim = 2;
const units = 5;

type Layer = layers.Layer;

/** tf.layers.lstm; its orthogonal initializer needs chained ops, and the weights are replaced anyway. */
function stockLstm(args: Parameters<typeof layers.lstm>[0]): ReturnType<typeof layers.lstm> {
  return layers.lstm({ ...args, recurrentInitializer: 'zeros' });
}

function modelOf(layer: Layer): LayersModel {
  const x = input({ shape: [time, inputDim] });
  return model({ inputs: x, outputs: layer.apply(x) as typeof x });
}

/** Values of all outputs, and the gradients of a random projection of them to all weights. */
function valuesAndGradients(m: LayersModel): { outputs: Float32Array[]; gradients: Float32Array[] } {
  return tidy(() => {
    const x = randomTensor([batch, time, inputDim], 1);
    const variables = m.trainableWeights.map((weight) => weight.read() as Variable);
    const outputs = [m.apply(x)].flat() as Tensor[];
    const { grads } = variableGrads(() => {
      const traced = [m.apply(x)].flat() as Tensor[];
      const projections = traced.map((output, i) => sum(mul(output, randomTensor(output.shape, 50 + i))));
      return addN(projections) as Scalar;
    }, variables);
    return {
      outputs: outputs.map((output) => output.dataSync<'float32'>()),
      gradients: variables.map((variable) => (grads[variable.name] as Tensor).dataSync<'float32'>()),
    };
  });
}

/** Both models get the same weights and must compute the same. */
function expectSame(ours: LayersModel, stock: LayersModel): void {
  ours.setWeights(randomiseWeights(stock, 10));
  const actual = valuesAndGradients(ours);
  const expected = valuesAndGradients(stock);
  expect(actual.outputs.length).toBe(expected.outputs.length);
  expected.outputs.forEach((output, i) => {
    expectClose(`output ${i}`, actual.outputs[i]!, output, 1e-6);
  });
  expected.gradients.forEach((gradient, i) => {
    const name = stock.trainableWeights[i]!.originalName;
    expectClose(`gradient of ${name}`, actual.gradients[i]!, gradient, 1e-5);
  });
}

describe('LSTM', () => {
  const settings = [false, true].flatMap((returnSequences) =>
    [false, true].flatMap((goBackwards) =>
      [undefined, 'sigmoid' as const].map((recurrentActivation) => ({
        units,
        returnSequences,
        goBackwards,
        ...(recurrentActivation && { recurrentActivation }),
      })),
    ),
  );
  it.each(settings)('equals tf.layers.lstm with %o', (args) => {
    expectSame(modelOf(new LSTM(args)), modelOf(stockLstm(args)));
  });

  it('equals tf.layers.lstm in the states it returns', () => {
    const args = { units, returnSequences: true, returnState: true };
    expectSame(modelOf(new LSTM(args)), modelOf(stockLstm(args)));
  });

  it('equals tf.layers.lstm from a given initial state', () => {
    const from = (layer: Layer): LayersModel => {
      const x = input({ shape: [time, inputDim] });
      const h = input({ shape: [units] });
      const c = input({ shape: [units] });
      const y = layer.apply([x, h, c]) as typeof x;
      return model({ inputs: [x, h, c], outputs: y });
    };
    const ours = from(new LSTM({ units }));
    const stock = from(stockLstm({ units }));
    ours.setWeights(randomiseWeights(stock, 10));
    const inputs = [
      randomTensor([batch, time, inputDim], 1),
      randomTensor([batch, units], 2),
      randomTensor([batch, units], 3),
    ];
    const actual = ours.predict(inputs) as Tensor;
    const expected = stock.predict(inputs) as Tensor;
    expectClose('output', actual.dataSync(), expected.dataSync(), 1e-6);
  });

  it.each([true, false])(
    'works inside tf.layers.bidirectional with returnSequences %s',
    (returnSequences) => {
      const wrap = (layer: Layer) =>
        modelOf(layers.bidirectional({ layer: layer as never, mergeMode: 'concat' }));
      expectSame(wrap(new LSTM({ units, returnSequences })), wrap(stockLstm({ units, returnSequences })));
    },
  );

  it('starts with Keras initial values: orthogonal recurrent kernel, forget bias 1', () => {
    const layer = new LSTM({ units });
    modelOf(layer);
    const [, recurrentKernel, bias] = layer.getWeights() as [Tensor, Tensor, Tensor];
    const product = matMul(recurrentKernel, recurrentKernel, false, true).dataSync();
    const identity = Float32Array.from({ length: units * units }, (_, i) => (i % (units + 1) === 0 ? 1 : 0));
    expectClose('U Uᵀ', product, identity, 1e-6);
    expect([...bias.dataSync()]).toEqual(
      Array.from({ length: 4 * units }, (_, i) => (i >= 5 && i < 10 ? 1 : 0)),
    );
  });

  it.each([
    [{ units: 0 }, /units.*0/],
    [{ units, recurrentDropout: 0.5 }, /recurrentDropout is not computed/],
    [{ units, activityRegularizer: 'l1l2' }, /activityRegularizer is not computed/],
    [{ units, activation: 'elu' }, /activation is 'elu': the kernels have tanh/],
    [{ units, recurrentActivation: 'softsign' }, /recurrentActivation is 'softsign'/],
    [{ units, kernelInitializer: 'none' }, /Unknown initializer: none/],
  ])('refuses %o', (args, message) => {
    expect(() => new LSTM(args as never)).toThrow(message);
  });

  it('says how many initial states it takes', () => {
    const layer = new LSTM({ units, name: 'mine' });
    const x = randomTensor([batch, time, inputDim], 1);
    expect(() => layer.apply([x, randomTensor([batch, units], 2)])).toThrow(
      'mine takes 2 initial states, but was given 1',
    );
  });
});

describe('Bidirectional', () => {
  const modes = (['concat', 'sum', 'ave', 'mul'] as const).flatMap((mergeMode) =>
    [true, false].map((returnSequences) => ({ mergeMode, returnSequences })),
  );
  const stock = ({ mergeMode, ...args }: (typeof modes)[number] & { returnState?: boolean }) =>
    layers.bidirectional({ layer: stockLstm({ units, ...args }) as never, mergeMode });

  it.each(modes)('equals tf.layers.bidirectional with %o', (args) => {
    expectSame(modelOf(new Bidirectional({ units, ...args })), modelOf(stock(args)));
  });

  it('equals tf.layers.bidirectional in the states it returns', () => {
    const args = { mergeMode: 'concat', returnSequences: true, returnState: true } as const;
    expectSame(modelOf(new Bidirectional({ units, ...args })), modelOf(stock(args)));
  });

  it('equals tf.layers.bidirectional from given initial states', () => {
    const states = [2, 3, 4, 5].map((seed) => randomTensor([batch, units], seed));
    const x = randomTensor([batch, time, inputDim], 1);
    const args = { mergeMode: 'concat', returnSequences: true } as const;
    const ours = new Bidirectional({ units, ...args });
    const theirs = stock(args);
    ours.apply(x);
    theirs.apply(x);
    const weights = theirs
      .getWeights()
      .map((weight, i) => randomTensor(weight.shape as number[], 10 + i, 0.4));
    ours.setWeights(weights);
    theirs.setWeights(weights);
    const actual = ours.apply(x, { initialState: states }) as Tensor;
    const expected = theirs.apply(x, { initialState: states }) as Tensor;
    expectClose('outputs', actual.dataSync(), expected.dataSync(), 1e-6);
  });

  it('refuses a merge mode it does not have', () => {
    expect(() => new Bidirectional({ units, mergeMode: 'max' as never })).toThrow(/mergeMode is 'max'/);
  });
});

describe('in a tf.sequential', () => {
  function stack() {
    return sequential({
      layers: [
        new Bidirectional({
          name: 'both',
          units: 4,
          returnSequences: true,
          inputShape: [time, inputDim],
          mergeMode: 'ave',
        }),
        new LSTM({ name: 'one', units: 3, recurrentActivation: 'sigmoid' }),
        layers.dense({ units: 1 }),
      ],
    });
  }

  it('has a summary with the shapes and the number of weights', () => {
    const lines: string[] = [];
    stack().summary(140, undefined, (line?: string) => lines.push(line ?? ''));
    const text = lines.join('\n');
    // 2 · 4·4·(2 + 4 + 1) of the first layer, 4·3·(4 + 3 + 1) of the second.
    expect(text).toMatch(/both \(GatewaveBidirectional\).*\[null,7,4\]\s+224/);
    expect(text).toMatch(/one \(GatewaveLSTM\).*\[null,3\]\s+96/);
  });

  it('is trained by fit', async () => {
    const m = stack();
    m.compile({ optimizer: train.adam(0.02), loss: 'meanSquaredError' });
    const x = randomTensor([8, time, inputDim], 1);
    const y = randomTensor([8, 1], 2);
    const { history } = await m.fit(x, y, { epochs: 15, batchSize: 4, shuffle: false, verbose: 0 });
    expect(history.loss?.at(-1)).toBeLessThan(0.9 * (history.loss?.[0] as number));
  });

  it('predicts the same after save and load, and keeps its configuration', async () => {
    const m = stack();
    randomiseWeights(m, 30);
    let saved: io.ModelArtifacts | undefined;
    await m.save(
      io.withSaveHandler(async (artifacts) => {
        // Through JSON, as a file would go.
        saved = { ...artifacts, modelTopology: JSON.parse(JSON.stringify(artifacts.modelTopology)) };
        return { modelArtifactsInfo: { dateSaved: new Date(), modelTopologyType: 'JSON' } };
      }),
    );
    const loaded = await loadLayersModel(io.fromMemory(saved as io.ModelArtifacts));
    const x = randomTensor([batch, time, inputDim], 1);
    const before = (m.predict(x) as Tensor).dataSync();
    expect((loaded.predict(x) as Tensor).dataSync()).toEqual(before);
    // JSON has no undefined; tf.js writes null.
    const plain = (config: object) =>
      JSON.parse(JSON.stringify(config, (_key, value: unknown) => (value === undefined ? null : value)));
    loaded.layers.forEach((layer, i) => {
      expect(plain(layer.getConfig())).toEqual(plain(m.layers[i]!.getConfig()));
    });
  });

  it('leaves no tensor behind and warns of nothing', () => {
    const warn = vi.spyOn(console, 'warn');
    const m = stack();
    const x = randomTensor([batch, time, inputDim], 1);
    (m.predict(x) as Tensor).dispose();
    const before = memory().numTensors;
    (m.predict(x) as Tensor).dispose();
    expect(memory().numTensors).toBe(before);
    expect(warn).not.toHaveBeenCalled();
  });
});
