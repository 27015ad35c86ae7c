/** The kernels that Gatewave runs for a task, without a GPU. */
import { lstmInputs } from '../kernels/lstm/inputs';
import { lstmPlan, stepPlan } from '../kernels/lstm/plan';
import type { LSTMShape } from '../kernels/lstm/variants';
import type { DeviceProfile, InputSpec } from '../kernels/webgpu/plan';
import type { ClassifierSizes } from '../model/classifier';
import { type PlannedOp, trainingStepOps } from '../model/run-plan';
import type { Shape, Task } from './workload';

/** The classifier of a training step. */
export function classifierSizes({ inputDim, units, attentionUnits }: Shape): ClassifierSizes {
  return { channels: inputDim, units, attentionUnits, score: 'additive', classes: 2 };
}

/** What our ops run for a task, in their order; in a training step tf.js adds a few dispatches of its own. */
export function taskOps({ shape, phase }: Pick<Task, 'shape' | 'phase'>, device: DeviceProfile): PlannedOp[] {
  if (phase === 'train') return trainingStepOps(classifierSizes(shape), shape, device);
  if (shape.op === 'step') return [stepOp(shape)];
  const { batch, time, inputDim, units } = shape;
  const lstm: LSTMShape = {
    directions: 2,
    goBackwards: false,
    recurrentActivation: 'sigmoid',
    family: 'auto',
    batch,
    time,
    inputDim,
    units,
    hasState: false,
    hasLengths: false,
  };
  return [{ plan: lstmPlan(lstm, false, device), inputs: lstmInputs(lstm) }];
}

function stepOp({ batch, inputDim, units }: Shape): PlannedOp {
  const input = (name: string, ...shape: number[]): InputSpec => ({ name, shape, dtype: 'float32' });
  return {
    plan: stepPlan({ batch, inputDim, units, recurrentActivation: 'sigmoid' }),
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
