/** What would go wrong on a GPU's driver and goes well on adapters that run on a CPU: found in texts and in plans. */
import { describe, expect, it } from 'vitest';
import { attentionGradientPlan, attentionPlan } from '../../../src/kernels/attention/plan';
import { lstmCell } from '../../../src/kernels/lstm/cell';
import { DEFAULT_ACTIVATIONS } from '../../../src/kernels/names';
import { adamPlan } from '../../../src/kernels/optimizer/webgpu';
import { forwardPlan, gradientPlan } from '../../../src/kernels/recurrent/plan';
import type { RecurrentShape } from '../../../src/kernels/recurrent/shape';
import { recurrentLayouts } from '../../../src/kernels/recurrent/variants';
import { elapsed } from '../../../src/kernels/webgpu/clock';
import { outerProduct } from '../../../src/kernels/webgpu/outer-product';
import {
  assertPlanFits,
  dispatchPasses,
  MOST_OPERATIONS_OF_A_DISPATCH,
  type Plan,
} from '../../../src/kernels/webgpu/plan';
import { shaderNames, specialise } from '../../../src/kernels/webgpu/shaders';
import { deviceProfile } from '../../support/device-profile';

const texts = shaderNames().map((name) => [name, specialise(name, {}, { cell: 'lstm_cell' })] as const);

/** The text up to the parenthesis that closes the one before `start`. */
function argument(text: string, start: number): string {
  let depth = 1;
  let end = start;
  for (; depth > 0; end++) depth += text[end] === '(' ? 1 : text[end] === ')' ? -1 : 0;
  return text.slice(start, end - 1);
}

