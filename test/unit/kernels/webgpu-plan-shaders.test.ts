/** What a plan asks of a shader, and what the shader's text declares, are two files: these tests keep them consistent. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attentionGradientPlan, attentionPlan } from '../../../src/kernels/attention/plan';
import {
  type AttentionLayout,
  type AttentionShape,
  attentionLayouts,
} from '../../../src/kernels/attention/variants';
import { denseGradientPlan, densePlan } from '../../../src/kernels/dense/plan';
import { gatherPlan } from '../../../src/kernels/gather';
import { gruCell } from '../../../src/kernels/gru/cell';
import { stepPlan as gruStepPlan } from '../../../src/kernels/gru/step-plan';
import { crossEntropyPlan } from '../../../src/kernels/loss/webgpu';
import { lstmCell } from '../../../src/kernels/lstm/cell';
import { stepPlan } from '../../../src/kernels/lstm/step-plan';
import { DEFAULT_ACTIVATIONS } from '../../../src/kernels/names';
import { adamPlan } from '../../../src/kernels/optimizer/webgpu';
import type { Cell } from '../../../src/kernels/recurrent/cell';
import { forwardInputs } from '../../../src/kernels/recurrent/inputs';
import { forwardPlan, gradientPlan, inputGradientPlan } from '../../../src/kernels/recurrent/plan';
import type { RecurrentShape } from '../../../src/kernels/recurrent/shape';
import { type Layout, recurrentLayouts, reserveFormat } from '../../../src/kernels/recurrent/variants';
import {
  type BindingAccess,
  type DispatchPass,
  dispatchPasses,
  type Plan,
  sizeOf,
} from '../../../src/kernels/webgpu/plan';
import { specialise } from '../../../src/kernels/webgpu/shaders';
import { deviceProfile } from '../../support/device-profile';
import { forRandomCases } from '../../support/random-cases';

const device = deviceProfile({ laneRegisters: 255 });

const size = (max: number) => fc.integer({ min: 1, max });

const recurrentShape = fc
  .record({
    directions: fc.constantFrom(1 as const, 2 as const),
    goBackwards: fc.boolean(),
    activation: fc.constantFrom('tanh' as const, 'relu' as const),
    recurrentActivation: fc.constantFrom('sigmoid' as const, 'hardSigmoid' as const),
    batch: size(80),
    time: size(40),
    inputDim: size(9),
    units: size(256),
    hasState: fc.boolean(),
    hasLengths: fc.boolean(),
  })
  .map(
    (shape): RecurrentShape => ({
      ...shape,
      family: 'auto',
      goBackwards: shape.goBackwards && shape.directions === 1,
    }),
  );

const attentionShape = fc
  .record({
    batch: size(80),
    time: size(300),
    features: size(90),
    units: size(90),
    score: fc.constantFrom('additive' as const, 'dot' as const),
    hasLengths: fc.boolean(),
  })
  .map((shape): AttentionShape => ({ ...shape, units: shape.score === 'dot' ? 0 : shape.units }));

/** Elements of a plan's inputs by name. */
type Sizes = Record<string, number>;

function recurrentInputs(cell: Cell, shape: RecurrentShape): Sizes {
  return Object.fromEntries(forwardInputs(cell, shape).map(({ name, shape }) => [name, sizeOf(shape)]));
}

/** All plans of a shape with their inputs. */
function recurrentPlans(cell: Cell, shape: RecurrentShape, layout: Layout): [Plan, Sizes][] {
  const { directions, batch, time, units } = shape;
  const state = directions * batch * units;
  const inputs = recurrentInputs(cell, shape);
  const training = forwardPlan(cell, shape, true, device, layout);
  const gradient = gradientPlan(cell, shape, device, layout);
  const hasGates = gradient.outputs.some(({ name }) => name === 'dGates');
  return [
    [forwardPlan(cell, shape, false, device, layout), inputs],
    [training, inputs],
    [
      gradient,
      {
        ...inputs,
        outputs: batch * time * directions * units,
        dOutputs: batch * time * directions * units,
        ...Object.fromEntries(cell.states.map((name) => [`dFinal${name.toUpperCase()}`, state])),
        reserve: outputSize(training, 'reserve'),
      },
    ],
    [
      inputGradientPlan({
        ...shape,
        gates: cell.gates,
        gradients: cell.gradients,
        format: reserveFormat(layout),
      }),
      { ...inputs, dGates: hasGates ? outputSize(gradient, 'dGates') : 0 },
    ],
  ];
}

