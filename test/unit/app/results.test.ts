import { describe, expect, it } from 'vitest';
import { browseRows, confidences, noFilter } from '../../../src/app/train/results/browse';
import { describeMisses, type FlatOutcome } from '../../../src/app/train/results/finding';
import { orderUnits } from '../../../src/app/train/results/hidden-order';
import { probabilityOf } from '../../../src/app/train/series/verdict';
import type { SineWave } from '../../../src/data/sine';
import { sineMetadata } from '../../../src/data/sine-dataset';
import type { Inspection } from '../../../src/model/network/inspection';

const wave = (label: 0 | 1, length: number, freq: number): SineWave => ({
  amp: 1,
  freq,
  loc: 2,
  length,
  label,
});

function answers(probabilities: number[], threshold = 0.5) {
  const waves = [wave(1, 3, 2), wave(0, 9, 1), wave(1, 2, 4), wave(1, 99, 3)];
  return {
    test: {
      count: 4,
      time: 10,
      channels: 1,
      series: new Float32Array(40),
      labels: Int32Array.from([1, 0, 1, 1]),
      classNames: ['0', '1'],
      ...sineMetadata(waves, 10),
    },
    predictions: {
      count: 4,
      time: 10,
      outputs: 1,
      probabilities: Float32Array.from(probabilities),
      attention: new Float32Array(40).fill(0.1),
      loss: 0.1,
    },
    predicted: Int32Array.from(probabilities, (probability) => (probability > threshold ? 1 : 0)),
    threshold,
  };
}

describe('the browser of test series', () => {
  const given = answers([0.9, 0.75, 0.25, 0.625]);

  it('shows wrong ones first, and of those and the others the least certain first', () => {
    expect(browseRows(given, noFilter)).toEqual([1, 2, 3, 0]);
  });

  it('filters by outcome, class and prediction', () => {
    expect(browseRows(given, { ...noFilter, outcome: 'right' })).toEqual([3, 0]);
    expect(browseRows(given, { ...noFilter, outcome: 'wrong', label: 1 })).toEqual([2]);
    expect(browseRows(given, { ...noFilter, label: 0, predicted: 1 })).toEqual([1]);
    expect(browseRows(given, { ...noFilter, label: 0, predicted: 0 })).toEqual([]);
  });

  it('sorts by confidence and by the length of the flat', () => {
    expect(browseRows(given, { ...noFilter, sort: 'unsure' })).toEqual([3, 1, 2, 0]);
    expect(browseRows(given, { ...noFilter, sort: 'sure' })).toEqual([0, 1, 2, 3]);
    expect(browseRows(given, { ...noFilter, sort: 'length' })).toEqual([2, 0, 3, 1]);
  });

  it('measures confidence from the threshold', () => {
    const strict = answers([0.9, 0.75, 0.25, 0.625], 0.75);
    expect([...confidences(strict)].map((value) => Number(value.toFixed(4)))).toEqual([
      0.6, 0, 0.6667, 0.1667,
    ]);
    expect(probabilityOf(strict.predictions, 2, strict.predicted[2] as number)).toBe(0.75);
    expect([...confidences(answers([0, 0, 0, 1], 0))]).toEqual([0, 0, 0, 1]);
  });
});

describe('what is said about the misses', () => {
  const flat = (row: number, length: number, departure: number, isFound = true): FlatOutcome => ({
    row,
    length,
    departure,
    isFound,
  });
  const easy = Array.from({ length: 20 }, (_, i) => flat(i, 30 + i, 0.5 + i / 100));

  it('names the bounds that tell misses from what is found', () => {
    const misses = [flat(20, 12, 0.051, false), flat(21, 19, 0.02, false)];
    expect(describeMisses([...easy, ...misses, flat(22, 18, 0.03)])).toBe(
      '2 of 23 flattened series are missed. Both last at most 19 steps and depart from the wave by at most 0.06 amplitudes; ' +
        'of the 3 like that, 33 % are found, against 100 % of the others.',
    );
  });

  it('leaves out a bound that is not informative', () => {
    expect(describeMisses([...easy, flat(20, 60, 0.05, false)])).toBe(
      '1 of 21 flattened series is missed. Its frozen stretch departs from the wave by at most 0.05 amplitudes; ' +
        'of the 1 like that, 0 % are found, against 100 % of the others.',
    );
    expect(describeMisses([...easy, flat(20, 60, 2, false)])).toBe(
      '1 of 21 flattened series is missed, over all lengths and departures.',
    );
  });

  it('allows one exception in ten', () => {
    const misses = Array.from({ length: 10 }, (_, i) => flat(20 + i, i === 9 ? 90 : 10, 1, false));
    expect(describeMisses([...easy, ...misses])).toContain(
      '9 of the misses last at most 10 steps; of the 9 like that',
    );
  });

  it('has a sentence for none and all', () => {
    expect(describeMisses([])).toContain('No test series was flattened');
    expect(describeMisses(easy)).toBe('All 20 flattened series are found.');
    expect(describeMisses([flat(0, 1, 0, false)])).toBe('All 1 flattened series are missed.');
  });
});

describe('the order of units', () => {
  const inspection = {
    time: 4,
    features: 4,
    // Unit 1 is high in steps 2 and 3, unit 0 in step 0; unit 3 is lower there, unit 2 still more.
    hidden: Float32Array.from([0.9, 0, 0, 0.1, 0, 0, 0, 0.1, 0, 0.7, -0.5, 0, 0, 0.7, -0.5, 0]),
    attention: Float32Array.from([1, 0, 0, 0]),
  } as Inspection;

  it('puts units on top that are high inside the flat', () => {
    expect(orderUnits(inspection, [{ start: 2, end: 4, name: 'flat' }])).toEqual({
      forward: [1, 0],
      backward: [3, 2],
    });
  });

  it('goes by the attention where there is no flat', () => {
    expect(orderUnits(inspection, [])).toEqual({ forward: [0, 1], backward: [2, 3] });
  });
});
