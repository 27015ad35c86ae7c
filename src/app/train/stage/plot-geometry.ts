import type { Stretch } from '../../shared/series-plot';

/** Positions in a plot: time runs from left to right over its full width, values over its height. */
export interface PlotFrame {
  width: number;
  height: number;
  time: number;
  /** The values at the bottom and at the top. */
  range: readonly [low: number, high: number];
  /** Left free at top and bottom. */
  padding: number;
}

export function xOf({ width, time }: PlotFrame, step: number): number {
  return (width * step) / Math.max(1, time - 1);
}

export function yOf({ height, range: [low, high], padding }: PlotFrame, value: number): number {
  return padding + ((height - 2 * padding) * (high - value)) / (high - low);
}

/** The step and value at a point of the plot, in whole steps and inside the plot. */
export function pointAt(frame: PlotFrame, x: number, y: number): [step: number, value: number] {
  const { width, height, time, padding } = frame;
  const [low, high] = frame.range;
  const step = Math.round((x / width) * (time - 1));
  const value = high - ((y - padding) / (height - 2 * padding)) * (high - low);
  return [Math.min(time - 1, Math.max(0, step)), Math.min(high, Math.max(low, value))];
}

/** What a drag does to a stretch: moves its beginning or its end, or all of it, or makes another one. */
export type Grip = 'start' | 'end' | 'whole' | 'new';

/** What is under the pointer. @param reach how many steps beside an end still count as that end. */
export function gripAt(stretch: Stretch | null, step: number, reach: number): Grip {
  if (!stretch) return 'new';
  const { start, end } = stretch;
  const [toStart, toEnd] = [Math.abs(step - start), Math.abs(step - (end - 1))];
  if (Math.min(toStart, toEnd) <= reach) return toStart < toEnd ? 'start' : 'end';
  return step > start && step < end - 1 ? 'whole' : 'new';
}

/**
 * The stretch after a drag from one step to another; null: the drag has not gone anywhere yet.
 * @param before the stretch when the drag began. @param time of the series, which the stretch stays inside.
 */
export function dragged(
  grip: Grip,
  before: Stretch | null,
  [from, to]: readonly [from: number, to: number],
  time: number,
): Stretch | null {
  if (grip === 'new' || !before) {
    // A click alone makes nothing.
    return from === to ? null : { start: Math.min(from, to), end: Math.max(from, to) + 1 };
  }
  if (grip === 'whole') return movedTo(before, before.start + to - from, time);
  return grip === 'start' ? withStart(before, to) : withEnd(before, to + 1, time);
}

/** The stretch moved, as far as it fits. */
export function movedTo({ start, end }: Stretch, to: number, time: number): Stretch {
  const first = Math.min(time - (end - start), Math.max(0, to));
  return { start: first, end: first + end - start };
}

/** The stretch with another beginning, at least two steps before its end. */
export function withStart({ end }: Stretch, start: number): Stretch {
  return { start: Math.max(0, Math.min(start, end - 2)), end };
}

/** The stretch with another end, at least two steps behind its beginning. */
export function withEnd({ start }: Stretch, end: number, time: number): Stretch {
  return { start, end: Math.min(time, Math.max(end, start + 2)) };
}