function attentionPlans(shape: AttentionShape, layout: AttentionLayout): [Plan, Sizes][] {
  const { batch, time, features, units, score, hasLengths } = shape;
  const inputs: Sizes = {
    values: batch * time * features,
    query: score === 'dot' ? features : units,
    ...(score === 'additive' && { kernel: features * units, bias: units }),
    ...(hasLengths && { lengths: batch }),
  };
  const outputs = { context: batch * features, weights: batch * time };
  const training = attentionPlan(shape, true, device, layout);
  return [
    [attentionPlan(shape, false, device, layout), inputs],
    [training, inputs],
    [
      attentionGradientPlan(shape, device, layout),
      {
        ...inputs,
        ...outputs,
        reserve: outputSize(training, 'reserve'),
        dContext: batch * features,
        dWeights: batch * time,
      },
    ],
  ];
}

function outputSize(plan: Plan, name: string): number {
  return sizeOf(plan.outputs.find((output) => output.name === name)!.shape);
}

describe('a plan fits its shaders and its buffers', () => {
  const layouts = [
    ...(['rows', 'units', 'alternating', 'resident-1', 'resident-2', 'resident-4'] as const),
    ...(['streamed-1', 'streamed-4', 'streamed-8'] as const),
  ];
  const cells = [lstmCell, gruCell({ resetAfter: true }), gruCell({ resetAfter: false })];
  // A cell with two phases has neither a resident nor a streamed layout.
  const pairs = cells.flatMap((cell) =>
    layouts
      .filter((layout) => cell.phases === 1 || !/^(resident|streamed)/.test(layout))
      .map((layout) => [cell.name, layout, cell] as const),
  );
  it.each(pairs)('of a layer: %s, %s', async (_, layout, cell) => {
    let checked = 0;
    await forRandomCases(recurrentShape, 40, (drawn) => {
      // The kernels with lanes over rows take units in fours, and not too many.
      const sizes =
        layout === 'rows'
          ? { units: 4 * (1 + (drawn.units % 32)) }
          : layout.startsWith('resident')
            ? { units: 1 + (drawn.units % 16), batch: 8 * drawn.batch, inputGradient: drawn.hasState }
            : // With eight rows a workgroup, workgroup memory takes so many.
              layout.startsWith('streamed')
              ? { units: 33 + (drawn.units % 80) }
              : {};
      const shape = { ...drawn, ...sizes };
      for (const pass of ['forward', 'backward'] as const) {
        if (!recurrentLayouts(cell, shape, device, pass).includes(layout)) return;
      }
      checked++;
      for (const [plan, inputs] of recurrentPlans(cell, shape, layout)) check(plan, inputs);
    });
    expect(checked).toBeGreaterThan(30);
  });

  it.each(['rows', 'units'] as const)('of attention, %s', async (layout) => {
    let checked = 0;
    await forRandomCases(attentionShape, 60, (drawn) => {
      // The lanes-over-rows kernels take features in fours.
      const shape = layout === 'rows' ? { ...drawn, features: 4 * Math.ceil(drawn.features / 4) } : drawn;
      if (!attentionLayouts(shape, device).includes(layout)) return;
      checked++;
      for (const [plan, inputs] of attentionPlans(shape, layout)) check(plan, inputs);
    });
    expect(checked).toBeGreaterThan(20);
  });

  it('of a step, the loss and the optimizer', () => {
    for (const units of [21, 20]) {
      const step = {
        batch: 3,
        inputDim: 2,
        units,
        activation: 'relu',
        recurrentActivation: 'hardSigmoid',
      } as const;
      const weights = { kernel: 8 * units, recurrentKernel: 4 * units * units, bias: 4 * units };
      for (const lanes of ['units', 'rows'] as const)
        check(stepPlan(step, deviceProfile({ lanes })), { x: 6, ...weights, h: 3 * units, c: 3 * units });
    }
    for (const resetAfter of [true, false]) {
      const step = { batch: 3, inputDim: 2, units: 21, ...DEFAULT_ACTIVATIONS, resetAfter };
      const weights = { kernel: 126, recurrentKernel: 63 * 21, bias: resetAfter ? 126 : 63 };
      check(gruStepPlan(step), { x: 6, ...weights, h: 63 });
    }
    check(crossEntropyPlan(5, 3), { logits: 15, labels: 5 });
    check(crossEntropyPlan(5, 3, true), { logits: 15, labels: 5, rowWeights: 5 });
    const dense = { rows: 5, features: 6, columns: 3 };
    for (const dropout of [false, true]) {
      const given = { x: 30, kernel: 18, bias: 3, dY: 15, ...(dropout && { kept: 30 }) };
      check(densePlan({ ...dense, dropout }), given);
      check(denseGradientPlan({ ...dense, dropout }), given);
    }
    check(gatherPlan(4, 6, 10), { series: 100, indices: 4 });
    const settings = { learningRate: 1, beta1: 0.9, beta2: 0.9, epsilon: 1, step: 1, clipNorm: 0 };
    const sizes = { parameter0: 6, parameter1: 1, gradient0: 6, gradient1: 1, m: 7, v: 7 };
    check(adamPlan([[2, 3], []], settings), sizes);
  });
});

