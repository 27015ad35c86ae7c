import { describe, expect, it } from 'vitest';
import { gruCell } from '../../../src/kernels/gru/cell';
import { lstmCell } from '../../../src/kernels/lstm/cell';
import { forwardPlan, gradientPlan } from '../../../src/kernels/recurrent/plan';
import type { RecurrentShape } from '../../../src/kernels/recurrent/shape';
import { rowsOf, streamedTile } from '../../../src/kernels/recurrent/streamed';
import { chooseLayout, chunkSteps, recurrentLayouts } from '../../../src/kernels/recurrent/variants';
import {
  countDispatches,
  dispatchPasses,
  type Plan,
  planCost,
  planMemory,
} from '../../../src/kernels/webgpu/plan';
import { articleLSTM as shape } from '../../support/article-shape';
import { deviceProfile } from '../../support/device-profile';

const shaders = (plan: Plan) => dispatchPasses(plan).map((pass) => pass.shader);
const layouts = (
  changes: Partial<RecurrentShape>,
  device = deviceProfile(),
  pass: 'forward' | 'backward' = 'forward',
) => recurrentLayouts(lstmCell, { ...shape, ...changes }, device, pass);

describe('the layout of an LSTM', () => {
  it('is the one that the device prefers', () => {
    expect(layouts({})).toEqual(['resident-4', 'resident-2', 'units', 'rows', 'alternating']);
    const software = deviceProfile({ lanes: 'rows', laneRegisters: 255 });
    const resident = ['resident-4', 'resident-2', 'resident-1'];
    expect(layouts({}, software)).toEqual(['rows', 'units', ...resident, 'alternating']);
  });

  it('is of the family that the caller forces', () => {
    expect(layouts({ family: 'step' })).toEqual(['alternating']);
    expect(layouts({ family: 'sequence' })).toEqual(['resident-4', 'resident-2', 'units', 'rows']);
  });

  it('keeps away from what the device has too little memory for', () => {
    expect(layouts({ units: 256 })).toContain('rows');
    expect(layouts({ units: 256 }, deviceProfile(), 'backward')).not.toContain('rows');
    expect(layouts({ units: 30 })).not.toContain('rows');
    expect(layouts({ units: 256 })).toContain('units');
    expect(layouts({ units: 257 })).toEqual(['alternating']);
    expect(layouts({ units: 512 }, deviceProfile({ maxComputeWorkgroupStorageSize: 2 ** 15 }))).toContain(
      'units',
    );
  });

  it('keeps weights in registers only where both passes of a training step have enough of them', () => {
    const many = deviceProfile({ laneRegisters: 255 });
    const few = deviceProfile();
    expect(layouts({ units: 64 }, many)[0]).toBe('resident-4');
    expect(layouts({ units: 64 }, many, 'backward')[0]).toBe('resident-4');
    expect(layouts({ units: 64 }, few)[0]).toBe('units');
    // The forward pass alone would fit, and does where it leaves no reserve.
    expect(recurrentLayouts(lstmCell, { ...shape, units: 64 }, few, 'forward', false)[0]).toBe('resident-4');
    expect(layouts({ units: 65 }, many)[0]).toBe('streamed-1');
    // A workgroup of more lanes would need more registers than a multiprocessor has.
    const roomy = { maxComputeInvocationsPerWorkgroup: 1024, maxComputeWorkgroupSizeX: 1024 };
    expect(layouts({ units: 80 }, { ...many, ...roomy })[0]).toBe('streamed-1');
    const narrow = deviceProfile({ maxComputeInvocationsPerWorkgroup: 127, laneRegisters: 255 });
    expect(layouts({}, narrow)[0]).toBe('resident-2');
  });

  it('streams the weights that do not fit, for the more rows the more workgroups would load them', () => {
    const many = deviceProfile({ laneRegisters: 255, maxComputeWorkgroupStorageSize: 2 ** 15 });
    const first = (batch: number, units: number, pass: 'forward' | 'backward' = 'forward') =>
      layouts({ batch, units }, many, pass)[0];
    expect([1, 64, 65, 256, 257].map((batch) => first(batch, 128))).toEqual([
      'streamed-1',
      'streamed-1',
      'streamed-4',
      'streamed-4',
      'streamed-8',
    ]);
    // Little of 256 units stays in registers.
    expect([8, 9, 128, 129].map((batch) => first(batch, 256))).toEqual([
      'streamed-1',
      'streamed-4',
      'streamed-4',
      'streamed-8',
    ]);
    expect(first(1, 128, 'backward')).toBe('streamed-1');
    expect(layouts({ units: 257 }, many, 'backward').filter((name) => name.startsWith('streamed'))).toEqual(
      [],
    );
    // With half the registers only the backward walk is expected to gain.
    expect(layouts({ units: 128 })[0]).toBe('units');
    expect(layouts({ units: 128 }, deviceProfile(), 'backward')[0]).toMatch(/^streamed/);
    const gru = recurrentLayouts(gruCell({ resetAfter: false }), { ...shape, units: 128 }, many, 'forward');
    expect(gru[0]).toBe('units');
  });

  it('does not exist where the sequence family is forced on too small a device', () => {
    expect(() =>
      chooseLayout(lstmCell, { ...shape, units: 301, family: 'sequence' }, deviceProfile(), 'forward'),
    ).toThrow(
      'lstm: the sequence family needs 19264 bytes of workgroup memory for 301 units, but this device has 16384. ' +
        'Use the step family',
    );
  });
});

