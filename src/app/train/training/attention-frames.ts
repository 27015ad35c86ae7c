import type { Dataset } from '../../../data/dataset';
import type { SnapshotEvent } from '../../../model/training/events';
import { attentionOf } from '../series/series-parts';
import { verdictOf } from '../series/verdict';
import type { History } from '../state/history';

/** What the model predicted for one watched series at one moment. */
export interface Frame {
  /** [steps] */
  attention: Float32Array;
  /** Class with the highest probability. */
  predicted: number;
  /** Probability of that class. */
  probability: number;
}

/** @param row of the watched series. */
export function frameOf(snapshot: SnapshotEvent, row: number, watched: Dataset): Frame {
  const { count } = watched;
  const outputs = snapshot.probabilities.length / count;
  const attention = attentionOf(watched, snapshot.attention, row);
  const verdict = verdictOf(snapshot.probabilities.subarray(row * outputs, (row + 1) * outputs), []);
  return { attention, predicted: verdict.label, probability: verdict.probability };
}

/** The plot heights that snapshots need, cached with them: [series]. */
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
 * The attention at the top of a series' plot, the same for all snapshots so that one can see it gather: the largest
 * of all, and at least four times that of evenly spread attention.
 */
export function lastingTop(snapshots: readonly SnapshotEvent[], row: number, watched: Dataset): number {
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

/**
 * Index of the snapshot that is shown unless another one is asked for: the latest and, once the run has ended, that of
 * the weights that are kept.
 */
export function currentSnapshot({ snapshots, summary }: History, isOver: boolean): number {
  const last = Math.max(0, snapshots.length - 1);
  if (!isOver || !summary || summary.bestEpoch === 0 || summary.kept !== 'best') return last;
  // The first one after an epoch has the weights at its end.
  const kept = snapshots.findIndex(({ epoch }) => epoch === summary.bestEpoch);
  return kept < 0 ? last : kept;
}

/** Indices of the snapshots shown by a film of at most `most` pictures, the last one included. */
export function filmOf(count: number, most: number): number[] {
  if (count <= most) return Array.from({ length: count }, (_, i) => i);
  return Array.from({ length: most }, (_, i) => Math.round((i * (count - 1)) / (most - 1)));
}
