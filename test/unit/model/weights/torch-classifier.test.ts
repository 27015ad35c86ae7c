import {
  memory,
  type Tensor,
  type Tensor3D,
  tensor1d,
  tensor3d,
  tidy,
  type Variable,
  variableGrads,
} from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { crossEntropy } from '../../../../src/kernels';
import {
  Classifier,
  type ClassifierSizes,
  initialWeights,
  type WeightValues,
} from '../../../../src/model/network/classifier';
import type { NamedTensors } from '../../../../src/model/weights/tensors';
import { fromTorch, torchShapes, torchSizes, toTorch } from '../../../../src/model/weights/torch/classifier';
import { goldenCases } from '../../../support/golden';
import { type ClassifierGolden, flatten } from '../../../support/golden-format';
import { expectClose } from '../../../support/numeric';
import { useCpu } from '../setup';

useCpu();

const sizes: ClassifierSizes = { channels: 2, units: 3, score: 'additive', attentionUnits: 4, classes: 2 };

/** The golden file calls the modules by other names. */
function stateOf(values: ClassifierGolden['torch_state']): NamedTensors {
  const names = { attention_W: 'attention.0', attention_v: 'attention.2', classifier: 'classifier.0' };
  return new Map(
    Object.entries(values).map(([name, value]) => {
      const shape: number[] = [];
      for (let inner = value; Array.isArray(inner); inner = inner[0]!) shape.push(inner.length);
      const [module = '', ...rest] = name.split('.');
      const renamed = [names[module as keyof typeof names] ?? module, ...rest].join('.');
      return [renamed, { shape, data: Float32Array.from(flatten(value)) }];
    }),
  );
}

describe('a classifier with the weights of torch', () => {
  const [, golden] = goldenCases('classifier')[0]!;
  const state = stateOf(golden.torch_state);
  const classifier = () => {
    const built = Classifier.create(torchSizes(state), 'torch', 0);
    built.setWeights(fromTorch(state));
    return built;
  };
  const series = (): Tensor3D =>
    tensor3d(Float32Array.from(flatten(golden.x)), [golden.batch, golden.time, golden.input_dim]);

  it('has the sizes of the state', () => {
    expect(torchSizes(state)).toEqual({
      channels: 1,
      units: 5,
      score: 'additive',
      attentionUnits: 4,
      classes: 2,
    });
  });

  it('predicts its probabilities and attention', () => {
    const { probability, attention } = classifier().predict(series());
    expectClose('probability', probability.dataSync(), flatten(golden.probability), 1e-6);
    expectClose('attention', attention.dataSync(), flatten(golden.alpha), 1e-6);
  });

  it('has its loss and gradients', () => {
    const built = classifier();
    const variables = [...built.variables].map(([name, variable]) => ({
      name,
      value: variable.read() as Variable,
    }));
    const labels = tensor1d(Int32Array.from(flatten(golden.labels)), 'int32');
    const { value, grads } = variableGrads(
      () => crossEntropy(built.logits(series()), labels).loss,
      variables.map((variable) => variable.value),
    );
    expectClose('loss', value.dataSync(), [golden.loss], 1e-6);
    // Both biases of an LSTM have the gradient of their sum.
    const gradients = stateOf(golden.torch_grad);
    const expected = fromTorch(gradients);
    for (const { name, value: variable } of variables) {
      const half = name.startsWith('bidirectional/') && name.endsWith('_bias') ? 2 : 1;
      const gradient = expected.get(name)!.map((number) => number / half);
      expectClose(`gradient of ${name}`, (grads[variable.name] as Tensor).dataSync(), gradient, 1e-5);
    }
  });
});

describe('weights under the names of torch', () => {
  it.each([sizes, { ...sizes, score: 'dot' as const, attentionUnits: 0 }, { ...sizes, classes: 5 }])(
    'come back as they were: %o',
    (some) => {
      const weights = initialWeights(some, 'torch', 3);
      const state = toTorch(weights, some);
      expect(torchSizes(state)).toEqual(some);
      expect(fromTorch(state)).toEqual(weights);
    },
  );

  it('are 13,250 numbers in torch for the model of the article, 12,993 here', () => {
    const article = { channels: 1, units: 32, score: 'additive', attentionUnits: 64, classes: 2 } as const;
    const count = (arrays: Iterable<ArrayLike<number>>) =>
      [...arrays].reduce((sum, { length }) => sum + length, 0);
    const weights: WeightValues = initialWeights(article, 'torch', 0);
    expect(count([...toTorch(weights, article).values()].map(({ data }) => data))).toBe(13_250);
    expect(count(weights.values())).toBe(12_993);
  });

  const broken: [string, (state: NamedTensors) => void, RegExp][] = [
    [
      'a tensor is missing',
      (state) => state.delete('lstm.bias_hh_l0_reverse'),
      /lstm\.bias_hh_l0_reverse is missing/,
    ],
    [
      'a tensor has another shape',
      (state) => state.set('attention.0.bias', { shape: [5], data: new Float32Array(5) }),
      /attention\.0\.bias has shape \[5\], expected \[4\]/,
    ],
    [
      'there is a second layer',
      (state) => state.set('lstm.weight_ih_l1', { shape: [12, 6], data: new Float32Array(72) }),
      /no use for: lstm\.weight_ih_l1/,
    ],
    [
      'it is of another cell',
      (state) => state.set('lstm.weight_ih_l0', { shape: [9, 2], data: new Float32Array(18) }),
      /first size must be 4 · units/,
    ],
    [
      'a matrix has one dimension',
      (state) => state.set('classifier.0.weight', { shape: [6], data: new Float32Array(6) }),
      /classifier\.0\.weight has shape \[6\]; it must have two dimensions/,
    ],
  ];
  it.each(broken)('are refused when %s', (_case, change, message) => {
    const state = toTorch(initialWeights(sizes, 'torch', 0), sizes);
    change(state);
    expect(() => torchSizes(state)).toThrow(message);
  });

  it("lists exactly the names of the article's model", () => {
    const lstm = ['weight_ih_l0', 'weight_hh_l0', 'bias_ih_l0', 'bias_hh_l0'];
    expect([...torchShapes(sizes).keys()].sort()).toEqual(
      [
        ...lstm.map((name) => `lstm.${name}`),
        ...lstm.map((name) => `lstm.${name}_reverse`),
        ...['attention.0', 'attention.2', 'classifier.0'].flatMap((name) => [
          `${name}.weight`,
          `${name}.bias`,
        ]),
      ].sort(),
    );
  });

  it('are read into a classifier without a tensor left behind', () => {
    const state = toTorch(initialWeights(sizes, 'torch', 0), sizes);
    const before = memory().numTensors;
    const built = Classifier.create(torchSizes(state), 'keras', 1);
    built.setWeights(fromTorch(state));
    expect(tidy(() => memory().numTensors) - before).toBe(built.variables.size);
    built.dispose();
    expect(memory().numTensors).toBe(before);
  });
});
