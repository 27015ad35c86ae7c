import { signal } from '@preact/signals';
import { describe, expect, test } from 'vitest';
import { areaPath, linePath, ticks } from '../../../src/app/shared/chart-geometry';
import { attentionTop, attentionWithin, focusOf, sayFocus } from '../../../src/app/train/series/attention';
import { classNamesOfModel } from '../../../src/app/train/series/class-name';
import { likeliest, sayShare, sayVerdict, verdictOf } from '../../../src/app/train/series/verdict';
import type { TrainApp } from '../../../src/app/train/state/app';
import { createSettings } from '../../../src/app/train/state/settings';
import { createEditor } from '../../../src/app/train/try/editor';
import { pointAt, xOf, yOf } from '../../../src/app/train/try/plot-geometry';
import { surpriseRow, surpriseWave } from '../../../src/app/train/try/surprise';
import type { Dataset } from '../../../src/data/dataset';
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

test('of many classes the likeliest are kept, in their order', () => {
  const verdict = verdictOf([0.1, 0.3, 0.05, 0.15, 0.4], ['a', 'b', 'c', 'd', 'e']);
  expect(likeliest(verdict, 3).map(({ name }) => name)).toEqual(['b', 'd', 'e']);
  expect(likeliest(verdict, 9)).toEqual(verdict.shares);
});

test('no model is called certain', () => {
  expect([1, 0.9951, 0.99, 0.004, 0].map(sayShare)).toEqual(['> 99 %', '> 99 %', '99 %', '< 1 %', '< 1 %']);
});

test('the focus of attention is its peak and the fewest steps that hold half of it', () => {
  expect(focusOf([0.1, 0.1, 0.4, 0.3, 0.1])).toEqual({ peak: 2, stretches: [{ start: 2, end: 4 }] });
  expect(focusOf([0.9, 0.1])).toEqual({ peak: 0, stretches: [{ start: 0, end: 1 }] });
  expect(sayFocus(focusOf([0.9, ...new Array(9).fill(0.01)]), 10)).toBe(
    'Attention peaks at step 0; half of it is on step 0.',
  );
  expect(sayFocus(focusOf(new Array(10).fill(0.1)), 10)).toMatch(/spread over the whole/);
  expect(sayFocus({ peak: 2, stretches: [{ start: 2, end: 4 }] }, 100)).toBe(
    'Attention peaks at step 2; half of it is on steps 2 to 3.',
  );
});

test('peaks that are apart are named apart, and those side by side are one', () => {
  const attention = new Float32Array(100).fill(0.42 / 95);
  for (const [step, share] of [
    [16, 0.1],
    [18, 0.1],
    [33, 0.15],
    [50, 0.2],
    [70, 0.03],
  ] as const)
    attention[step] = share;
  expect(sayFocus(focusOf(attention), 100)).toBe(
    'Attention peaks at step 50; half of it is on steps 16 to 18, 33 and 50.',
  );
  const many = new Float32Array(100);
  for (let step = 0; step < 100; step += 10) many[step] = 0.1;
  expect(sayFocus(focusOf(many), 100)).toBe(
    'Attention peaks at step 0; half of it is scattered over 5 places.',
  );
});

const frame = { width: 1000, height: 300, time: 101, range: [-5, 5], padding: 20 } as const;

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
  for (const { bases, flat, label } of all) {
    const [base] = bases;
    if (base?.kind !== 'wave') throw new Error('a wave was expected');
    expect(base.wave.freq).toBeGreaterThanOrEqual(1);
    expect(base.wave.freq).toBeLessThan(4);
    expect(base.flat).toBe(flat);
    expect(flat !== null).toBe(label === 1);
  }
  expect(surpriseWave(defaultSineConfig, 7)).toEqual(all[7]);
});

test('a surprise from a file is one of its rows with its label, without padding', () => {
  const dataset = {
    count: 3,
    time: 2,
    channels: 2,
    series: Float32Array.of(1, -1, 1, -1, 2, -2, 2, -2, 3, -3, 0, 0),
    labels: Int32Array.of(10, 20, 30),
    lengths: Int32Array.of(2, 2, 1),
    classNames: [],
  };
  for (let seed = 0; seed < 10; seed++) {
    const { bases, label } = surpriseRow(dataset, seed);
    const value = label / 10;
    const steps = value === 3 ? 1 : 2;
    expect(bases).toEqual([
      { kind: 'series', series: new Float32Array(steps).fill(value) },
      { kind: 'series', series: new Float32Array(steps).fill(-value) },
    ]);
  }
});

describe('the editor of several channels', () => {
  const dataset: Dataset = {
    count: 1,
    time: 4,
    channels: 2,
    series: Float32Array.of(1, 10, 2, 20, 3, 30, 0, 0),
    labels: Int32Array.of(0),
    lengths: Int32Array.of(3),
    classNames: ['a', 'b'],
    channelNames: ['x', 'y'],
  };
  const open = () => {
    const settings = createSettings('');
    const app = {
      settings,
      data: { file: signal({ name: 'own.csv', dataset }), shape: signal({ ...dataset, classes: 2 }) },
      model: { info: signal(null) },
    };
    return createEditor(app as unknown as TrainApp);
  };

  test('starts from the first of the own series, at its length, each channel on its own scale', () => {
    const editor = open();
    expect(editor.channelNames.value).toEqual(['x', 'y']);
    expect(Array.from(editor.series.value)).toEqual([1, 10, 2, 20, 3, 30]);
    expect(editor.time.value).toBe(3);
    expect(editor.range.value[1]).toBe(3);
    editor.chooseChannel(1);
    expect(editor.range.value[1]).toBe(30);
  });

  test('changes the channel that is chosen, and no other', () => {
    const editor = open();
    editor.chooseChannel(1);
    editor.begin({ kind: 'flatten', from: 0, to: 2 });
    expect(Array.from(editor.series.value)).toEqual([1, 10, 2, 10, 3, 10]);
    editor.chooseChannel(0);
    expect(editor.flat.value.length).toBe(0);
    editor.begin({ kind: 'draw', points: [[1, 9]] });
    expect(Array.from(editor.series.value)).toEqual([1, 10, 9, 10, 3, 10]);
    editor.undo();
    expect(Array.from(editor.series.value)).toEqual([1, 10, 2, 10, 3, 10]);
    editor.clear();
    expect(Array.from(editor.series.value)).toEqual([1, 10, 2, 20, 3, 30]);
  });

  test('a surprise is one until any channel is changed', () => {
    const editor = open();
    editor.surpriseMe();
    expect(editor.surprise.value?.label).toBe(0);
    editor.chooseChannel(1);
    editor.begin({ kind: 'flatten', from: 0, to: 1 });
    editor.chooseChannel(0);
    expect(editor.surprise.value).toBeNull();
  });
});
