/** The kernels that Gatewave runs for a task, without a GPU. */
import { attentionOps, gruOps, lstmOps, type TunableOp } from '../kernels';
import { stepPlan } from '../kernels/lstm/step-plan';
import { DEFAULT_ACTIVATIONS } from '../kernels/names';
import { inputsOf, planOf } from '../kernels/webgpu/choices';
import type { DeviceProfile, InputSpec } from '../kernels/webgpu/plan';
import type { ClassifierSizes } from '../model/network/classifier';
import { type PlannedOp, trainingStepOps } from '../model/training/run-plan';
import { isModel, type Shape, type Task } from './workload';

/** The classifier of a training step. */
export function classifierSizes({ inputDim, units, attentionUnits }: Shape): ClassifierSizes {
  return { channels: inputDim, units, attentionUnits, score: 'additive', classes: 2 };
}

/**
 * What our ops run for a task, in their order; in a training step tf.js adds a few dispatches of its own. Nothing is
 * known of a model before it runs.
 */
export function taskOps(task: Pick<Task, 'shape' | 'phase'>, device: DeviceProfile): PlannedOp[] {
  const { shape, phase } = task;
  if (isModel(shape.op)) return [];
  if (phase === 'train') return trainingStepOps(classifierSizes(shape), shape, device);
  if (shape.op === 'step') return [stepOp(shape, device)];
  return tunableOps(task).map((op) => ({ plan: planOf(op, device), inputs: inputsOf(op, device) }));
}

/** The ops of a task that have variants. */
export function tunableOps({ shape, phase }: Pick<Task, 'shape' | 'phase'>): TunableOp[] {
  const { op, batch, time, inputDim, units, attentionUnits } = shape;
  if (op === 'step' || isModel(op)) return [];
  const training = phase === 'train';
  const sizes = { batch, time, inputDim, units, bidirectional: true };
  if (op === 'bigru') return gruOps({ ...sizes, resetAfter: false });
  const ops = lstmOps(sizes, { training });
  if (!training) return ops;
  return [...ops, ...attentionOps({ batch, time, features: 2 * units, units: attentionUnits }, { training })];
}

function stepOp({ batch, inputDim, units }: Shape, device: DeviceProfile): PlannedOp {
  const input = (name: string, ...shape: number[]): InputSpec => ({ name, shape, dtype: 'float32' });
  return {
    plan: stepPlan({ ...DEFAULT_ACTIVATIONS, batch, inputDim, units }, device),
    inputs: [
      input('x', batch, inputDim),
      input('kernel', inputDim, 4 * units),
      input('recurrentKernel', units, 4 * units),
      input('bias', 4 * units),
      input('h', batch, units),
      input('c', batch, units),
    ],
  };
}
