import { signal } from '@preact/signals';
import { describe, expect, test } from 'vitest';
import { areaPath, linePath, ticks } from '../../../src/app/shared/chart-geometry';
import type { Stretch } from '../../../src/app/shared/series-plot';
import { sayAgreement, strongestStretch } from '../../../src/app/train/series/agreement';
import { attentionTop, attentionWithin, focusOf, sayFocus } from '../../../src/app/train/series/attention';
import { classNamesOfModel } from '../../../src/app/train/series/class-name';
import { sayShare, sayVerdict, verdictOf } from '../../../src/app/train/series/verdict';
import { dragged, gripAt, pointAt, xOf, yOf } from '../../../src/app/train/stage/plot-geometry';
import type { DataFile } from '../../../src/app/train/state/data';
import { createEditor } from '../../../src/app/train/state/editor';
import { createSettings } from '../../../src/app/train/state/settings';
import type { Dataset } from '../../../src/data/dataset';
import type { ModelInfo } from '../../../src/model/weights/model-files';

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

test('a drag moves an end or all of a stretch, or makes another one', () => {
  const held = { start: 20, end: 31 };
  expect([5, 19, 22, 25, 29, 31, 60].map((step) => gripAt(held, step, 2))).toEqual([
    'new',
    'start',
    'start',
    'whole',
    'end',
    'end',
    'new',
  ]);
  expect(gripAt(null, 25, 2)).toBe('new');
  expect(dragged('start', held, [20, 12], 100)).toEqual({ start: 12, end: 31 });
  expect(dragged('start', held, [20, 90], 100)).toEqual({ start: 29, end: 31 });
  expect(dragged('end', held, [30, 99], 100)).toEqual({ start: 20, end: 100 });
  expect(dragged('end', held, [30, 3], 100)).toEqual({ start: 20, end: 22 });
  expect(dragged('whole', held, [25, 35], 100)).toEqual({ start: 30, end: 41 });
  expect(dragged('whole', held, [25, -50], 100)).toEqual({ start: 0, end: 11 });
  expect(dragged('whole', held, [25, 150], 100)).toEqual({ start: 89, end: 100 });
  expect(dragged('new', held, [60, 50], 100)).toEqual({ start: 50, end: 61 });
  expect(dragged('new', held, [60, 60], 100)).toBeNull();
});

describe('the doubt', () => {
  const effect = Float32Array.from({ length: 50 }, (_, t) => (t >= 20 && t < 30 ? 4 : 0.1));
  const peakAt = (step: number) => Float32Array.from({ length: 50 }, (_, t) => (t === step ? 1 : 0));

  test('offers the stretch around the strongest effect, if any is strong', () => {
    expect(strongestStretch({ effect })).toEqual({ start: 20, end: 30 });
    expect(strongestStretch({ effect: effect.map((fall) => fall / 8) })).toBeNull();
    expect(strongestStretch({ effect: effect.map((fall) => -fall) })).toBeNull();
  });

  test('says whether attention and occlusion point at the same place', () => {
    expect(sayAgreement(peakAt(24), { effect })).toMatch(/^Yes.*steps 20 to 29/);
    expect(sayAgreement(peakAt(40), { effect })).toMatch(/^Not quite.*step 40.*steps 20 to 29/);
    expect(sayAgreement(peakAt(24), { effect: effect.fill(0.2) })).toMatch(/no single place/);
  });
});

