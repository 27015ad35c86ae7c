import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonLines, seriesPredictions } from '../../../../src/model/report/predictions-file';
import { testResults } from '../../../../src/model/report/run-report';
import { historyCsv } from '../../../../src/model/training/history';
import { binary, generated, three } from '../../../support/predictions';

describe('seriesPredictions', () => {
  it('has probability and attention of each series, and what is known of it', () => {
    const [first, second] = seriesPredictions(binary, generated);
    expect(first).toEqual({
      label: '0',
      probability: 0.899999976,
      regions: [],
      about: { amp: 1, freq: 2, loc: 0, length: 1 },
      attention: [0.5, 0.3, 0.2],
    });
    expect(second).toMatchObject({ label: '1', regions: [{ start: 0, end: 2, name: 'flat' }] });
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

describe('testResults', () => {
  it('has all metrics, and of generated series where the model looked', () => {
    const { test, localisation } = testResults(generated, binary);
    expect(test).toMatchObject({ count: 4, loss: 1, accuracy: 0.5 });
    expect(localisation).not.toBeNull();
    expect(testResults(three.data, three.predictions).localisation).toBeNull();
  });

  it('counts with another threshold', () => {
    // Class 1 from 0.8 on: the last one is not found any more.
    expect(testResults(generated, binary, 0.8).test.accuracy).toBe(0.25);
  });
});
