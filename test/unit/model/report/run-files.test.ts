import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { subset } from '../../../../src/data/dataset';
import { packTexts } from '../../../../src/data/packed-texts';
import {
  csvHeader,
  csvRow,
  jsonLines,
  seriesOcclusion,
  seriesPredictions,
} from '../../../../src/model/report/predictions-file';
import { testResults } from '../../../../src/model/report/run-report';
import { historyCsv } from '../../../../src/model/training/history';
import { binary, generated, three } from '../../../support/predictions';

describe('seriesPredictions', () => {
  it('names the class and the probability of each, and has what is known of the series', () => {
    const [first, second] = seriesPredictions(binary, generated);
    expect(first).toEqual({
      id: '1',
      label: '0',
      predicted: '1',
      probabilities: { '0': 0.100000024, '1': 0.899999976 },
      regions: [],
      about: { amp: 1, freq: 2, loc: 0, length: 1 },
      attention: [0.5, 0.3, 0.2],
    });
    expect(second).toMatchObject({
      label: '1',
      predicted: '0',
      regions: [{ start: 0, end: 2, name: 'flat' }],
    });
  });

  it('has the ids of the file, the attention of valid steps only, and no label where none is known', () => {
    const data = {
      ...three.data,
      ids: packTexts(['x', 'y']),
      labels: Int32Array.of(-1, 0),
      lengths: Int32Array.of(1, 2),
      classNames: ['a', '__proto__', 'c'],
    };
    const [first, second] = seriesPredictions(three.predictions, data);
    expect(JSON.stringify(first)).toBe(
      '{"id":"x","predicted":"c","probabilities":{"a":0.125,"__proto__":0.25,"c":0.625},"attention":[0.5]}',
    );
    expect(second).toMatchObject({ id: 'y', label: 'a', predicted: 'a', attention: [0.75, 0.25] });
    const [numbered] = seriesPredictions(three.predictions, three.data, 101);
    expect(numbered?.id).toBe('101');
  });

  it('keeps every bit of a probability', () => {
    const data = subset(generated, [0]);
    fc.assert(
      fc.property(fc.float({ min: 0, max: 1, noNaN: true }), (probability) => {
        const one = { ...binary, count: 1, probabilities: Float32Array.of(probability) };
        const [prediction] = seriesPredictions(one, data);
        expect(Math.fround(prediction?.probabilities['1'] as number)).toBe(Math.fround(probability));
      }),
    );
  });
});

describe('predictions as CSV', () => {
  it('have a column for each class', () => {
    const classNames = ['a', 'b, c'];
    const probabilities = { a: 0.25, 'b, c': 0.75 };
    expect(csvHeader(classNames)).toBe('id,predicted,probability a,"probability b, c"\n');
    expect(csvRow({ id: 'say "x"', predicted: 'b, c', probabilities, attention: [1] }, classNames)).toBe(
      '"say ""x""","b, c",0.25,0.75\n',
    );
  });
});

describe('what hiding does to a prediction', () => {
  const occlusion = {
    answer: 1,
    probability: 0.9,
    hidden: [
      { start: 0, end: 2, fall: 1 / 3, probability: 0.8 },
      { start: 1, end: 3, fall: 2, probability: Math.fround(0.3) },
    ],
    effect: Float32Array.of(1 / 3, 7 / 6, 2),
  };

  it('has the stretch that takes most, and the effect of each step', () => {
    expect(seriesOcclusion(occlusion, -1 / 3)).toEqual({
      agreement: -0.333333,
      strongest: { start: 1, end: 3, fall: 2, probability: 0.300000012 },
      occlusion: [0.333333, 1.16667, 2],
    });
    expect(seriesOcclusion(occlusion, undefined).agreement).toBeNull();
  });

  it('has columns behind the probabilities, and none for a step', () => {
    expect(csvHeader(['a'], true)).toBe(
      'id,predicted,probability a,agreement,strongest from,strongest to,probability without it\n',
    );
    const prediction = { id: 'x', predicted: 'a', probabilities: { a: 1 }, attention: [1] };
    expect(csvRow(prediction, ['a'], seriesOcclusion(occlusion, 0.5))).toBe('x,a,1,0.5,1,2,0.300000012\n');
    expect(csvRow(prediction, ['a'], seriesOcclusion(occlusion, undefined))).toBe('x,a,1,,1,2,0.300000012\n');
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

describe('testResults', () => {
  const found = { temperature: null, agreement: null };

  it('has all metrics, and of generated series where the model looked', () => {
    const { test, localisation } = testResults(generated, binary, found);
    expect(test).toMatchObject({ count: 4, loss: 1, accuracy: 0.5 });
    expect(localisation).not.toBeNull();
    expect(testResults(three.data, three.predictions, found).localisation).toBeNull();
  });

  it('counts with another threshold', () => {
    // Class 1 from 0.8 on: the last one is not found any more.
    expect(testResults(generated, binary, found, 0.8).test.accuracy).toBe(0.25);
  });
});
