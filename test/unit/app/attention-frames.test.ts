import { describe, expect, it } from 'vitest';
import { emptyHistory } from '../../../src/app/train/state/history';
import {
  currentSnapshot,
  filmOf,
  frameOf,
  lastingTop,
  snapshotAt,
} from '../../../src/app/train/training/attention-frames';
import type { Dataset } from '../../../src/data/dataset';
import type { TrainingSummary } from '../../../src/model/training/training-run';
import { snapshotEvent } from './events';

const watched: Dataset = {
  count: 2,
  time: 4,
  channels: 1,
  series: new Float32Array(8),
  labels: Int32Array.of(0, 1),
  classNames: ['0', '1'],
};

describe('frameOf', () => {
  it('takes the series of one row and its more likely class', () => {
    const frame = frameOf(snapshotEvent(0), 1, watched);
    expect(frame.predicted).toBe(1);
    expect(frame.probability).toBeCloseTo(0.9);
    expect(frame.attention).toEqual(Float32Array.of(0.1, 0.1, 0.4, 0.4));
    expect(frameOf(snapshotEvent(0), 0, watched).probability).toBeCloseTo(0.8);
  });

  it('reads one probability a class where there are more than two', () => {
    const probabilities = Float32Array.of(0.1, 0.2, 0.7, 0.5, 0.3, 0.2);
    const frames = [0, 1].map((row) => frameOf(snapshotEvent(0, 0, { probabilities }), row, watched));
    expect(frames.map(({ predicted }) => predicted)).toEqual([2, 0]);
    expect(frames[0]?.probability).toBeCloseTo(0.7);
  });
});

describe('lastingTop', () => {
  it('is the largest of all snapshots, and never less than four times even', () => {
    const sharp = snapshotEvent(9, 0, { attention: Float32Array.of(0.25, 0.25, 0.25, 0.25, 0, 0, 0, 1) });
    const wide = { ...watched, time: 4 };
    expect(lastingTop([snapshotEvent(0), sharp], 1, wide)).toBe(1);
    const long = { ...watched, time: 100 };
    const one = new Float32Array(200).fill(0.01);
    expect(lastingTop([snapshotEvent(0, 0, { attention: one })], 0, long)).toBeCloseTo(0.04);
    one[3] = 0.5;
    expect(lastingTop([snapshotEvent(0, 0, { attention: one })], 0, long)).toBeCloseTo(0.5);
    expect(lastingTop([snapshotEvent(0, 0, { attention: one })], 1, long)).toBeCloseTo(0.04);
  });
});

describe('the snapshot that is shown', () => {
  const snapshots = [
    [0, 0],
    [4, 0],
    [10, 1],
    [14, 1],
    [20, 2],
    [30, 3],
  ].map(([step = 0, epoch = 0]) => snapshotEvent(step, epoch));
  const summary = { bestEpoch: 1, kept: 'best' } as TrainingSummary;

  it('is the latest while it trains, and in the end that of the weights that are kept', () => {
    const history = { ...emptyHistory, snapshots, summary };
    expect(currentSnapshot({ ...history, summary: null }, false)).toBe(5);
    expect(currentSnapshot(history, false)).toBe(5);
    expect(currentSnapshot(history, true)).toBe(2);
    expect(currentSnapshot({ ...history, summary: { ...summary, kept: 'last' } }, true)).toBe(5);
    expect(currentSnapshot({ ...history, snapshots: snapshots.slice(4) }, true)).toBe(1);
    expect(currentSnapshot(emptyHistory, true)).toBe(0);
  });
});

describe('the film', () => {
  it('finds the snapshot of a step, also when some are gone', () => {
    const snapshots = [0, 10, 20].map((step) => snapshotEvent(step));
    expect([0, 9, 10, 99].map((step) => snapshotAt(snapshots, step))).toEqual([0, 0, 1, 2]);
    expect(snapshotAt(snapshots.slice(1), 5)).toBe(0);
  });

  it('shows the first and the last and few between', () => {
    expect(filmOf(3, 5)).toEqual([0, 1, 2]);
    expect(filmOf(101, 5)).toEqual([0, 25, 50, 75, 100]);
  });
});
