/** Files whose metadata or weights cannot be those of a model: each is refused, and the message says why. */
import { describe, expect, it } from 'vitest';
import type { Preparation } from '../../../../src/data/preparation/preparation';
import { Classifier, type ClassifierSizes } from '../../../../src/model/network/classifier';
import { loadModel } from '../../../../src/model/weights/load-model';
import { type ModelFiles, type ModelSource, saveModel } from '../../../../src/model/weights/model-files';
import {
  readSafetensors,
  readSafetensorsMetadata,
  writeSafetensors,
} from '../../../../src/model/weights/safetensors';
import type { NamedTensors } from '../../../../src/model/weights/tensors';
import { useCpu } from '../setup';

useCpu();

const sizes: ClassifierSizes = { channels: 4, units: 4, score: 'additive', attentionUnits: 3, classes: 3 };
const preparation: Preparation = {
  scaling: 'standardise',
  missing: 'linear',
  standards: { means: [1, -2], deviations: [0.5, 3] },
  differences: [0.1, 0.2],
  decimation: { every: 4, keep: 'peak' },
};
const metadata = { classNames: ['a', 'b', 'c'], preparation, time: 40 };

async function filesOf(): Promise<ModelFiles> {
  const classifier = Classifier.create(sizes, 'torch', 1);
  const files = await saveModel({ classifier, metadata });
  classifier.dispose();
  return files;
}

/** The file with other metadata. */
async function rewritten(changes: Record<string, string | undefined>): Promise<ModelSource> {
  const { safetensors } = await filesOf();
  const [tensors, texts] = [readSafetensors(safetensors), readSafetensorsMetadata(safetensors)];
  const merged = Object.entries({ ...texts, ...changes }).filter(([, value]) => value !== undefined);
  return {
    kind: 'weights',
    bytes: writeSafetensors(tensors, Object.fromEntries(merged) as Record<string, string>),
  };
}

async function withTensors(change: (tensors: NamedTensors) => void): Promise<ModelSource> {
  const { safetensors } = await filesOf();
  const [tensors, texts] = [readSafetensors(safetensors), readSafetensorsMetadata(safetensors)];
  change(tensors);
  return { kind: 'weights', bytes: writeSafetensors(tensors, texts) };
}

/** The tf.js files with other metadata. */
async function tfjs(change: (gatewave: Record<string, unknown>) => void): Promise<ModelSource> {
  const { modelJson, weightsBin } = await filesOf();
  const json = JSON.parse(modelJson) as { userDefinedMetadata: { gatewave: Record<string, unknown> } };
  change(json.userDefinedMetadata.gatewave);
  return { kind: 'tfjs', modelJson: JSON.stringify(json), weightsBin };
}

