import { describe, expect, it } from 'vitest';
import { emptyHistory, type History, record, secondsLeft } from '../../../src/app/train/state/history';
import { epochEvent, foldEvent, snapshotEvent, startEvent } from './events';

const steps = (count: number, stepsPerSecond: number) => ({
  type: 'steps' as const,
  epoch: 1,
  step: count,
  globalStep: count,
  loss: new Array<number>(count).fill(1),
  accuracy: new Array<number>(count).fill(0.5),
  gradientNorm: new Array<number>(count).fill(1),
  seconds: count / stepsPerSecond,
  stepsPerSecond,
});
const watched = (count: number, every: number): History =>
  Array.from({ length: count }, (_, i) => snapshotEvent(i, Math.floor(i / every))).reduce(
    record,
    emptyHistory,
  );

it('knows the fold of a cross-validation until the run itself begins', () => {
  const searching = record(emptyHistory, foldEvent());
  expect(searching).toEqual({ ...emptyHistory, fold: foldEvent() });
  expect(record(searching, startEvent()).fold).toBeNull();
});

describe('snapshots', () => {
  it('are all kept while they are few', () => expect(watched(200, 50).snapshots).toHaveLength(200));

  it('are thinned out evenly, with the first, the last and each epoch’s end', () => {
    const { snapshots } = watched(2000, 200);
    expect(snapshots).toHaveLength(240);
    const at = snapshots.map(({ globalStep }) => globalStep);
    expect(at).toEqual(expect.arrayContaining([0, 200, 400, 600, 800, 1000, 1200, 1400, 1600, 1800, 1999]));
    const gaps = at.slice(1).map((step, i) => step - (at[i] as number));
    expect(Math.max(...gaps)).toBeLessThan(40);
  });

  it('are few also where there are more epochs than can be kept', () => {
    expect(watched(500, 1).snapshots).toHaveLength(240);
  });

  it('are fewer where they are large', () => {
    const attention = new Float32Array(200_000);
    const history = Array.from({ length: 30 }, (_, i) => snapshotEvent(i, 0, { attention })).reduce(
      record,
      emptyHistory,
    );
    expect(history.snapshots).toHaveLength(20);
  });

  it('are not counted twice when a run is resumed', () => {
    const history = [snapshotEvent(0), snapshotEvent(5), snapshotEvent(5)].reduce(record, emptyHistory);
    expect(history.snapshots.map(({ globalStep }) => globalStep)).toEqual([0, 5]);
  });
});

describe('secondsLeft', () => {
  const begun = record(emptyHistory, startEvent({ epochs: 5, stepsPerEpoch: 10 }));

  it('is not known before the first step', () => expect(secondsLeft(begun)).toBeNull());

  it('goes by the pace of the last few seconds', () => {
    const slow = record(begun, steps(1, 0.1));
    expect(secondsLeft(record(slow, steps(4, 10)))).toBeCloseTo(4.5);
  });

  it('counts the validation once an epoch has reported it', () => {
    const history = [steps(10, 10), epochEvent(1), steps(10, 10), epochEvent(2, { seconds: 4 })].reduce(
      record,
      begun,
    );
    expect(secondsLeft(history)).toBeCloseTo(12);
    expect(history.seconds).toBe(6);
  });
});
