/** Computes references and compares results with them, off the page's thread. */
import { expose } from 'comlink';
import { compare, type Outputs, type Parity, tolerances } from '../parity';
import { referenceOutputs } from '../reference';
import { isModel, type Task } from '../workload';

/** What the benchmark asks of this worker. */
export interface ReferencePort {
  /** Computes the reference of a task unless it has done so already. Takes seconds. */
  prepare(task: Task): Promise<void>;
  check(task: Task, outputs: Outputs): Promise<{ parity: Parity; reason: string | null }>;
}

const references = new Map<string, Outputs>();

async function referenceOf(task: Task): Promise<Outputs> {
  const key = JSON.stringify([task.shape, task.phase, task.seed]);
  let reference = references.get(key);
  if (!reference) {
    reference = isModel(task.shape.op)
      ? await (await import('./model-reference')).modelReference(task)
      : referenceOutputs(task);
    references.set(key, reference);
  }
  return reference;
}

const port: ReferencePort = {
  prepare: async (task) => void (await referenceOf(task)),
  check: async (task, outputs) => compare(outputs, await referenceOf(task), tolerances[task.phase]),
};
expose(port);