function check(plan: Plan, inputs: Sizes): void {
  const sizes = new Map([
    ...Object.entries(inputs),
    ...plan.outputs.map((output) => [output.name, sizeOf(output.shape)] as const),
    ...plan.scratch.map((buffer) => [buffer.name, buffer.elements] as const),
  ]);
  const sizeOfBuffer = (name: string): number => {
    expect(sizes.has(name), `${plan.name} has no buffer '${name}'`).toBe(true);
    return sizes.get(name)!;
  };
  const written = new Set<string>();
  for (const pass of plan.passes) {
    if (pass.kind === 'dispatch') {
      checkDispatch(pass);
      for (const { buffer, access } of pass.bindings) {
        sizeOfBuffer(buffer);
        if (access === 'read-write') {
          expect(inputs, `${pass.label} writes to the input '${buffer}'`).not.toHaveProperty(buffer);
          written.add(buffer);
        }
      }
    } else if (pass.kind === 'copy') {
      const where = `${plan.name}: ${pass.from} to ${pass.to}`;
      expect(pass.fromOffset + pass.elements, where).toBeLessThanOrEqual(sizeOfBuffer(pass.from));
      expect(pass.toOffset + pass.elements, where).toBeLessThanOrEqual(sizeOfBuffer(pass.to));
      expect(pass.from).not.toBe(pass.to);
      written.add(pass.to);
    } else {
      expect(pass.offset + pass.elements).toBeLessThanOrEqual(sizeOfBuffer(pass.buffer));
      written.add(pass.buffer);
    }
  }
  for (const { name } of plan.outputs) {
    expect([...written]).toContain(name);
  }
  expect(dispatchPasses(plan).length).toBeGreaterThan(0);
}

const typeSizes: Record<string, number> = { f32: 4, vec2f: 8, vec4f: 16, mat4x4f: 64 };

