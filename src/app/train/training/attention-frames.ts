import type { Dataset } from '../../../data/dataset';
import type { SineTruth } from '../../../data/sine';
import type { SnapshotEvent } from '../../../model/events';
import type { Stretch } from '../../shared/series-plot';

/** What the model said of one watched series at one moment. */
export interface Frame {
  /** [time] */
  attention: Float32Array;
  /** Class with the highest probability. */
  predicted: number;
  /** Of that class. */
  probability: number;
}

/** @param row of the watched series. */
export function frameOf(snapshot: SnapshotEvent, row: number, watched: Dataset): Frame {
  const { time, count } = watched;
  const outputs = snapshot.probabilities.length / count;
  const attention = snapshot.attention.subarray(row * time, (row + 1) * time);
  if (outputs === 1) {
    const ofOne = snapshot.probabilities[row] as number;
    const predicted = ofOne > 0.5 ? 1 : 0;
    return { attention, predicted, probability: predicted === 1 ? ofOne : 1 - ofOne };
  }
  const probabilities = snapshot.probabilities.subarray(row * outputs, (row + 1) * outputs);
  const probability = Math.max(...probabilities);
  return { attention, predicted: probabilities.indexOf(probability), probability };
}

/** The part of a series that was held flat; none of a normal one. */
export function flatOf(truth: SineTruth | undefined, time: number): Stretch | undefined {
  if (truth?.label !== 1) return undefined;
  return { start: truth.loc, end: Math.min(time, truth.loc + truth.length) };
}

/** Share of the attention that lies on a stretch. */
export function shareOn(attention: ArrayLike<number>, { start, end }: Stretch): number {
  let sum = 0;
  for (let step = start; step < end; step++) sum += attention[step] ?? 0;
  return sum;
}

/** Tops that snapshots need, kept with them: [series]. */
const tops = new WeakMap<SnapshotEvent, Float64Array>();

function topsOf(snapshot: SnapshotEvent, count: number): Float64Array {
  const known = tops.get(snapshot);
  if (known) return known;
  const found = new Float64Array(count);
  const time = snapshot.attention.length / count;
  for (let i = 0; i < snapshot.attention.length; i++) {
    const row = Math.floor(i / time);
    if ((snapshot.attention[i] as number) > (found[row] as number))
      found[row] = snapshot.attention[i] as number;
  }
  tops.set(snapshot, found);
  return found;
}

/**
 * The attention that reaches the top of a series' plot, the same for all snapshots, so that one sees it gather: the
 * largest of them, and at least four times what even attention is.
 */
export function attentionTop(snapshots: readonly SnapshotEvent[], row: number, watched: Dataset): number {
  let top = 4 / watched.time;
  for (const snapshot of snapshots) top = Math.max(top, topsOf(snapshot, watched.count)[row] as number);
  return top;
}

/** Index of the latest snapshot at or before a step; the first where all are later. */
export function snapshotAt(snapshots: readonly SnapshotEvent[], step: number): number {
  return Math.max(
    0,
    snapshots.findLastIndex(({ globalStep }) => globalStep <= step),
  );
}

/** Indices of the snapshots that a film of at most so many pictures shows, the last one included. */
export function filmOf(count: number, most: number): number[] {
  if (count <= most) return Array.from({ length: count }, (_, i) => i);
  return Array.from({ length: most }, (_, i) => Math.round((i * (count - 1)) / (most - 1)));
}

/** A long series in fewer values, the one farthest from 0 of each stretch; short ones as they are. */
export function condensed(values: ArrayLike<number>, most = 600): ArrayLike<number> {
  if (values.length <= most) return values;
  const result = new Float32Array(most);
  for (let i = 0; i < values.length; i++) {
    const place = Math.floor((i * most) / values.length);
    const value = values[i] as number;
    if (Math.abs(value) > Math.abs(result[place] as number)) result[place] = value;
  }
  return result;
}
