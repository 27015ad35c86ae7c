import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { historyCsv, jsonLines, seriesPredictions } from '../../../src/cli/output';
import { choosePlots } from '../../../src/cli/plots';
import type { Dataset } from '../../../src/data/dataset';
import type { SineTruth } from '../../../src/data/sine';
import type { Predictions } from '../../../src/model/api';

const truth = (label: 0 | 1, loc: number, length: number): SineTruth => ({
  amp: 1,
  freq: 2,
  loc,
  length,
  label,
});

const generated: Dataset = {
  count: 4,
  time: 3,
  channels: 1,
  series: Float32Array.from({ length: 12 }, (_, i) => i),
  labels: Int32Array.of(0, 1, 0, 1),
  classNames: ['0', '1'],
  truths: [truth(0, 0, 1), truth(1, 0, 2), truth(0, 1, 1), truth(1, 1, 9)],
};

const binary: Predictions = {
  count: 4,
  time: 3,
  outputs: 1,
  probabilities: Float32Array.of(0.9, 0.2, 0.25, 0.75),
  attention: Float32Array.from({ length: 12 }, (_, i) => [0.5, 0.3, 0.2][i % 3]!),
  loss: 1,
};

const three: { data: Dataset; predictions: Predictions } = {
  data: {
    count: 2,
    time: 2,
    channels: 1,
    series: Float32Array.of(1, 2, 3, 4),
    labels: Int32Array.of(2, 0),
    classNames: ['a', 'b', 'c'],
  },
  predictions: {
    count: 2,
    time: 2,
    outputs: 3,
    probabilities: Float32Array.of(0.125, 0.25, 0.625, 0.5, 0.25, 0.25),
    attention: Float32Array.of(0.5, 0.5, 0.75, 0.25),
    loss: 1,
  },
};

describe('seriesPredictions', () => {
  it('has probability and attention of each series, and label and truth where they are known', () => {
    const [first, second] = seriesPredictions(binary, generated);
    expect(first).toEqual({
      label: '0',
      probability: 0.899999976,
      truth: generated.truths?.[0],
      attention: [0.5, 0.3, 0.2],
    });
    expect(second?.label).toBe('1');
    expect([...seriesPredictions(binary)][2]).toEqual({ probability: 0.25, attention: [0.5, 0.3, 0.2] });
  });

  it('has a probability for each of more than two classes', () => {
    const [first] = seriesPredictions(three.predictions, three.data);
    expect(first).toEqual({ label: 'c', probability: [0.125, 0.25, 0.625], attention: [0.5, 0.5] });
  });

  it('keeps every bit of a probability', () => {
    fc.assert(
      fc.property(fc.float({ min: 0, max: 1, noNaN: true }), (probability) => {
        const one = { ...binary, count: 1, probabilities: Float32Array.of(probability) };
        const [prediction] = seriesPredictions(one);
        expect(Math.fround(prediction?.probability as number)).toBe(Math.fround(probability));
      }),
    );
  });
});

describe('jsonLines', () => {
  it('is a JSON array with one element a line', () => {
    const text = jsonLines([{ a: 1 }, { a: 2 }]);
    expect(JSON.parse(text)).toEqual([{ a: 1 }, { a: 2 }]);
    expect(text.split('\n')).toHaveLength(5);
  });
});

describe('historyCsv', () => {
  it('has a line for each epoch', () => {
    const text = historyCsv([
      {
        type: 'epoch',
        epoch: 1,
        trainLoss: 0.7,
        trainAccuracy: 0.5,
        validationLoss: 0.6,
        validationAccuracy: 0.55,
        learningRate: 0.003,
        seconds: 2.5,
        improved: true,
      },
    ]);
    expect(text).toBe(
      'epoch,train_loss,train_accuracy,validation_loss,validation_accuracy,learning_rate,seconds,improved\n' +
        '1,0.7,0.5,0.6,0.55,0.003,2.5,true\n',
    );
  });
});

describe('choosePlots', () => {
  it('takes of each class the first series that was predicted right', () => {
    const plots = choosePlots(generated, binary);
    expect(plots.map(({ name }) => name)).toEqual(['attention-normal', 'attention-anomalous']);
    expect(plots.map(({ spec }) => spec.title)).toEqual([
      'Test series 2, normal: predicted normal, probability 0.750',
      'Test series 3, anomalous: predicted anomalous, probability 0.750',
    ]);
    expect(plots.map(({ spec }) => Array.from(spec.series))).toEqual([
      [6, 7, 8],
      [9, 10, 11],
    ]);
  });

  it('marks the true flat, cut at the end of the series, of an anomalous one only', () => {
    expect(choosePlots(generated, binary).map(({ spec }) => spec.flat)).toEqual([
      undefined,
      { start: 1, end: 3 },
    ]);
  });

  it('takes the first of a class of which none was predicted right', () => {
    const wrong = { ...binary, probabilities: Float32Array.of(0.9, 0.2, 0.8, 0.1) };
    expect(choosePlots(generated, wrong).map(({ spec }) => spec.title)).toEqual([
      'Test series 0, normal: predicted anomalous, probability 0.900',
      'Test series 1, anomalous: predicted normal, probability 0.800',
    ]);
  });

  it('leaves out a class that the test part does not have', () => {
    expect(choosePlots(three.data, three.predictions).map(({ name, spec }) => [name, spec.title])).toEqual([
      ['attention-class-0', 'Test series 1, a: predicted a, probability 0.500'],
      ['attention-class-2', 'Test series 0, c: predicted c, probability 0.625'],
    ]);
  });

  it('draws the first of several channels', () => {
    const data = { ...three.data, channels: 2, series: Float32Array.of(1, 10, 2, 20, 3, 30, 4, 40) };
    const [plot] = choosePlots(data, three.predictions);
    expect(Array.from(plot!.spec.series)).toEqual([3, 4]);
  });
});
