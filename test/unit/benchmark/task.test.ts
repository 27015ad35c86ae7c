import { describe, expect, it } from 'vitest';
import { compare, tolerances } from '../../../src/benchmark/parity';
import { measuredShape, peerOf } from '../../../src/benchmark/peer-names';
import { referenceOutputs } from '../../../src/benchmark/reference';
import { rowOf } from '../../../src/benchmark/row';
import { makeTaskData } from '../../../src/benchmark/task-data';
import { distinctRows, presets, type Shape, type Task } from '../../../src/benchmark/workload';

const small: Shape = { op: 'bilstm', batch: 4, time: 6, inputDim: 2, units: 3, attentionUnits: 5 };
const task: Task = { shape: small, phase: 'train', seed: 3, corrupt: false, tune: false };

describe('the data of a task', () => {
  it('are the same each time, and others with another seed', () => {
    expect(makeTaskData(task)).toEqual(makeTaskData(task));
    expect(makeTaskData({ ...task, seed: 4 }).x).not.toEqual(makeTaskData(task).x);
  });

  it('have wrong weights on demand, which the reference does not have', () => {
    const corrupt = { ...task, corrupt: true };
    expect(makeTaskData(corrupt).directions[0]).not.toEqual(makeTaskData(task).directions[0]);
    expect(referenceOutputs(corrupt)).toEqual(referenceOutputs(task));
  });

  it('repeat few rows where the reference would take long', () => {
    expect(distinctRows(task)).toBe(4);
    const shape = { ...presets.wide[0], time: 500 };
    const { x, labels, rows } = makeTaskData({ ...task, shape, phase: 'forward' });
    expect(rows).toBeLessThan(shape.batch);
    expect(shape.batch % rows).toBe(0);
    const length = rows * shape.time;
    expect(x).toHaveLength(shape.batch * shape.time);
    expect(x.slice(length, 2 * length)).toEqual(x.slice(0, length));
    expect(x.slice(0, shape.time)).not.toEqual(x.slice(shape.time, 2 * shape.time));
    expect(labels[rows]).toBe(labels[0]);
  });
});

describe('the reference', () => {
  it('finds wrong weights', () => {
    const right = referenceOutputs(task);
    const wrong = referenceOutputs({ ...task, seed: 5 });
    expect(compare(right, right, tolerances.train).parity.ok).toBe(true);
    expect(compare(wrong, right, tolerances.train).parity.ok).toBe(false);
  });
});

describe('stock layers', () => {
  it('are measured at fewer steps, and their row says so', () => {
    const peer = peerOf('tfjs-cpu');
    const asked = { ...small, time: 500 };
    const { shape, factor } = measuredShape(peer, asked, 100);
    expect([shape.time, factor]).toEqual([100, 5]);
    const row = rowOf({
      case: 'article',
      peer,
      shape: asked,
      task: { ...task, shape },
      factor,
      measured: { status: 'ok', times: [2, 4], warmup: 7, dispatches: 11, parity: { ok: true, error: 1e-7 } },
      cutShort: { runs: 10, limit: 3 },
    });
    expect(row).toMatchObject({ p50: 15, min: 10, warmup: 19, dispatches: 55, times: [10, 20] });
    expect(row.shape).toMatchObject({ time: 500, measuredTime: 100, factor: 5 });
    expect(row.note).toBe(
      'measured and checked at 100 steps; times and dispatches × 5; 2 of 10 runs within the limit of 3 s',
    );
  });

  it('are measured in full where there are few steps; others always', () => {
    expect(measuredShape(peerOf('tfjs-cpu'), small, 100)).toEqual({ shape: small, factor: 1 });
    const long = { ...small, time: 500 };
    expect(measuredShape(peerOf('onnxruntime-wasm'), long, 100)).toEqual({ shape: long, factor: 1 });
  });
});
