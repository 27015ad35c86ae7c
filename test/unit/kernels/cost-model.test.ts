import { describe, expect, it } from 'vitest';
import { attentionGradientPlan, attentionPlan } from '../../../src/kernels/attention/plan';
import { lstmCell } from '../../../src/kernels/lstm/cell';
import { forwardPlan, gradientPlan } from '../../../src/kernels/recurrent/plan';
import {
  type DeviceModel,
  peakFlops,
  predictPlan,
  utilisation,
} from '../../../src/kernels/webgpu/cost-model';
import { realDevices, softwareModel } from '../../../src/kernels/webgpu/device-models';
import { type DispatchOptions, dispatch } from '../../../src/kernels/webgpu/passes';
import { dispatchPasses, type Plan } from '../../../src/kernels/webgpu/plan';
import { articleLSTM as shape } from '../../support/article-shape';
import { deviceProfile } from '../../support/device-profile';

/** 2 TFLOP/s, 100 GB/s. */
const device: DeviceModel = {
  name: 'made up',
  hertz: 1e9,
  units: 10,
  lanesPerUnit: 100,
  vectorWidth: 20,
  residentPerUnit: 400,
  multiplyAddCycles: 1,
  dependentCycles: 5,
  loadCycles: 80,
  barrierCycles: 50,
  bytesPerSecond: 100e9,
  dispatchSeconds: 50e-6,
};

function planOf(options: Partial<DispatchOptions> = {}): Plan {
  const pass = dispatch('any', {
    bindings: [],
    workgroups: [10, 1, 1],
    lanes: 100,
    cost: { flops: 0, bytes: 0 },
    ...options,
  });
  return { name: 'any', outputs: [], scratch: [], passes: [pass] };
}

const predict = (options: Partial<DispatchOptions>, changes: Partial<DeviceModel> = {}) =>
  predictPlan(planOf(options), { ...device, ...changes }).passes[0]!;

const attention = {
  batch: 32,
  time: 500,
  features: 64,
  units: 64,
  score: 'additive',
  hasLengths: false,
} as const;
const profile = deviceProfile();

const plans = [
  ...(['resident-4', 'units', 'rows', 'alternating'] as const).flatMap((layout) => [
    forwardPlan(lstmCell, shape, true, profile, layout),
    gradientPlan(lstmCell, shape, profile, layout),
  ]),
  ...(['units', 'rows'] as const).flatMap((layout) => [
    attentionPlan(attention, true, profile, layout),
    attentionGradientPlan(attention, profile, layout),
  ]),
];

