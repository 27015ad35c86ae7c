import { expect, test } from 'vitest';
import {
  type Drawing,
  drawnFurther,
  drawnSeries,
  flatStretches,
  flattenEdit,
  withEdit,
  withLastEdit,
  withoutLastEdit,
  withWave,
} from '../../../src/app/train/series/drawing';
import { sineSeries } from '../../../src/data/sine';

const time = 50;
const wave = { freq: 2.3, amp: 4, phase: 0 };
const drawing: Drawing = { base: { kind: 'wave', wave, flat: null }, edits: [] };
const ramp: Drawing = {
  base: { kind: 'series', series: Float32Array.from({ length: 10 }, (_, t) => t) },
  edits: [],
};
const values = (of: Drawing) => [...drawnSeries(of, 10)];

test('the wave and its flat are the generator’s', () => {
  const flat = { start: 30, length: 40 };
  for (const label of [0, 1] as const) {
    const base = { kind: 'wave', wave, flat: label === 1 ? flat : null } as const;
    expect(drawnSeries({ base, edits: [] }, time)).toEqual(
      sineSeries({ amp: 4, freq: 2.3, loc: 30, length: 40, label }, time),
    );
  }
});

test('a phase of a whole turn changes nothing, of half a turn the sign', () => {
  const plain = drawnSeries(drawing, time);
  const whole = drawnSeries(withWave(drawing, { ...wave, phase: 1 }), time);
  const half = drawnSeries(withWave(drawing, { ...wave, phase: 0.5 }), time);
  for (let t = 0; t < time; t++) {
    expect(whole[t]).toBeCloseTo(plain[t] as number, 5);
    expect(half[t]).toBeCloseTo(-(plain[t] as number), 5);
  }
});

test('flattening holds the value where it began, in either direction', () => {
  const forwards = withEdit(ramp, { kind: 'flatten', from: 3, to: 6 });
  expect(values(forwards)).toEqual([0, 1, 2, 3, 3, 3, 3, 7, 8, 9]);
  const backwards = withEdit(ramp, { kind: 'flatten', from: 6, to: 3 });
  expect(values(backwards)).toEqual([0, 1, 2, 6, 6, 6, 6, 7, 8, 9]);
  expect(flatStretches(forwards, 10)).toEqual([{ start: 3, end: 7 }]);
  expect(flatStretches(backwards, 10)).toEqual([{ start: 3, end: 7 }]);
});

test('several flats are held one after the other, and move with the wave', () => {
  const both = withEdit(withEdit(drawing, flattenEdit({ start: 5, length: 4 })), {
    kind: 'flatten',
    from: 8,
    to: 12,
  });
  const series = drawnSeries(both, time);
  expect(new Set(series.slice(5, 13)).size).toBe(1);
  const taller = drawnSeries(withWave(both, { ...wave, amp: 8 }), time);
  expect(taller[9]).toBeCloseTo(2 * (series[9] as number), 5);
});

test('a flat that reaches beyond the series is cut, one that begins outside does nothing', () => {
  expect(values(withEdit(ramp, { kind: 'flatten', from: 8, to: 30 }))).toEqual([
    0, 1, 2, 3, 4, 5, 6, 7, 8, 8,
  ]);
  expect(values(withEdit(ramp, { kind: 'flatten', from: 2, to: -5 }))).toEqual([
    2, 2, 2, 3, 4, 5, 6, 7, 8, 9,
  ]);
  expect(values(withEdit(ramp, { kind: 'flatten', from: 20, to: 5 }))).toEqual(values(ramp));
  expect(flatStretches(withEdit(ramp, { kind: 'flatten', from: 20, to: 30 }), 10)).toEqual([]);
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

test('edits are taken back one by one, and nothing is changed in place', () => {
  const one = withEdit(ramp, { kind: 'flatten', from: 0, to: 4 });
  const two = withEdit(one, { kind: 'flatten', from: 6, to: 8 });
  const before = values(ramp);
  expect(values(withoutLastEdit(two))).toEqual(values(one));
  expect(values(withoutLastEdit(withoutLastEdit(two)))).toEqual(before);
  expect(withoutLastEdit(ramp).edits).toEqual([]);
  expect(values(withLastEdit(two, { kind: 'flatten', from: 9, to: 9 }))).toEqual(values(one));
  expect(values(ramp)).toEqual(before);
});

test('a series of another length is cut or held at its end', () => {
  expect([...drawnSeries(ramp, 4)]).toEqual([0, 1, 2, 3]);
  expect([...drawnSeries(ramp, 12)].slice(9)).toEqual([9, 9, 9]);
});
