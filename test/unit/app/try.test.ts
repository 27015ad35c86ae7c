import { expect, test } from 'vitest';
import { areaPath, linePath, ticks } from '../../../src/app/shared/chart-geometry';
import { attentionTop, attentionWithin, focusOf, sayFocus } from '../../../src/app/train/series/attention';
import { classNamesOfModel } from '../../../src/app/train/series/class-name';
import { sayShare, sayVerdict, verdictOf } from '../../../src/app/train/series/verdict';
import { pointAt, xOf, yOf } from '../../../src/app/train/try/plot-geometry';
import { surpriseRow, surpriseWave } from '../../../src/app/train/try/surprise';
import { defaultSineConfig } from '../../../src/data/sine-config';

test('the generator’s classes have words, those of a file keep their names', () => {
  expect(classNamesOfModel(['0', '1'], true)).toEqual(['normal', 'flattened']);
  expect(classNamesOfModel(['0', '1'], false)).toEqual(['0', '1']);
  expect(classNamesOfModel(['a', 'b', 'c'], true)).toEqual(['a', 'b', 'c']);
});

test('the verdict is the likeliest class, with one output or many', () => {
  expect(sayVerdict(verdictOf([0.97], ['normal', 'flattened']))).toBe('flattened, 97 %');
  expect(sayVerdict(verdictOf([0.2], ['normal', 'flattened']))).toBe('normal, 80 %');
  const verdict = verdictOf([0.1, 0.2, 0.7], ['a', 'b', 'c']);
  expect(verdict).toMatchObject({ name: 'c', label: 2, probability: 0.7 });
  expect(verdict.shares).toHaveLength(3);
});

test('no model is called certain', () => {
  expect([1, 0.9951, 0.99, 0.004, 0].map(sayShare)).toEqual(['> 99 %', '> 99 %', '99 %', '< 1 %', '< 1 %']);
});

test('the focus of attention is its peak and the half around it', () => {
  expect(focusOf([0.1, 0.1, 0.4, 0.3, 0.1])).toEqual({ peak: 2, start: 2, end: 4 });
  expect(focusOf([0.9, 0.1])).toEqual({ peak: 0, start: 0, end: 1 });
  const even = focusOf(new Array(10).fill(0.1));
  expect(even.end - even.start).toBe(5);
  expect(sayFocus(even, 10)).toMatch(/spread over the whole/);
  expect(sayFocus({ peak: 2, start: 2, end: 4 }, 100)).toBe(
    'Attention peaks at step 2; half of it is on steps 2 to 3.',
  );
});

const frame = { width: 1000, height: 300, time: 101, limit: 5, padding: 20 };

test('a position in the plot is the point that is drawn there', () => {
  for (const [step, value] of [
    [0, 0],
    [37, -4.5],
    [100, 5],
  ] as const) {
    const [atStep, atValue] = pointAt(frame, xOf(frame, step), yOf(frame, value));
    expect(atStep).toBe(step);
    expect(atValue).toBeCloseTo(value, 9);
  }
});

test('a position outside the plot is moved to its edge', () => {
  expect(pointAt(frame, -50, -900)).toEqual([0, 5]);
  expect(pointAt(frame, 5000, 900)).toEqual([100, -5]);
});

test('long series are drawn with fewer points', () => {
  const same = (value: number) => value;
  expect(linePath([1, 2], same, same)).toBe('M0,1L1,2');
  expect(linePath(new Float32Array(100_000), same, same).split('L').length).toBeLessThan(1501);
  expect(areaPath([], same, same, 1)).toBe('');
  expect(areaPath([5, 0], same, same, 10)).toBe('M0,10L0,5L1,0L1,10Z');
});

test('even attention stays low in its plot', () => {
  expect(attentionTop(new Array(100).fill(0.01))).toBeGreaterThan(0.04);
  expect(attentionTop([0, 0.9, 0.1])).toBeGreaterThan(0.9);
});

test('the attention on a part is a share of all', () => {
  expect(
    attentionWithin(
      [0.1, 0.5, 0.3, 0.1],
      [
        { start: 1, end: 3 },
        { start: 2, end: 3 },
      ],
    ),
  ).toBeCloseTo(0.8);
  expect(attentionWithin([0.1, 0.5, 0.3, 0.1], [{ start: -4, end: 40 }])).toBeCloseTo(1);
});

test('ticks are round and inside the series', () => {
  expect(ticks(0, 99, 5)).toEqual([0, 20, 40, 60, 80]);
  expect(ticks(0, 499, 5)).toEqual([0, 100, 200, 300, 400]);
  expect(ticks(0, 1, 5).filter(Number.isInteger)).toEqual([0, 1]);
});

test('surprises keep to the generator’s ranges, and half of them are flattened', () => {
  const all = Array.from({ length: 200 }, (_, seed) => surpriseWave(defaultSineConfig, seed));
  const flattened = all.filter(({ label }) => label === 1);
  expect(flattened.length).toBeGreaterThan(60);
  expect(flattened.length).toBeLessThan(140);
  for (const { base, flat, label } of all) {
    if (base.kind !== 'wave') throw new Error('a wave was expected');
    expect(base.wave.freq).toBeGreaterThanOrEqual(1);
    expect(base.wave.freq).toBeLessThan(4);
    expect(base.flat).toBe(flat);
    expect(flat !== null).toBe(label === 1);
  }
  expect(surpriseWave(defaultSineConfig, 7)).toEqual(all[7]);
});

test('a surprise from a file is one of its rows with its label', () => {
  const series = Float32Array.of(1, 1, 2, 2, 3, 3);
  const dataset = {
    count: 3,
    time: 2,
    channels: 1,
    series,
    labels: Int32Array.of(10, 20, 30),
    classNames: [],
  };
  for (let seed = 0; seed < 10; seed++) {
    const { base, label } = surpriseRow(dataset, seed);
    if (base.kind !== 'series') throw new Error('a series was expected');
    expect([...base.series]).toEqual([label / 10, label / 10]);
  }
});
