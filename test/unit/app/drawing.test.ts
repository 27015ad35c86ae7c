import { expect, test } from 'vitest';
import {
  changedStretch,
  type Drawing,
  drawnFurther,
  drawnSeries,
  withChanged,
  withEdit,
} from '../../../src/app/train/series/drawing';
import { sineSeries } from '../../../src/data/sine';

const time = 50;
const wave = { freq: 2.3, amp: 4, phase: 0 };
const drawing: Drawing = { base: { kind: 'wave', wave }, edits: [] };
const ramp: Drawing = {
  base: { kind: 'series', series: Float32Array.from({ length: 10 }, (_, t) => t) },
  edits: [],
};
const values = (of: Drawing) => [...drawnSeries(of, 10)];

test('the wave and what is held of it are the generator’s', () => {
  for (const label of [0, 1] as const) {
    const made = withChanged(drawing, label === 1 ? { kind: 'hold', start: 30, end: 70 } : null);
    expect(drawnSeries(made, time)).toEqual(
      sineSeries({ amp: 4, freq: 2.3, loc: 30, length: 40, label }, time),
    );
  }
});

test('a phase of a whole turn changes nothing, of half a turn the sign', () => {
  const turned = (phase: number) =>
    drawnSeries({ base: { kind: 'wave', wave: { ...wave, phase } }, edits: [] }, time);
  const [plain, whole, half] = [turned(0), turned(1), turned(0.5)];
  for (let t = 0; t < time; t++) {
    expect(whole[t]).toBeCloseTo(plain[t] as number, 5);
    expect(half[t]).toBeCloseTo(-(plain[t] as number), 5);
  }
});

test('one stretch is held at the value where it begins, and another takes its place', () => {
  const held = withChanged(ramp, { kind: 'hold', start: 3, end: 7 });
  expect(values(held)).toEqual([0, 1, 2, 3, 3, 3, 3, 7, 8, 9]);
  expect(changedStretch(held, 10)).toEqual({ kind: 'hold', start: 3, end: 7 });
  expect(values(withChanged(held, { kind: 'hold', start: 0, end: 2 }))).toEqual([
    0, 0, 2, 3, 4, 5, 6, 7, 8, 9,
  ]);
  expect(values(withChanged(held, null))).toEqual(values(ramp));
});

test('a stretch that reaches beyond the series is cut, one outside does nothing', () => {
  const long = withChanged(ramp, { kind: 'hold', start: 8, end: 31 });
  expect(values(long)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 8]);
  expect(changedStretch(long, 10)).toEqual({ kind: 'hold', start: 8, end: 10 });
  const outside = withChanged(ramp, { kind: 'hold', start: 20, end: 31 });
  expect(values(outside)).toEqual(values(ramp));
  expect(changedStretch(outside, 10)).toBeNull();
});

test('an erased stretch is a straight line between its neighbours, at an end as high as the one there is', () => {
  const bent = drawnFurther(ramp, [[4, 60]]);
  const line = { kind: 'draw', points: [[4, 60]] } as const;
  const erased = withChanged(bent, { kind: 'erase', start: 3, end: 6 });
  expect(erased.edits).toEqual([line, { kind: 'erase', start: 3, end: 6 }]);
  expect(values(erased)).toEqual(values(ramp));
  expect(values(withChanged(ramp, { kind: 'erase', start: 7, end: 12 }))).toEqual([
    0, 1, 2, 3, 4, 5, 6, 6, 6, 6,
  ]);
  expect(values(withChanged(ramp, { kind: 'erase', start: 0, end: 3 }))).toEqual([
    3, 3, 3, 3, 4, 5, 6, 7, 8, 9,
  ]);
});

test('a swapped stretch is that of the other series, which may be shorter', () => {
  const other = [90, 91, 92, 93, 94];
  expect(values(withChanged(ramp, { kind: 'swap', other, start: 3, end: 7 }))).toEqual([
    0, 1, 2, 93, 94, 94, 94, 7, 8, 9,
  ]);
});

test('a stretched piece is slower, what follows is faster, and the series ends as before', () => {
  expect(values(withChanged(ramp, { kind: 'stretch', start: 2, end: 6 }))).toEqual([
    0,
    1,
    2,
    2.5,
    3,
    3.5,
    4,
    expect.closeTo(5.667, 3),
    expect.closeTo(7.333, 3),
    9,
  ]);
});

test('a line is drawn straight from point to point, also backwards', () => {
  const line = drawnFurther(drawnFurther(ramp, [[1, 0]]), [
    [5, 8],
    [3, 0],
  ]);
  expect(line.edits).toHaveLength(1);
  expect(values(line)).toEqual([0, 0, 2, 0, 4, 8, 6, 7, 8, 9]);
});

test('a line that leaves the series is cut', () => {
  const line = withEdit(ramp, {
    kind: 'draw',
    points: [
      [8, 0],
      [12, 4],
    ],
  });
  expect(values(line)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 0, 1]);
});

test('nothing is changed in place', () => {
  const before = values(ramp);
  const line = drawnFurther(withChanged(ramp, { kind: 'hold', start: 0, end: 4 }), [[5, 0]]);
  drawnFurther(line, [[9, 3]]);
  expect(line.edits.at(-1)).toEqual({ kind: 'draw', points: [[5, 0]] });
  expect(values(ramp)).toEqual(before);
});

test('a series of another length is cut or held at its end', () => {
  expect([...drawnSeries(ramp, 4)]).toEqual([0, 1, 2, 3]);
  expect([...drawnSeries(ramp, 12)].slice(9)).toEqual([9, 9, 9]);
});
