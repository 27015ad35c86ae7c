import { expect, test } from 'vitest';
import {
  type Drawing,
  drawnFurther,
  drawnSeries,
  heldStretch,
  withEdit,
  withHeld,
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
    const made = withHeld(drawing, label === 1 ? { start: 30, end: 70 } : null);
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
  const held = withHeld(ramp, { start: 3, end: 7 });
  expect(values(held)).toEqual([0, 1, 2, 3, 3, 3, 3, 7, 8, 9]);
  expect(heldStretch(held, 10)).toEqual({ start: 3, end: 7 });
  expect(values(withHeld(held, { start: 0, end: 2 }))).toEqual([0, 0, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(values(withHeld(held, null))).toEqual(values(ramp));
});

test('a stretch that reaches beyond the series is cut, one outside does nothing', () => {
  const long = withHeld(ramp, { start: 8, end: 31 });
  expect(values(long)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 8]);
  expect(heldStretch(long, 10)).toEqual({ start: 8, end: 10 });
  const outside = withHeld(ramp, { start: 20, end: 31 });
  expect(values(outside)).toEqual(values(ramp));
  expect(heldStretch(outside, 10)).toBeNull();
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
  const line = drawnFurther(withHeld(ramp, { start: 0, end: 4 }), [[5, 0]]);
  drawnFurther(line, [[9, 3]]);
  expect(line.edits.at(-1)).toEqual({ kind: 'draw', points: [[5, 0]] });
  expect(values(ramp)).toEqual(before);
});

test('a series of another length is cut or held at its end', () => {
  expect([...drawnSeries(ramp, 4)]).toEqual([0, 1, 2, 3]);
  expect([...drawnSeries(ramp, 12)].slice(9)).toEqual([9, 9, 9]);
});
