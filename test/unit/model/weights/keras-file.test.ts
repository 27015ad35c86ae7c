import { io, type Tensor, tensor3d } from '@tensorflow/tfjs-core';
import { loadLayersModel as loadStockModel, type SymbolicTensor } from '@tensorflow/tfjs-layers';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { loadLayersModel } from '../../../../src/fuse/load';
import { tfjsTopology } from '../../../../src/layers/keras-topology';
import { classifierOfLayers } from '../../../../src/model/weights/keras/classifier';
import type { KerasLayer, KerasModel } from '../../../../src/model/weights/keras/file';
import { readKerasArchive } from '../../../../src/model/weights/keras/file';
import { kerasLayersModel } from '../../../../src/model/weights/keras/layers-model';
import { readKerasRecurrent } from '../../../../src/model/weights/keras/recurrent';
import { loadModel } from '../../../../src/model/weights/load-model';
import { readWeights } from '../../../../src/model/weights/read';
import { writeSafetensors } from '../../../../src/model/weights/safetensors';
import type { NamedTensors } from '../../../../src/model/weights/tensors';
import { readZip } from '../../../../src/model/weights/zip';
import { expectClose } from '../../../support/numeric';
import { plainRecurrent, type Sequences, toSequences } from '../../../support/plain-recurrent';
import { asWeight, fixture, kerasAnswers } from '../../../support/weight-fixtures';
import { useCpu } from '../setup';

useCpu();

const answers = kerasAnswers();

async function read(name: string): Promise<KerasModel> {
  const file = await readWeights(fixture('keras', name));
  if (file.format !== 'keras') throw new Error(`${name} is taken for ${file.format}`);
  return file.model;
}