describe('the plan of an LSTM', () => {
  const device = deviceProfile();

  it.each(['rows', 'units'] as const)('walks %s in as many dispatches at 100 steps as at 500', (layout) => {
    const device = deviceProfile({ lanes: layout });
    // The kernels with lanes over rows take the weights as they are.
    const pack = layout === 'rows' ? [] : ['recurrent_pack'];
    for (const time of [1, 100, 500]) {
      expect(shaders(forwardPlan(lstmCell, { ...shape, time }, true, device, layout))).toEqual([
        ...pack,
        `recurrent_${layout}`,
      ]);
      expect(shaders(gradientPlan(lstmCell, { ...shape, time }, device, layout))).toEqual([
        ...pack,
        `recurrent_${layout}_gradient`,
        layout === 'rows' ? 'outer_product' : 'outer_product_staged',
        'reduce_partials',
      ]);
    }
  });

  it('dispatches once for each step in the step family, and once more backwards', () => {
    const stepwise = { ...shape, family: 'step' as const };
    for (const time of [1, 7]) {
      const count = (plan: Plan, shader: string) => shaders(plan).filter((name) => name === shader).length;
      expect(count(forwardPlan(lstmCell, { ...stepwise, time }, true, device), 'recurrent_alternating')).toBe(
        time,
      );
      const gradient = gradientPlan(lstmCell, { ...stepwise, time }, device);
      expect(count(gradient, 'recurrent_alternating_gradient')).toBe(time + 1);
    }
  });

  it.each(['rows', 'units'] as const)('cuts long series of %s into chunks without a gap', (layout) => {
    const time = 1300;
    const long = { ...shape, time };
    const chunks = (plan: Plan) =>
      dispatchPasses(plan)
        .filter((pass) => pass.shader.startsWith(`recurrent_${layout}`))
        .map((pass) => pass.uniform!.slice(2, 4).map(({ value }) => value) as [start: number, count: number]);
    const forward = chunks(forwardPlan(lstmCell, long, true, device, layout));
    const backward = chunks(gradientPlan(lstmCell, long, device, layout)).reverse();
    for (const list of [forward, backward]) {
      let next = 0;
      for (const [start, count] of list) {
        expect(start).toBe(next);
        expect(count).toBeGreaterThan(0);
        expect(count).toBeLessThanOrEqual(chunkSteps(lstmCell, long, layout, device));
        next = start + count;
      }
      expect(next).toBe(time);
    }
    expect(forward).toHaveLength(Math.ceil(time / chunkSteps(lstmCell, long, layout, device)));
  });

  it.each(['rows', 'units'] as const)('takes llvmpipe for possible on any device that walks %s', (layout) => {
    for (const units of [32, 128, 256, 512]) {
      const turnsOfStep = units / (layout === 'rows' ? 4 : 1);
      const steps = chunkSteps(lstmCell, { ...shape, units }, layout, deviceProfile());
      expect(steps * turnsOfStep, `${units} units`).toBeLessThan(65_535);
    }
  });

  it('has shorter chunks for wider layers', () => {
    expect(chunkSteps(lstmCell, { ...shape, units: 32 }, 'units', deviceProfile())).toBe(512);
    expect(chunkSteps(lstmCell, { ...shape, units: 2048 }, 'units', deviceProfile())).toBeLessThan(100);
    expect(chunkSteps(lstmCell, { ...shape, units: 1e6 }, 'units', deviceProfile())).toBe(1);
  });

  it('costs at least the operations of the products, the same for all layouts', () => {
    const products = shape.batch * shape.time * 2 * (2 * 4 * 32 * (1 + 32));
    const forward = planCost(forwardPlan(lstmCell, shape, false, device, 'units'));
    expect(forward.flops).toBeGreaterThan(products);
    expect(forward.flops).toBeLessThan(1.5 * products);
    expect(planCost(forwardPlan(lstmCell, shape, false, device, 'alternating')).flops).toBe(forward.flops);
    const training = planCost(forwardPlan(lstmCell, shape, true, device, 'units'));
    expect(training.bytes).toBeGreaterThan(forward.bytes);
    // Backwards the walk has one product and the weights another.
    expect(planCost(gradientPlan(lstmCell, shape, device)).flops).toBeGreaterThan(2 * products);
  });

  it('keeps a reserve only when training', () => {
    const names = (training: boolean) =>
      forwardPlan(lstmCell, shape, training, device).outputs.map((output) => output.name);
    expect(names(false)).toEqual(['outputs', 'finalH', 'finalC']);
    expect(names(true)).toEqual(['outputs', 'finalH', 'finalC', 'reserve']);
    expect(countDispatches(forwardPlan(lstmCell, shape, true, device))).toBe(2);
  });
});

