/** Times the kernels that our ops run, one by one, and the best that the device can do. */
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import * as tf from '@tensorflow/tfjs-core';
import { expose } from 'comlink';
import { tune } from '../../kernels';
import { type Ceilings, measureCeilings } from '../../kernels/webgpu/ceilings';
import { measurePlan } from '../../kernels/webgpu/measure';
import { openDevice } from '../../model/device/open-device';
import { taskOps, tunableOps } from '../plans';
import type { Kernel } from '../result';
import type { Task } from '../workload';

/** What the benchmark asks of this worker. */
export interface KernelsPort {
  /** Opens a WebGPU device and measures its ceilings. Takes seconds. */
  ceilings(): Promise<Ceilings>;
  /** Every dispatch of a task, in their order. */
  kernels(task: Task): Promise<Kernel[]>;
}

const opened = openDevice('webgpu').then(({ profile }) => ({
  profile,
  device: (tf.backend() as WebGPUBackend).device,
}));
// The caller gets the error.
opened.catch(() => {});

const port: KernelsPort = {
  ceilings: async () => measureCeilings((await opened).device),
  async kernels(task) {
    const { device, profile } = await opened;
    // A browser remembers what the peer's worker has measured; in Node nothing outlives a process.
    if (task.tune && typeof indexedDB === 'undefined') await tune(tunableOps(task));
    const kernels: Kernel[] = [];
    for (const { plan, inputs } of taskOps(task, profile)) {
      const timings = await measurePlan(device, plan, inputs, { repetitions: 3 });
      kernels.push(...timings.map(({ cost, ...timing }) => ({ ...timing, ...cost, op: plan.name })));
    }
    return kernels;
  },
};
expose(port);
