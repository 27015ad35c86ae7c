/**
 * The result of a model's task. There is no float64 one: this is the fused model on the backend 'cpu' in float32, whose
 * layers a table of random models holds against tf.js's own.
 */
import '@tensorflow/tfjs-backend-cpu';
import { setBackend } from '@tensorflow/tfjs-core';
import { fuse } from '../../fuse/fuse';
import { modelTask } from '../models';
import type { Outputs } from '../parity';
import type { Task } from '../workload';

export async function modelReference(task: Task): Promise<Outputs> {
  await setBackend('cpu');
  const launched = modelTask({ ...task, corrupt: false }, fuse).launch();
  const outputs = await launched.read();
  launched.dispose();
  return outputs;
}