describe('a resident walk', () => {
  const device = deviceProfile({ laneRegisters: 255, subgroups: true });
  const backward = (changes: Partial<RecurrentShape>, layout: 'resident-2' | 'resident-4' = 'resident-4') =>
    gradientPlan(lstmCell, { ...shape, ...changes }, device, layout);

  it('takes no product after it, and leaves dGates only where the gradient of x is wanted', () => {
    expect(shaders(backward({}))).toEqual([
      'recurrent_pack',
      'recurrent_resident_gradient',
      'reduce_partials',
    ]);
    const names = (plan: Plan) => plan.outputs.map(({ name }) => name);
    expect(names(backward({}))).toContain('dGates');
    expect(names(backward({ inputGradient: false }))).not.toContain('dGates');
    expect(planMemory(backward({ inputGradient: false })).scratch).toBeLessThan(
      planMemory(backward({})).outputs / 4,
    );
  });

  it('has a workgroup for each row and direction, but backward no more than leave their sums in a few MiB', () => {
    const workgroups = (plan: Plan) =>
      dispatchPasses(plan).find(({ shader }) => shader.startsWith('recurrent_resident'))!.workgroups;
    const forward = forwardPlan(lstmCell, { ...shape, batch: 900 }, true, device, 'resident-4');
    expect(workgroups(forward)).toEqual([900, 2, 1]);
    expect(workgroups(backward({ batch: 30 }))).toEqual([30, 2, 1]);
    expect(workgroups(backward({ batch: 900 }))).toEqual([128, 2, 1]);
    // Two rows of 8 units · 2 lanes fill a vector of 32.
    expect(workgroups(backward({ batch: 31, units: 8 }, 'resident-2'))).toEqual([16, 2, 1]);
  });

  it('is cut where it is long, and every chunk has parts of the sum of its own', () => {
    const walks = dispatchPasses(backward({ time: 10_000 })).filter(({ label }) =>
      label.includes('resident'),
    );
    const [starts, counts, parts] = [2, 3, 4].map((index) =>
      walks.map(({ uniform }) => uniform![index]!.value),
    );
    expect(walks.length).toBeGreaterThan(2);
    expect(counts!.reduce((sum, count) => sum + count, 0)).toBe(10_000);
    expect(starts!.at(-1)).toBe(0);
    expect(new Set(parts).size).toBe(walks.length);
    expect(walks[0]!.uniform!.at(-1)!.value).toBe(Math.max(...parts!) + shape.batch);
  });

  it('waits for one barrier a step with subgroups, and for two without', () => {
    const barriers = (subgroups: boolean, layout: 'resident-1' | 'resident-4') =>
      dispatchPasses(forwardPlan(lstmCell, shape, true, { ...device, subgroups }, layout))[1]!.chain!
        .barriers;
    expect(barriers(true, 'resident-4')).toBe(shape.time);
    expect(barriers(false, 'resident-4')).toBe(2 * shape.time);
    expect(barriers(false, 'resident-1')).toBe(shape.time);
  });
});

