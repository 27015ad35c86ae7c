/** The kernels that Gatewave runs for a task, without a GPU. */
import { lstmPlan, stepPlan } from '../kernels/lstm/plan';
import type { DeviceProfile, Plan } from '../kernels/webgpu/plan';
import type { ClassifierSizes } from '../model/classifier';
import { trainingStepPlans } from '../model/run-plan';
import type { Shape, Task } from './workload';

/** The classifier of a training step. */
export function classifierSizes({ inputDim, units, attentionUnits }: Shape): ClassifierSizes {
  return { channels: inputDim, units, attentionUnits, score: 'additive', classes: 2 };
}

export function taskPlans({ shape, phase }: Task, device: DeviceProfile): Plan[] {
  if (phase === 'train') return trainingStepPlans(classifierSizes(shape), shape, device);
  const { op, batch, time, inputDim, units } = shape;
  const recurrentActivation = 'sigmoid';
  if (op === 'step') return [stepPlan({ batch, inputDim, units, recurrentActivation })];
  const options = { directions: 2, goBackwards: false, recurrentActivation, family: 'auto' } as const;
  return [
    lstmPlan({ ...options, batch, time, inputDim, units, hasState: false, hasLengths: false }, false, device),
  ];
}