describe('what a dispatch is predicted to take', () => {
  it('is the cost of the dispatch where there is no work', () => {
    expect(predict({})).toEqual({ label: 'any', milliseconds: 0.05, bound: 'dispatch' });
    expect(predictPlan({ ...planOf(), passes: [] }, device)).toEqual({ milliseconds: 0, passes: [] });
  });

  it('is work / peak on a full device', () => {
    expect(peakFlops(device)).toBe(2e12);
    const { milliseconds, bound } = predict({ cost: { flops: 4e9, bytes: 0 }, workgroups: [40, 1, 1] });
    expect(milliseconds).toBeCloseTo(0.05 + 2);
    expect(bound).toBe('arithmetic');
  });

  it('is bytes / bandwidth where little is computed', () => {
    const cost = { flops: 0, bytes: 1e9 };
    // 10 ms from memory; those that are read several times come from caches with 160 GB/s.
    expect(predict({ cost, chain: { loads: 0, barriers: 0 } }).milliseconds).toBeCloseTo(10.05);
    const shared = predict({ cost, chain: { loads: 0, barriers: 0, distinctBytes: 1 } });
    expect(shared.milliseconds).toBeCloseTo(6.3);
    expect(shared.bound).toBe('bytes');
  });

  it('is what an invocation waits for where there are few of them', () => {
    const chain = { loads: 8000, barriers: 1000 };
    // 10 loads at a time wait 80 cycles, and 1000 barriers 50.
    const waiting = predict({ chain, workgroups: [1, 1, 1] });
    expect(waiting.milliseconds).toBeCloseTo(0.05 + (80_000 + 50_000) / 1e6);
    expect(waiting.bound).toBe('latency');
    const dependent = predict({ chain: { ...chain, dependent: 2000 }, workgroups: [1, 1, 1] });
    expect(dependent.milliseconds - waiting.milliseconds).toBeCloseTo(2000 * 5e-6);
    // 40 workgroups are resident at once; the 41st waits for one of them.
    expect(predict({ chain, workgroups: [40, 1, 1] })).toEqual(waiting);
    expect(predict({ chain, workgroups: [41, 1, 1] }).milliseconds).toBeCloseTo(0.05 + 2 * 0.13);
  });

  describe('on a device with caches', () => {
    const cached: DeviceModel = {
      ...device,
      hierarchy: {
        registersPerUnit: 20_000,
        near: { bytes: 10_000, bytesPerCycle: 100 },
        far: { bytesPerCycle: 50, bytesPerSecond: 1e12, loadCycles: 160 },
      },
    };
    const walk = (recurringBytes: number, loads: number, workgroups = 1, workgroupBytes = 0) =>
      predictPlan(
        planOf({
          workgroups: [workgroups, 1, 1],
          workgroupBytes,
          chain: { loads: 0, barriers: 0, streamed: { loads, bytes: 1000 * recurringBytes, recurringBytes } },
        }),
        cached,
      ).passes[0]!.milliseconds - 0.05;

    it('waits for loads or for bandwidth, of the first cache that has room beside the workgroup memory', () => {
      // 8000 loads by eight of 80 cycles; 10 MB at 100 bytes a cycle.
      expect(walk(1000, 8000)).toBeCloseTo(0.08);
      expect(walk(10_000, 8)).toBeCloseTo(0.1);
      expect(walk(10_000, 8000, 1, 1)).toBeCloseTo(0.2);
      expect(walk(12_000, 16_000)).toBeCloseTo(0.32);
    });

    it('shares the caches among the workgroups of a unit, and the second one among all', () => {
      // Two of 400 lanes' worth of workgroups on each of ten units.
      expect(walk(10_000, 8, 20)).toBeCloseTo(0.2);
      // 20 · 12 MB at 1 TB/s take 0.24 ms, at 50 bytes a cycle for two on a unit 0.48 ms.
      expect(walk(12_000, 8, 20)).toBeCloseTo(0.48);
      expect(walk(12_000, 8, 40)).toBeCloseTo(0.96);
    });

    it('has room for as many workgroups as their registers leave', () => {
      const chain = { loads: 0, barriers: 1000, registers: 150 };
      const time = (workgroups: number) =>
        predictPlan(planOf({ workgroups: [workgroups, 1, 1], chain }), cached).milliseconds - 0.05;
      expect(time(10)).toBeCloseTo(0.05);
      expect(time(11)).toBeCloseTo(0.1);
    });
  });

  it.each(['flops', 'bytes'] as const)('never falls with %s', (what) => {
    const times = [0, 1e6, 1e8, 1e9, 1e10].map(
      (amount) => predict({ cost: { flops: 1e8, bytes: 1e6, [what]: amount } }).milliseconds,
    );
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times.at(-1)).toBeGreaterThan(times[0]!);
  });
});

describe('the utilisation of a device', () => {
  const share = (workgroups: number, lanes: number) =>
    utilisation(dispatchPasses(planOf({ workgroups: [workgroups, 1, 1], lanes }))[0]!, device);

  it('falls where units are idle, lanes have no work, or vectors are not full', () => {
    expect(share(10, 100)).toBe(1);
    expect(share(5, 100)).toBe(0.5);
    expect(share(10, 20)).toBeCloseTo(0.2);
    expect(share(10, 5)).toBeCloseTo(0.05);
    expect(share(50, 20)).toBe(1);
    // While one unit has a second workgroup, the other nine have nothing left.
    expect(share(11, 100)).toBeCloseTo(0.55);
  });
});

