import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { gathered } from '../../../src/app/train/state/gathered';
import type { TrainingEvent } from '../../../src/model/training/events';

const steps = (globalStep: number, loss: number[], stepsPerSecond: number, seconds = 0): TrainingEvent => ({
  type: 'steps',
  epoch: 1,
  step: globalStep,
  globalStep,
  loss,
  accuracy: loss.map(() => 0.5),
  gradientNorm: loss.map(() => 1),
  seconds,
  stepsPerSecond,
});
const end: TrainingEvent = { type: 'end', reason: 'finished', epochs: 1, bestEpoch: 1, seconds: 1 };

let seen: TrainingEvent[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  seen = [];
});
afterEach(() => {
  vi.useRealTimers();
});

it('passes the first steps on at once, and those that follow soon as one event', () => {
  const events = gathered((event) => seen.push(event), 100);
  events.take(steps(1, [0.7], 10));
  expect(seen).toHaveLength(1);
  events.take(steps(2, [0.6], 100));
  events.take(steps(5, [0.5, 0.4, 0.3], 100));
  expect(seen).toHaveLength(1);
  vi.advanceTimersByTime(100);
  expect(seen[1]).toMatchObject({ globalStep: 5, loss: [0.6, 0.5, 0.4, 0.3], stepsPerSecond: 100 });
  vi.advanceTimersByTime(1000);
  expect(seen).toHaveLength(2);
});

it('passes infrequent steps on as they are', () => {
  const events = gathered((event) => seen.push(event), 100);
  events.take(steps(1, [0.7], 10));
  vi.advanceTimersByTime(150);
  events.take(steps(2, [0.6], 10));
  expect(seen).toHaveLength(2);
});

it('adds up the time of steps that it joins, and keeps the latest pace', () => {
  const events = gathered((event) => seen.push(event), 100);
  events.take(steps(1, [1], 10));
  events.take(steps(2, [1], 10, 0.25));
  events.take(steps(3, [1], 12, 0.5));
  events.flush();
  expect(seen[1]).toMatchObject({ loss: [1, 1], seconds: 0.75, stepsPerSecond: 12 });
});

it('keeps the order: waiting steps come before any other event', () => {
  const events = gathered((event) => seen.push(event), 100);
  events.take(steps(1, [0.7], 10));
  events.take(steps(2, [0.6], 10));
  events.take(end);
  expect(seen.map(({ type }) => type)).toEqual(['steps', 'steps', 'end']);
  vi.advanceTimersByTime(1000);
  expect(seen).toHaveLength(3);
});