describe.each(texts)('the shader %s', (_, text) => {
  const code = text.replace(/\/\/.*/g, '');

  it('takes exp of nothing that is above 0', () => {
    // A negative absolute value, or a value less the largest one.
    const safe = /^-(2\.0 \* )?abs\(|- (new_)?largest$/;
    for (const { index } of code.matchAll(/\bexp\(/g)) {
      const taken = argument(code, index + 'exp('.length);
      expect(taken.startsWith('-abs(') || safe.test(taken), taken).toBe(true);
    }
  });

  it('has no stand-in for minus infinity whose product with log₂ e overflows', () => {
    for (const [number] of code.matchAll(/\d+\.\d+e\d+/g)) expect(Number(number)).toBeLessThanOrEqual(1e30);
  });

  it('does not choose a component of a vector in registers at run time', () => {
    // The vectors, of which there may be arrays, less those whose arrays become single variables: `unroll.ts` insists on
    // constant indices there. What lies in memory anyway may be indexed.
    const vectors = [...code.matchAll(/\bvar (\w+): (?:array<)?(?:vec4f|vec4u|mat4x4f)/g)].map(
      ([, name]) => name!,
    );
    for (const name of vectors) {
      const pattern = new RegExp(`(?<![.\\w])${name}(?:\\[[^\\]]+\\])?\\[([a-z]\\w*)\\]`, 'g');
      const isArray = new RegExp(`\\bvar ${name}: array<`).test(code);
      for (const [access, index] of code.matchAll(pattern)) {
        if (isArray && !new RegExp(`${name}\\[[^\\]]+\\]\\[`).test(access)) continue;
        expect.fail(`${access} is indexed by ${index}`);
      }
    }
  });

  it('bounds loops that step by one by constants and what was fetched before', () => {
    for (const [loop, bound] of code.matchAll(/for \(var \w+ = [^;]+; \w+ < ([^;]+); \w+\+\+\)/g)) {
      expect(bound, loop).not.toMatch(/\b(shape|chunk|settings|now)\./);
    }
  });
});

const shape: RecurrentShape = {
  ...DEFAULT_ACTIVATIONS,
  batch: 32,
  time: 500,
  inputDim: 1,
  units: 32,
  directions: 2,
  goBackwards: false,
  family: 'auto',
  hasState: false,
  hasLengths: false,
};
const attention = {
  batch: 32,
  time: 500,
  features: 64,
  units: 64,
  score: 'additive',
  hasLengths: false,
} as const;
const settings = { learningRate: 1, beta1: 0.9, beta2: 0.9, epsilon: 1, step: 1, clipNorm: 0 };

function allPlans(sizes: RecurrentShape, device = deviceProfile()): Plan[] {
  const forward = recurrentLayouts(lstmCell, sizes, device, 'forward').flatMap((layout) =>
    [true, false].map((training) => forwardPlan(lstmCell, sizes, training, device, layout)),
  );
  const backward = recurrentLayouts(lstmCell, sizes, device, 'backward').map((layout) =>
    gradientPlan(lstmCell, sizes, device, layout),
  );
  return [...forward, ...backward];
}

describe('a device in compatibility mode, with 128 invocations in a workgroup', () => {
  const device = deviceProfile({ maxComputeInvocationsPerWorkgroup: 128, maxComputeWorkgroupSizeX: 128 });
  it.each([32, 100, 256, 600])('runs all plans of %i units', (units) => {
    const plans = [
      ...allPlans({ ...shape, batch: 5, time: 50, units }, device),
      attentionPlan({ ...attention, batch: 5, features: units }, true, device),
      attentionGradientPlan({ ...attention, batch: 5, features: units }, device),
      adamPlan([[100]], settings),
    ];
    for (const plan of plans) assertPlanFits(plan, device);
  });
});

describe('no dispatch keeps a device for longer than a watchdog allows', () => {
  const most = MOST_OPERATIONS_OF_A_DISPATCH;
  it('of a walk or of a product', () => {
    const large = { ...shape, batch: 4096, units: 128, time: 600 };
    const device = deviceProfile();
    const plans = allPlans({ ...large, family: 'sequence' }, device);
    expect(plans.length).toBeGreaterThan(3);
    for (const pass of plans.flatMap(dispatchPasses))
      expect(pass.cost.flops, pass.label).toBeLessThanOrEqual(most);
  });

  it('of attention', () => {
    const large = { ...attention, batch: 512, time: 4000, features: 128, units: 128 };
    for (const plan of [
      attentionPlan(large, true, deviceProfile()),
      attentionGradientPlan(large, deviceProfile()),
    ]) {
      for (const pass of dispatchPasses(plan)) expect(pass.cost.flops, pass.label).toBeLessThanOrEqual(most);
      const walks = dispatchPasses(plan).filter(({ label }) => label.startsWith('attention_units'));
      const rows = walks.reduce((sum, { workgroups }) => sum + workgroups[1], 0);
      expect(walks.length).toBeGreaterThan(1);
      expect(rows).toBe(512);
    }
  });

  it.each(['units', 'rows'] as const)(
    'and a product that is cut has every part of its sum once: %s',
    (lanes) => {
      const operand = { buffer: 'a', rows: 512, offset: 0, block: 0, step: 0 };
      const { passes } = outerProduct(
        { blocks: 2, steps: 10_000, rowGroups: 8, left: operand, right: { ...operand, buffer: 'b' } },
        'partial',
        'total',
        deviceProfile({ lanes }),
      );
      const products = passes.slice(0, -1);
      expect(products.length).toBeGreaterThan(1);
      const { workgroup, tiles } = {
        units: { workgroup: 1, tiles: (512 / 64) * (512 / 64) },
        rows: { workgroup: 8, tiles: Math.ceil(512 / 36) * (512 / 16) },
      }[lanes];
      const parts = products[0]!.uniform!.at(-3)!.value;
      let next = 0;
      for (const { uniform, workgroups } of products) {
        expect(uniform!.at(-1)!.value).toBe(next);
        next += (workgroups[0] * workgroup) / tiles;
      }
      expect(next).toBe(parts);
    },
  );
});

describe('two timestamps', () => {
  it('are milliseconds apart', () => {
    expect(elapsed(1_000_000n, 3_500_000n)).toBe(2.5);
  });

  it.each([
    [5n, 5n],
    [7n, 5n],
    [0n, 0n],
  ])('are no measurement where the second is not later: %i, %i', (begin, end) => {
    expect(elapsed(begin, end)).toBe(0);
  });
});