describe('a streamed walk', () => {
  const device = deviceProfile({ laneRegisters: 255, maxComputeWorkgroupStorageSize: 2 ** 15 });
  const wide = { ...shape, units: 128, batch: 9 };
  const layouts = ['streamed-1', 'streamed-4', 'streamed-8'] as const;
  const walk = (plan: Plan) =>
    dispatchPasses(plan).filter(({ shader }) => shader.startsWith('recurrent_streamed'));

  it.each(layouts)('takes rows in %s, up to a whole vec4 of the reserve when training', (layout) => {
    const rows = rowsOf(layout);
    const workgroups = (training: boolean) =>
      walk(forwardPlan(lstmCell, wide, training, device, layout))[0]!.workgroups[0];
    expect(workgroups(true)).toBe(Math.ceil(12 / rows));
    expect(workgroups(false)).toBe(Math.ceil(9 / rows));
  });

  it.each(layouts)('keeps as many weights in %s as a lane has registers for', (layout) => {
    for (const pass of ['forward', 'backward'] as const) {
      const kept = (laneRegisters: number) =>
        streamedTile(wide, rowsOf(layout), { ...device, laneRegisters }, pass)!;
      expect(kept(255).registers).toBeLessThanOrEqual(255);
      expect(kept(255).kept).toBeGreaterThan(kept(128).kept);
      // NVIDIA's multiprocessors have 65,536.
      expect(kept(255).lanes * 256).toBeLessThanOrEqual(2 ** 16);
      expect(kept(255).workgroupBytes).toBeLessThanOrEqual(2 ** 15);
    }
  });

  it('is cut where a dispatch would keep a device too long, and continues where it stopped', () => {
    const long = { ...wide, units: 256, batch: 256, time: 500 };
    const forward = walk(forwardPlan(lstmCell, long, true, device, 'streamed-4'));
    expect(forward.length).toBeGreaterThan(1);
    for (const { cost } of forward) expect(cost.flops).toBeLessThanOrEqual(1.02 * 2 ** 33);
    const backward = walk(gradientPlan(lstmCell, long, device, 'streamed-4'));
    const spans = [...forward, ...backward.reverse()].map(({ uniform }) =>
      uniform!.map(({ value }) => value),
    );
    let next = 0;
    for (const [, time, start, count] of spans) {
      expect(start).toBe(next);
      next = (start! + count!) % time!;
    }
    expect(next).toBe(0);
  });
});
