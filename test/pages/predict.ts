/** Measures a training step pass by pass, for scripts/predict.ts to compare with what the cost model predicts. */
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { backend } from '@tensorflow/tfjs-core';
import { taskOps, tunableOps } from '../../src/benchmark/plans';
import type { Shape } from '../../src/benchmark/workload';
import { type Ceilings, measureCeilings } from '../../src/kernels/webgpu/ceilings';
import { measurePlan, measureWhole, type PassTiming } from '../../src/kernels/webgpu/measure';
import { reducePartials } from '../../src/kernels/webgpu/passes';
import type { InputSpec, Plan } from '../../src/kernels/webgpu/plan';
import { openDevice } from '../../src/model/device/open-device';

export interface MeasuredStep {
  ceilings: Ceilings;
  /** The time of a dispatch that adds one number to zero. */
  dispatchMilliseconds: number;
  cores: number;
  vectorWidth: number;
  plans: { plan: Plan; timings: PassTiming[] }[];
  /** The times of every op that has variants, as whole plans. */
  variants: { op: string; name: string; plan: Plan; milliseconds: number }[];
}

export async function measureStep(shape: Shape): Promise<MeasuredStep> {
  const { profile } = await openDevice('webgpu', { tune: false });
  const { device } = backend() as WebGPUBackend;
  const [dispatch] = await measurePlan(device, shortest.plan, shortest.inputs);
  const plans: MeasuredStep['plans'] = [];
  for (const { plan, inputs } of taskOps({ shape, phase: 'train' }, profile)) {
    plans.push({ plan, timings: await measurePlan(device, plan, inputs) });
  }
  const variants: MeasuredStep['variants'] = [];
  for (const op of tunableOps({ shape, phase: 'train' })) {
    for (const variant of op.variants(profile)) {
      const plan = variant.plan();
      const milliseconds = await measureWhole(device, plan, variant.inputs(), { repetitions: 3 });
      variants.push({ op: op.name, name: variant.name, plan, milliseconds });
    }
  }
  return {
    ceilings: await measureCeilings(device),
    dispatchMilliseconds: dispatch!.milliseconds,
    cores: navigator.hardwareConcurrency,
    vectorWidth: profile.vectorWidth,
    plans,
    variants,
  };
}

const one = { blocks: 1, parts: 1, partSize: 1, rows: 1, columns: 1, rowLength: 1 };
const shortest: { plan: Plan; inputs: InputSpec[] } = {
  plan: {
    name: 'shortest',
    outputs: [{ name: 'total', shape: [1], dtype: 'float32' }],
    scratch: [],
    passes: [reducePartials('partial', 'total', one)],
  },
  inputs: [{ name: 'partial', shape: [1], dtype: 'float32' }],
};