/** Bytes of the workgroup memory that a shader declares. */
function workgroupBytes(text: string, { constants }: DispatchPass): number {
  if (!text.includes('var<workgroup>')) return 0;
  const values = new Map(Object.entries(constants).map(([name, value]) => [name, String(value)]));
  for (const [, name, value] of text.matchAll(/^(?:const|override) (\w+)(?:: \w+)? = ([^;]+);/gm)) {
    if (!values.has(name!)) values.set(name!, value!);
  }
  const evaluate = (expression: string): number | boolean => {
    const known = expression
      .replace(/\b(\d+)u\b/g, '$1')
      .replace(/\b[A-Z]\w*\b/g, (name) => `(${evaluate(values.get(name)!)})`);
    const select = (no: number, yes: number, is: boolean) => (is ? yes : no);
    const value: number | boolean = new Function('select', `return ${known};`)(select);
    // Divisions are of whole numbers.
    return typeof value === 'number' ? Math.floor(value) : value;
  };
  const aliases = new Map(
    [...text.matchAll(/^alias (\w+) = (\w+);/gm)].map(([, name, type]) => [name, type!]),
  );
  return [...text.matchAll(/^var<workgroup> \w+: array<(\w+), (.*)>;/gm)].reduce(
    (sum, [, type, count]) => sum + typeSizes[aliases.get(type) ?? type!]! * Number(evaluate(count!)),
    0,
  );
}

const declaredAccess: Record<string, BindingAccess> = {
  'storage, read': 'read',
  'storage, read_write': 'read-write',
  uniform: 'uniform',
};

/** Texts by what they depend on: the steps of a walk share one. */
const texts = new Map<string, string>();

function textOf({ shader, literals, modules }: DispatchPass): string {
  const key = JSON.stringify([shader, literals, modules]);
  const text = texts.get(key) ?? specialise(shader, literals, modules);
  texts.set(key, text);
  return text;
}

function checkDispatch(pass: DispatchPass): void {
  const text = textOf(pass);
  const accesses = pass.bindings.map(({ access }): BindingAccess => access);
  if (pass.uniform) accesses.push('uniform');
  const variables = [...text.matchAll(/@group\(0\) @binding\((\d+)\) var<([^>]+)> (\w+)\s*: (\w+)/g)];
  expect(
    variables.map(([, binding, space]) => [Number(binding), declaredAccess[space!]]),
    pass.shader,
  ).toEqual(accesses.map((access, binding) => [binding, access]));

  if (pass.uniform) {
    const struct = new RegExp(`struct ${variables.at(-1)![4]} \\{([^}]*)\\}`).exec(text)![1]!;
    const fields = [...struct.matchAll(/^\s*(\w+): (\w+)(?:<vec4u, (\w+)>)?,/gm)].flatMap(
      ([, , type, extent]) => {
        if (!extent) return [type];
        const count = Number(new RegExp(`const ${extent}: u32 = (\\d+)u`).exec(text)![1]);
        return Array.from({ length: 4 * count }, () => 'u32');
      },
    );
    expect(
      pass.uniform.map(({ type }) => type),
      pass.shader,
    ).toEqual(fields);
    for (const { type, value } of pass.uniform) {
      if (type === 'u32') expect(Number.isInteger(value) && value >= 0).toBe(true);
    }
  }
  const overrides = [...text.matchAll(/^override (\w+)/gm)].map(([, name]) => name);
  expect(overrides).toEqual(expect.arrayContaining(Object.keys(pass.constants)));
  // What WebGPU guarantees of a compute stage.
  expect(accesses.filter((access) => access !== 'uniform').length).toBeLessThanOrEqual(8);
  expect(pass.constants.WORKGROUP ?? 1).toBeLessThanOrEqual(device.maxComputeInvocationsPerWorkgroup);
  expect(pass.workgroupBytes, pass.label).toBe(workgroupBytes(text, pass));
  for (const count of pass.workgroups) expect(Number.isInteger(count) && count > 0).toBe(true);
  const buffers = pass.bindings.filter(({ access }) => access === 'read-write').map(({ buffer }) => buffer);
  const others = pass.bindings.filter(({ access }) => access !== 'read-write').map(({ buffer }) => buffer);
  expect(new Set(buffers).size, `${pass.label} binds a buffer twice`).toBe(buffers.length);
  for (const buffer of buffers) expect(others, `${pass.label} reads and writes`).not.toContain(buffer);
}