describe('the editor of several channels', () => {
  const dataset: Dataset = {
    count: 2,
    time: 4,
    channels: 2,
    series: Float32Array.of(1, 10, 2, 20, 3, 30, 0, 0, 5, 50, 6, 60, 7, 70, 8, 80),
    labels: Int32Array.of(0, 1),
    lengths: Int32Array.of(3, 4),
    classNames: ['a', 'b'],
    channelNames: ['x', 'y'],
  };
  const own = { name: 'own.csv', dataset } as unknown as DataFile;
  const open = (file = signal<DataFile | null>(own)) =>
    createEditor({
      settings: createSettings(''),
      data: {
        file,
        shape: signal({ ...dataset, classes: 2 }),
      },
      answering: { info: signal(null) },
      shared: { result: signal(null) },
    });

  test('starts from the first of the own series, at its length, each channel on its own scale', () => {
    const editor = open();
    expect(editor.channelNames.value).toEqual(['x', 'y']);
    expect(Array.from(editor.series.value)).toEqual([1, 10, 2, 20, 3, 30]);
    expect(editor.time.value).toBe(3);
    expect(editor.range.value[1]).toBe(8);
    editor.chooseChannel(1);
    expect(editor.range.value[1]).toBe(80);
  });

  test('changes a stretch of all channels, and draws on the one that is chosen', () => {
    const editor = open();
    expect(editor.modes.value).toEqual(['erase', 'swap', 'stretch', 'draw']);
    editor.chooseChannel(1);
    editor.change({ start: 0, end: 2 });
    expect(Array.from(editor.series.value)).toEqual([3, 30, 3, 30, 3, 30]);
    editor.chooseMode('draw');
    editor.draw([1, 9]);
    expect(Array.from(editor.series.value)).toEqual([3, 30, 3, 9, 3, 30]);
    expect(editor.isTouched.value).toBe(true);
    editor.clear();
    expect(Array.from(editor.series.value)).toEqual([1, 10, 2, 20, 3, 30]);
    expect(editor.isTouched.value).toBe(false);
  });

  test('swaps a stretch with the first series of another class', () => {
    const editor = open();
    editor.change({ start: 1, end: 3 });
    editor.chooseMode('swap');
    expect(editor.otherClass.value).toBe('b');
    expect(Array.from(editor.series.value)).toEqual([1, 10, 6, 60, 7, 70]);
    for (let seed = 0; editor.time.value === 3; seed++) editor.another(seed);
    expect(editor.otherClass.value).toBe('a');
  });

  test('takes another row, without its padding', () => {
    const editor = open();
    editor.change({ start: 0, end: 3 });
    const found = new Set(
      [0, 1, 2, 3, 4, 5, 6, 7].map((seed) => {
        editor.another(seed);
        return Array.from(editor.series.value).join();
      }),
    );
    expect(found).toEqual(new Set(['1,10,2,20,3,30', '5,50,6,60,7,70,8,80']));
  });

  test('starts over with other data', () => {
    const file = signal<DataFile | null>(null);
    const editor = open(file);
    editor.change({ start: 0, end: 3 });
    file.value = own;
    expect(Array.from(editor.series.value)).toEqual([1, 10, 2, 20, 3, 30]);
    expect(editor.isTouched.value).toBe(false);
  });
});

describe('the editor of a wave', () => {
  const open = () =>
    createEditor({
      settings: createSettings('?num_points=200'),
      data: { file: signal(null), shape: signal({ count: 9, time: 200, channels: 1, classes: 2 }) },
      answering: { info: signal({ channels: 1, time: 100 } as ModelInfo) },
      shared: { result: signal(null) },
    });

  test('begins with a stretch that is held, at the length that the network knows', () => {
    const editor = open();
    expect(editor.time.value).toBe(100);
    const { start, end } = editor.changed.value as Stretch;
    expect(new Set(editor.series.value.slice(start, end)).size).toBe(1);
    expect(new Set(editor.series.value).size).toBeGreaterThan(30);
  });

  test('brings other waves within the generator’s ranges, half of them held', () => {
    const editor = open();
    let held = 0;
    for (let seed = 0; seed < 200; seed++) {
      editor.another(seed);
      const { base } = editor.drawing.value;
      if (base.kind !== 'wave') throw new Error('a wave was expected');
      expect(base.wave.freq).toBeGreaterThanOrEqual(1);
      expect(base.wave.freq).toBeLessThan(4);
      const stretch = editor.changed.value;
      if (stretch) held += 1;
      expect(stretch?.start ?? 0).toBeLessThan(90);
    }
    expect(held).toBeGreaterThan(60);
    expect(held).toBeLessThan(140);
  });
});
