import '@tensorflow/tfjs-backend-cpu';
import { setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { modelTask } from '../../../src/benchmark/models';
import { compare, tolerances } from '../../../src/benchmark/parity';
import { phasesOf, presets, type Task } from '../../../src/benchmark/workload';
import { fuse } from '../../../src/fuse/fuse';

beforeAll(() => setBackend('cpu'));

const tasks = presets.models.flatMap((shape) => {
  const small = {
    ...shape,
    batch: Math.min(2, shape.batch),
    time: Math.min(4, shape.time),
    inputDim: 3,
    units: 4,
  };
  return phasesOf(small, ['forward', 'train']).map(
    (phase): Task => ({ shape: small, phase, seed: 1, corrupt: false, tune: false }),
  );
});

describe('the models of the benchmark', () => {
  it.each(tasks)('are the same stock and fused: $shape.op, $phase', async (task) => {
    const stock = await modelTask(task, (model) => model)
      .launch()
      .read();
    const fused = await modelTask(task, fuse).launch().read();
    expect(compare(fused, stock, tolerances[task.phase]).reason).toBeNull();
    const wrong = await modelTask({ ...task, corrupt: true }, fuse)
      .launch()
      .read();
    expect(compare(wrong, stock, tolerances[task.phase]).parity.ok).toBe(false);
  });
});