describe('the plans of the article', () => {
  const faster: Partial<DeviceModel>[] = [
    { hertz: 2 * device.hertz },
    { bytesPerSecond: 2 * device.bytesPerSecond },
    { dispatchSeconds: device.dispatchSeconds / 2 },
    { loadCycles: device.loadCycles / 2, barrierCycles: device.barrierCycles / 2 },
    { units: 2 * device.units },
    { lanesPerUnit: 2 * device.lanesPerUnit },
    { residentPerUnit: 2 * device.residentPerUnit },
  ];

  it.each(faster)('never take longer on a device with twice as much: %o', (changes) => {
    for (const plan of plans) {
      const before = predictPlan(plan, device).passes;
      for (const [index, { label, milliseconds }] of predictPlan(plan, {
        ...device,
        ...changes,
      }).passes.entries()) {
        expect(milliseconds, label).toBeLessThanOrEqual(before[index]!.milliseconds);
      }
    }
  });

  it('say how many invocations their workgroups have', () => {
    for (const pass of plans.flatMap(dispatchPasses)) {
      const { WORKGROUP } = pass.constants;
      if (WORKGROUP !== undefined) expect(pass.lanes, pass.label).toBe(WORKGROUP);
      // These shaders compute the size of their workgroups: 32 units of 4 lanes, and 8 tiles of 4 units, 8 of 4 rows.
      else expect(pass.lanes, pass.label).toBe(pass.label.includes('resident') ? 128 : 64);
    }
  });

  it.each(realDevices)(
    'are bound by dispatches in the step family on $name, and slower than in one walk',
    (gpu) => {
      const model = { ...gpu, dispatchSeconds: 24e-6 };
      const stepwise = predictPlan(forwardPlan(lstmCell, shape, true, profile, 'alternating'), model);
      const steps = stepwise.passes.filter(({ label }) => label === 'lstm_alternating');
      expect(steps).toHaveLength(500);
      for (const { bound } of steps) expect(bound).toBe('dispatch');
      expect(stepwise.milliseconds).toBeGreaterThan(500 * 0.024);
      const walk = predictPlan(forwardPlan(lstmCell, shape, true, profile, 'units'), model);
      expect(walk.passes.find(({ label }) => label === 'lstm_units')!.bound).toBe('latency');
      expect(walk.milliseconds).toBeLessThan(stepwise.milliseconds / 5);
    },
  );
});

describe('the rule for wide layers', () => {
  it.each(realDevices)(
    'prefers on $name what the model does not have much slower than lanes over units',
    (gpu) => {
      const gpuProfile = deviceProfile(gpu.offers);
      const model = { ...gpu, dispatchSeconds: 24e-6 };
      for (const units of [66, 96, 128, 200, 256]) {
        for (const batch of [1, 8, 32, 100, 256]) {
          const wide = { ...shape, units, batch };
          const time = (pass: 'forward' | 'backward', layout?: 'units') =>
            predictPlan(
              pass === 'forward'
                ? forwardPlan(lstmCell, wide, true, gpuProfile, layout)
                : gradientPlan(lstmCell, wide, gpuProfile, layout),
              model,
            ).milliseconds;
          for (const pass of ['forward', 'backward'] as const) {
            expect(time(pass), `${units} units, batch ${batch}, ${pass}`).toBeLessThanOrEqual(
              1.25 * time(pass, 'units'),
            );
          }
        }
      }
    },
  );
});

describe('a device model', () => {
  it('has the peak that its maker names', () => {
    const teraflops = realDevices.map((gpu) => peakFlops({ ...gpu, dispatchSeconds: 0 }) / 1e12);
    expect(teraflops.map((peak) => Number(peak.toFixed(1)))).toEqual([2.0, 3.6, 29.1, 19.5, 66.9]);
  });

  it('has the ceilings that were measured of a software adapter', () => {
    const ceilings = { flopsPerSecond: 50e9, bytesPerSecond: 8e9 };
    const model = softwareModel({ name: 'any', ceilings, dispatchSeconds: 1e-5, cores: 2, vectorWidth: 8 });
    expect(peakFlops(model)).toBeCloseTo(50e9);
    expect(model).toMatchObject({ units: 2, bytesPerSecond: 8e9, dispatchSeconds: 1e-5 });
  });
});