/** The weights under Keras's own paths, as the line of Python that the messages advise writes them. */
function pathsOfClassifier(): NamedTensors {
  const names = ['kernel', 'recurrent_kernel', 'bias'];
  const encoder = ['forward_lstm', 'backward_lstm'].flatMap((direction) =>
    names.map((name) => `encoder/${direction}/lstm_cell/${name}`),
  );
  const paths = Object.entries(answers.classifier!.layers).flatMap(([layer, weights]) =>
    weights.map((weight, i) => {
      const path = layer === 'encoder' ? encoder[i]! : `${layer}/${['kernel', 'bias'][i]}`;
      return [path, asWeight(weight)] as const;
    }),
  );
  const numbered = paths.map(([path, weight], i) => [`${i}/${path}`, weight] as const);
  // safetensors.numpy sorts by name.
  return new Map(numbered.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

describe('a file of Keras', () => {
  it.each(['classifier.keras', 'classifier.h5', 'classifier.weights.h5', 'sequence.keras', 'sequence.h5'])(
    '%s has the weights of each layer, in their order',
    async (name) => {
      const { layers } = await read(name);
      const expected = Object.entries(answers[name.split('.')[0]!]!.layers);
      const weighted = layers.filter(({ weights }) => weights.length > 0);
      // Of weights alone the order is that of the groups, which are called by the class.
      expect(weighted.map((layer) => layer.name)).toEqual(expected.map(([layer]) => layer));
      for (const [i, [, weights]] of expected.entries()) {
        expect(weighted[i]!.weights).toEqual(weights.map(asWeight));
      }
    },
  );

  it.each(['classifier.keras', 'classifier.h5', 'classifier.weights.h5'])(
    '%s is a classifier that predicts what Keras predicts',
    async (name) => {
      const { x, outputs } = answers.classifier!;
      const { classifier, notes } = await loadModel({ kind: 'weights', bytes: fixture('keras', name) });
      // Weights alone do not say what is computed with them.
      expect(notes?.length ?? 0).toBe(name === 'classifier.weights.h5' ? 1 : 0);
      const predicted = classifier.predict(tensor3d(x.data, x.shape as [number, number, number]));
      expectClose('probability', predicted.probability.dataSync(), outputs[0]!.data, 1e-6);
      expectClose('attention', predicted.attention.dataSync(), outputs[1]!.data, 1e-6);
      classifier.dispose();
    },
  );

  it('is a classifier as safetensors, too, under the paths of Keras', async () => {
    const bytes = writeSafetensors(pathsOfClassifier());
    const one = await loadModel({ kind: 'weights', bytes });
    const other = await loadModel({ kind: 'weights', bytes: fixture('keras', 'classifier.keras') });
    expect(await one.classifier.getWeights()).toEqual(await other.classifier.getWeights());
    one.classifier.dispose();
    other.classifier.dispose();
  });

  it.each(['sequence.keras', 'sequence.h5'])(
    '%s has LSTM and GRU that compute what Keras computes, hard_sigmoid of Keras 3 converted',
    async (name) => {
      const { x, outputs } = answers.sequence!;
      const { layers } = await read(name);
      const notes: string[] = [];
      let sequences: Sequences = toSequences(x.data, x.shape);
      for (const layer of layers.filter(({ className }) => /LSTM|GRU|Bidirectional/.test(className!))) {
        const recurrent = readKerasRecurrent(layer);
        notes.push(...recurrent.notes);
        sequences = plainRecurrent(sequences, recurrent, recurrent);
        const units = recurrent.directions[0].recurrentKernel.shape[0]!;
        if (recurrent.mergeMode === 'sum') {
          sequences = sequences.map((steps) =>
            steps.map((step) => step.slice(0, units).map((value, u) => value + step[units + u]!)),
          );
        }
      }
      const [kernel, bias] = layers.at(-1)!.weights;
      const last = sequences.map((steps) =>
        steps.at(-1)!.reduce((sum, value, i) => sum + value * kernel!.data[i]!, bias!.data[0]!),
      );
      expectClose(name, last, outputs[0]!.data, 1e-6);
      expect(notes).toHaveLength(1);
      expect(notes[0]).toMatch(/hard_sigmoid of lstm_1 is that of Keras 3\.16\.0.*multiplied by 5\/6/);
    },
  );

  it('of Keras 2 has its own hard_sigmoid, which is not converted', async () => {
    const { layers } = await read('sequence-keras-2.h5');
    const [lstm] = layers.filter(({ className }) => className === 'LSTM');
    expect(lstm?.kerasVersion).toBe('2.15.0');
    const recurrent = readKerasRecurrent(lstm!);
    expect(recurrent).toMatchObject({ cell: 'lstm', recurrentActivation: 'hardSigmoid', notes: [] });
    expect(recurrent.directions[0].kernel).toEqual(asWeight(answers.sequence!.layers.lstm_1![0]!));
    expect(layers.map(({ weights }) => weights)).toEqual(
      (await read('sequence.h5')).layers.map(({ weights }) => weights),
    );
  });

  it('of weights alone tells what it assumes, and finds the cells by their shapes', async () => {
    const { layers } = await read('sequence.weights.h5');
    const cells = layers
      .filter(({ name }) => !name.startsWith('dense'))
      .map((layer) => {
        const { cell, directions, resetAfter, notes } = readKerasRecurrent(layer);
        expect(notes[0]).toMatch(/does not say the activations/);
        return [layer.name, cell, directions.length, resetAfter];
      });
    expect(cells).toEqual([
      ['bidirectional', 'gru', 2, true],
      ['gru_1', 'gru', 1, false],
      ['lstm_1', 'lstm', 1, false],
      ['lstm_2', 'lstm', 1, false],
    ]);
  });
});

describe('a layer of Keras is refused', () => {
  const layer = async (name: string): Promise<KerasLayer> =>
    (await read('sequence.keras')).layers.find((each) => each.name === name)!;

  it('when it is no LSTM or GRU', async () => {
    const dense = (await read('sequence.keras')).layers.at(-1)!;
    expect(() => readKerasRecurrent(dense)).toThrow(
      /The layer dense_3 is a Dense; those read are LSTM and GRU/,
    );
  });

  it('when its arrays are not those of its class', async () => {
    const lstm = await layer('lstm_1');
    const weights = lstm.weights.slice(0, 1);
    expect(() => readKerasRecurrent({ ...lstm, weights })).toThrow(
      /has 1 arrays; expected are kernel, recurrent/,
    );
    const gru = { ...lstm, className: 'GRU' };
    expect(() => readKerasRecurrent(gru)).toThrow(
      'The recurrent kernel of lstm_1, direction 1, has shape [3, 12], expected [3, 9] for a GRU of 3 units.',
    );
  });

  it('when it has hard_sigmoid of Keras 3 where no scale makes up for it', async () => {
    const lstm = await layer('lstm_1');
    const config = { ...lstm.config, activation: 'hard_sigmoid' };
    expect(() => readKerasRecurrent({ ...lstm, config })).toThrow(/another function than in tf\.js/);
  });
});

describe('a model of Keras is no classifier', () => {
  const refused: [string, (layers: KerasLayer[]) => KerasLayer[], RegExp][] = [
    ['with other layers', (layers) => layers.slice(0, 2), /this one has Bidirectional encoder \[2, 12\]/],
    [
      'with another recurrent activation',
      ([, encoder, ...rest]) => {
        const inner = encoder!.config!.layer as { config: object };
        const changed = { ...inner, config: { ...inner.config, recurrent_activation: 'relu' } };
        return [{ ...encoder!, config: { ...encoder!.config, layer: changed } }, ...rest];
      },
      /The layer encoder has the recurrent activation relu/,
    ],
    [
      'with another activation of the scores',
      ([, encoder, hidden, ...rest]) => [
        encoder!,
        { ...hidden!, config: { ...hidden!.config, activation: 'relu' } },
        ...rest,
      ],
      /The layer dense_1 has the activation "relu"; a classifier has tanh/,
    ],
    [
      'with sizes that do not fit each other',
      ([, encoder, hidden, ...rest]) => [
        encoder!,
        { ...hidden!, weights: [{ shape: [5, 4], data: new Float32Array(20) }, hidden!.weights[1]!] },
        ...rest,
      ],
      /sizes do not fit each other/,
    ],
  ];
  it.each(refused)('%s', async (_what, change, message) => {
    const { layers } = await read('classifier.keras');
    expect(() => classifierOfLayers(layers)).not.toThrow();
    expect(() => classifierOfLayers(change(layers))).toThrow(message);
  });
});

describe('an archive of Keras is refused', () => {
  const without = (name: string): Uint8Array => {
    const files = readZip(fixture('keras', 'classifier.keras'));
    files.delete(name);
    return zipSync(Object.fromEntries(files), { level: 0 });
  };

  it.each([
    ['config.json', /it has no config\.json.*save_file/],
    ['model.weights.h5', /has no model\.weights\.h5.*save_file/],
  ])('without %s', async (name, message) => {
    await expect(readKerasArchive(without(name))).rejects.toThrow(message);
  });
});

describe('a Keras model as a tf.js model', () => {
  it.each(['sequence.keras', 'sequence.h5'])('%s computes what Keras computes', async (name) => {
    const { x, outputs } = answers.sequence!;
    const { model, notes } = await kerasLayersModel(await read(name));
    expect(notes).toHaveLength(1);
    const computed = model.predict(tensor3d(x.data, x.shape as [number, number, number])) as Tensor;
    expect(computed.shape).toEqual(outputs[0]!.shape);
    expectClose(name, computed.dataSync(), outputs[0]!.data, 1e-5);
    model.dispose();
  });

  it('that is functional has its layers, calls, inputs and outputs', async () => {
    const { model, notes } = await kerasLayersModel(await read('classifier.keras'));
    expect(notes).toEqual([]);
    expect(model.inputs.map(({ shape }) => shape)).toEqual([[null, null, 2]]);
    expect(model.outputs).toHaveLength(2);
    const dot = model.getLayer('dot');
    expect((dot.input as SymbolicTensor[]).map(({ sourceLayer }) => sourceLayer.name)).toEqual([
      'softmax',
      'encoder',
    ]);
    for (const [layer, weights] of Object.entries(answers.classifier!.layers)) {
      const given = model.getLayer(layer).getWeights();
      expect(given.map((weight) => weight.dataSync())).toEqual(
        weights.map((weight) => asWeight(weight).data),
      );
    }
    model.dispose();
  });

  it('is read out of a model.json with the names of weights that Keras 3 gives', async () => {
    const { topology, layers } = await read('sequence.keras');
    // Without the GRUs: tf.js has none with reset_after.
    const config = topology!.config as { layers: { class_name: string }[] };
    const kept = [0, 1].map((i) => config.layers[i]!);
    const weights = layers[1]!.weights;
    const artifacts: io.ModelArtifacts = {
      modelTopology: { ...topology, config: { ...config, layers: kept } },
      weightSpecs: ['kernel', 'recurrent_kernel', 'bias'].map((name, i) => ({
        name: `sequential/lstm_1/lstm_cell/${name}`,
        shape: weights[i]!.shape,
        dtype: 'float32' as const,
      })),
      weightData: Float32Array.from(weights.flatMap(({ data }) => [...data])).buffer,
    };
    await expect(loadStockModel(io.fromMemory(artifacts))).rejects.toThrow(/InputLayer/);
    const model = await loadLayersModel(io.fromMemory(artifacts));
    expect(model.getWeights().map((weight) => weight.dataSync())).toEqual(weights.map(({ data }) => data));
    model.dispose();
  });

  it('is refused where the file has weights only', async () => {
    const weightsOnly = await read('sequence.weights.h5');
    await expect(kerasLayersModel(weightsOnly)).rejects.toThrow(
      /weights only.*model\.save\("model\.keras"\)/,
    );
  });

  it('is refused where a layer is called with a tensor by keyword', async () => {
    const { topology } = await read('classifier.keras');
    const text = JSON.stringify(topology).replace(
      '"kwargs":{"mask":null}',
      '"kwargs":{"mask":{"class_name":"__keras_tensor__","config":{"keras_history":["series",0,0]}}}',
    );
    expect(() => tfjsTopology(JSON.parse(text))).toThrow(/The layer encoder is called with mask= a tensor/);
  });
});
