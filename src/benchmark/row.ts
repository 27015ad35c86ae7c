import type { Parity } from './parity';
import type { Peer } from './peer-names';
import type { Inspection } from './peers/port';
import type { Row } from './result';
import { percentile, summarise } from './statistics';
import { distinctRows, type Shape, type Task } from './workload';

/** What has been found out of a peer in a case and phase so far. */
export interface Measured extends Partial<Inspection> {
  status: Row['status'];
  reason?: string;
  compile?: number | null;
  warmup?: number;
  /** The times of each counted run, as measured. */
  times: number[];
  dispatches?: number | null;
  parity: Parity;
}

export interface RowSource {
  case: string;
  peer: Peer;
  /** The shape as requested. */
  shape: Shape;
  /** The task that ran; its shape may have fewer steps. */
  task: Task;
  /** What times and dispatches are multiplied by. */
  factor: number;
  measured: Measured;
  /** What was requested, if the time limit cut the runs short. */
  cutShort: { runs: number; limit: number } | null;
}

/** The row of a result. A peer whose result is wrong has no times. */
export function rowOf({ case: name, peer, shape, task, factor, measured, cutShort }: RowSource): Row {
  const { status, times, parity } = measured;
  const counts = status === 'ok' && times.length > 0;
  const scaled = (value: number | null | undefined) =>
    status === 'ok' && value != null ? value * factor : null;
  const scaledTimes = counts ? times.map((time) => time * factor) : [];
  const summary = counts ? summarise(scaledTimes) : { p50: null, p95: null, min: null, runs: 0 };
  const median = counts ? percentile(times, 50) : 0;
  const dispatches = scaled(measured.dispatches);
  const notes: string[] = [];
  if (counts && factor !== 1) {
    const by = Number(factor.toPrecision(3));
    notes.push(`measured and checked at ${task.shape.time} steps; times and dispatches × ${by}`);
  }
  const rows = distinctRows(task);
  if (status !== 'failed' && rows !== shape.batch) {
    notes.push(`checked with ${rows} ${rows === 1 ? 'row that repeats' : 'rows that repeat'} in the batch`);
  }
  if (counts && task.tune) notes.push('with kernels that were tuned on this device first');
  if (cutShort && counts) {
    notes.push(`${times.length} of ${cutShort.runs} runs within the limit of ${cutShort.limit} s`);
  }
  return {
    peer: peer.peer,
    backend: peer.backend,
    case: name,
    phase: task.phase,
    shape: { ...shape, ...(factor !== 1 && { measuredTime: task.shape.time, factor }) },
    status,
    reason: measured.reason ?? null,
    note: notes.join('; ') || null,
    compile: status === 'ok' ? (measured.compile ?? null) : null,
    // What the first run spends beyond the steps, it spends only once.
    warmup: counts && measured.warmup !== undefined ? measured.warmup + (factor - 1) * median : null,
    ...summary,
    times: scaledTimes,
    gpu: scaled(measured.gpu),
    gpuNote: measured.gpuNote ?? null,
    dispatches: dispatches === null ? null : Math.round(dispatches),
    memory: measured.memory ?? null,
    parity,
  };
}
