/** Measures plans on the device, for test/gpu/measure.test.ts to run inside a page. */

import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { backend } from '@tensorflow/tfjs-core';
import { attentionInputs } from '../../src/kernels/attention/inputs';
import { attentionPlan } from '../../src/kernels/attention/plan';
import { lstmCell } from '../../src/kernels/lstm/cell';
import { DEFAULT_ACTIVATIONS } from '../../src/kernels/names';
import { forwardInputs } from '../../src/kernels/recurrent/inputs';
import { forwardPlan } from '../../src/kernels/recurrent/plan';
import type { RecurrentShape } from '../../src/kernels/recurrent/shape';
import { type Ceilings, measureCeilings } from '../../src/kernels/webgpu/ceilings';
import { measurePlan, measureWhole, type PassTiming } from '../../src/kernels/webgpu/measure';
import type { DeviceProfile } from '../../src/kernels/webgpu/plan';
import { openDevice } from '../../src/model/device/open-device';
import { type PlannedOp, trainingStepOps } from '../../src/model/training/run-plan';

async function open(): Promise<{ device: GPUDevice; profile: DeviceProfile }> {
  const { profile } = await openDevice('webgpu');
  return { device: (backend() as WebGPUBackend).device, profile };
}

function attention(profile: DeviceProfile, time: number): PlannedOp {
  const shape = { batch: 8, time, features: 16, units: 16, score: 'additive', hasLengths: true } as const;
  return { plan: attentionPlan(shape, false, profile), inputs: attentionInputs(shape) };
}

function lstm(profile: DeviceProfile, time: number): PlannedOp {
  const shape: RecurrentShape = {
    directions: 2,
    goBackwards: false,
    ...DEFAULT_ACTIVATIONS,
    family: 'auto',
    batch: 32,
    time,
    inputDim: 1,
    units: 16,
    hasState: false,
    hasLengths: false,
  };
  return { plan: forwardPlan(lstmCell, shape, false, profile), inputs: forwardInputs(lstmCell, shape) };
}

export async function ceilings(): Promise<Ceilings> {
  return measureCeilings((await open()).device);
}

/** Every pass of a training step of a small network. */
export async function trainingStep(): Promise<PassTiming[]> {
  const { device, profile } = await open();
  const sizes = { channels: 1, units: 8, score: 'additive', attentionUnits: 8, classes: 2 } as const;
  const timings: PassTiming[] = [];
  for (const { plan, inputs } of trainingStepOps(sizes, { batch: 8, time: 20 }, profile)) {
    timings.push(...(await measurePlan(device, plan, inputs, { repetitions: 3 })));
  }
  return timings;
}

/** Milliseconds of an LSTM over 20 and over 320 steps: the whole plan, and the sum of its passes. */
export async function scaling(): Promise<{ whole: [number, number]; passes: [number, number] }> {
  const { device, profile } = await open();
  const measure = async (time: number) => {
    const { plan, inputs } = lstm(profile, time);
    const passes = await measurePlan(device, plan, inputs);
    return {
      whole: await measureWhole(device, plan, inputs),
      passes: passes.reduce((sum, { milliseconds }) => sum + milliseconds, 0),
    };
  };
  const short = await measure(20);
  const long = await measure(320);
  return { whole: [short.whole, long.whole], passes: [short.passes, long.passes] };
}

/** The messages that refuse plans which the device cannot run. */
export async function refusals(): Promise<{ large: string; wrong: string }> {
  const { device, profile } = await open();
  const { plan, inputs } = attention(profile, 4);
  const refused = (changed: PlannedOp) =>
    measurePlan(device, changed.plan, changed.inputs).then(
      () => 'it was measured',
      (error: Error) => error.message,
    );
  const large = { ...plan, scratch: [...plan.scratch, { name: 'large', elements: 2 ** 34 }] };
  // A binding shorter than the shader declares.
  const passes = plan.passes.map((pass) =>
    pass.kind === 'dispatch'
      ? { ...pass, bindings: pass.bindings.map((b) => ({ ...b, elements: 1 })) }
      : pass,
  );
  return {
    large: await refused({ plan: large, inputs }),
    wrong: await refused({ plan: { ...plan, passes }, inputs }),
  };
}