describe('metadata', () => {
  it('come back from both files', async () => {
    const files = await filesOf();
    for (const source of [
      { kind: 'tfjs', ...files },
      { kind: 'tfjs', ...files.stock },
      { kind: 'weights', bytes: files.safetensors },
    ] as ModelSource[]) {
      const loaded = await loadModel(source);
      expect(loaded.metadata).toEqual(metadata);
      loaded.classifier.dispose();
    }
  });

  it('of the first format still load', async () => {
    const old = { gatewave_format: undefined, preparation: undefined, scaling: 'max' };
    const fromWeights = await loadModel(await rewritten(old));
    const fromTfjs = await loadModel(
      await tfjs((gatewave) => {
        delete gatewave.format;
        delete gatewave.preparation;
        gatewave.scaling = 'max';
      }),
    );
    for (const loaded of [fromWeights, fromTfjs]) {
      expect(loaded.metadata).toEqual({ ...metadata, preparation: { scaling: 'max', missing: 'linear' } });
      loaded.classifier.dispose();
    }
  });

  const unknown = { preparation: undefined, scaling: 'log' };
  it.each<[string, Record<string, string | undefined>, RegExp]>([
    [
      'a newer format',
      { gatewave_format: '3' },
      /have format 3; this version of Gatewave knows formats up to 2. Update/,
    ],
    ['a format that is none', { gatewave_format: 'x' }, /format null, which is no version/],
    ['an unknown scaling', unknown, /have the scaling "log"; known are none, max, zscore/],
    [
      'an unknown preparation',
      { preparation: '{"scaling":"max","missing":"spline"}' },
      /missing is "spline"/,
    ],
    ['a preparation that is no JSON', { preparation: '{' }, /the preparation \{, which is not JSON/],
    [
      'a preparation of other channels',
      { preparation: '{"scaling":"max","missing":"linear","differences":[1]}' },
      /numbers for 1, but the model sees 4/,
    ],
    [
      'two names for three classes',
      { class_names: '["a","b"]' },
      /2 class names, \["a","b"\], but .* 3 classes/,
    ],
    [
      'class names that are no list',
      { class_names: '"abc"' },
      /class names "abc"; expected is a list of 3 texts/,
    ],
    ['a name twice', { class_names: '["a","b","a"]' }, /the class name "a" twice/],
    ['a time that is none', { time: '-4' }, /time -4, which is no number of steps/],
  ])('with %s are refused', async (_name, changes, message) => {
    await expect(loadModel(await rewritten(changes))).rejects.toThrow(message);
  });

  it.each<[string, (gatewave: Record<string, unknown>) => void, RegExp]>([
    [
      'a newer format',
      (gatewave) => {
        gatewave.format = 9;
      },
      /have format 9/,
    ],
    [
      'two names for three classes',
      (gatewave) => {
        gatewave.classNames = ['a', 'b'];
      },
      /2 class names/,
    ],
    [
      'class names that are no list',
      (gatewave) => {
        gatewave.classNames = { 0: 'a' };
      },
      /class names \{"0":"a"\}/,
    ],
    [
      'an unknown preparation',
      (gatewave) => {
        gatewave.preparation = 'max';
      },
      /preparation of the series is unknown/,
    ],
  ])('of a model.json with %s are refused', async (_name, change, message) => {
    await expect(loadModel(await tfjs(change))).rejects.toThrow(message);
  });
});

describe('weights', () => {
  it('that are not numbers are refused, with their name', async () => {
    const source = await withTensors((tensors) => {
      tensors.get('classifier.0.weight')!.data[2] = Number.NaN;
    });
    await expect(loadModel(source)).rejects.toThrow(/weight logits\/kernel has the value NaN at index/);
    const { modelJson, weightsBin } = await filesOf();
    new Float32Array(weightsBin.buffer, weightsBin.byteOffset, 8)[3] = Number.NaN;
    await expect(loadModel({ kind: 'tfjs', modelJson, weightsBin })).rejects.toThrow(
      /has the value NaN at index 3/,
    );
  });

  it('of a GRU under the names of an LSTM are refused', async () => {
    const source = await withTensors((tensors) => {
      for (const suffix of ['', '_reverse']) {
        tensors.set(`lstm.weight_ih_l0${suffix}`, { shape: [12, 4], data: new Float32Array(48) });
        tensors.set(`lstm.weight_hh_l0${suffix}`, { shape: [12, 4], data: new Float32Array(48) });
        for (const which of ['ih', 'hh']) {
          tensors.set(`lstm.bias_${which}_l0${suffix}`, { shape: [12], data: new Float32Array(12) });
        }
      }
    });
    await expect(loadModel(source)).rejects.toThrow(/lstm\.weight_hh_l0 has shape \[12, 4\].* a GRU/);
  });

  it('of other sizes than the layers of the model.json are refused', async () => {
    const { modelJson, weightsBin } = await filesOf();
    const wider = modelJson.replaceAll('"units":4', '"units":5');
    await expect(loadModel({ kind: 'tfjs', modelJson: wider, weightsBin })).rejects.toThrow(
      /weights do not fit the layers of the model.json/,
    );
  });
});
