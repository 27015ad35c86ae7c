import { describe, expect, it } from 'vitest';
import { copy, dispatch, grid, read, readWrite } from '../../../src/kernels/webgpu/passes';
import {
  assertPlanFits,
  countDispatches,
  type Plan,
  planCost,
  planMemory,
} from '../../../src/kernels/webgpu/plan';
import { shaderNames, specialise } from '../../../src/kernels/webgpu/shaders';
import { deviceProfile } from '../../support/device-profile';

const double = dispatch('double', {
  bindings: [read('x'), readWrite('y')],
  workgroups: [4, 1, 1],
  cost: { flops: 10, bytes: 80 },
});

const plan: Plan = {
  name: 'double twice',
  outputs: [
    { name: 'y', shape: [2, 5], dtype: 'float32' },
    { name: 'count', shape: [], dtype: 'int32' },
  ],
  scratch: [{ name: 'between', elements: 100 }],
  passes: [double, copy('y', 0, 'between', 0, 10), { ...double, cost: { flops: 1, bytes: 2 } }],
};

describe('a plan', () => {
  it('counts its dispatches, not its copies', () => {
    expect(countDispatches(plan)).toBe(2);
  });

  it('costs what its dispatches cost', () => {
    expect(planCost(plan)).toEqual({ flops: 11, bytes: 82 });
  });

  it('takes the memory of its outputs and of its scratch buffers', () => {
    expect(planMemory(plan)).toEqual({ outputs: 44, scratch: 400, largest: 400 });
  });

  it('fits a device whose limits it just reaches', () => {
    const limits = {
      maxBufferSize: 400,
      maxStorageBufferBindingSize: 400,
      maxComputeWorkgroupsPerDimension: 4,
    };
    expect(() => assertPlanFits(plan, deviceProfile(limits))).not.toThrow();
  });

  it.each([{ maxBufferSize: 396 }, { maxStorageBufferBindingSize: 396 }])(
    'says which buffer is too large with %o, how large it is and what to do',
    (limits) => {
      const large: Plan = {
        ...plan,
        scratch: [
          { name: 'between', elements: 99 },
          { name: 'late', elements: 3 * 2 ** 20 },
        ],
      };
      expect(() => assertPlanFits(large, deviceProfile(limits))).toThrow(
        "double twice: the buffer 'late' needs 12.0 MiB, but this device binds at most 0.0 MiB. " +
          'Use a smaller batch, fewer time steps or fewer units.',
      );
    },
  );

  it('says which pass has too many workgroups', () => {
    expect(() => assertPlanFits(plan, deviceProfile({ maxComputeWorkgroupsPerDimension: 3 }))).toThrow(
      "double twice: the pass 'double' needs 4 × 1 × 1 workgroups, but this device takes at most 3 in a dimension.",
    );
  });
});

describe('a plan whose workgroups are too large', () => {
  const wide = { ...plan, passes: [{ ...double, lanes: 200, workgroupBytes: 5000 }] };

  it.each([{ maxComputeInvocationsPerWorkgroup: 128 }, { maxComputeWorkgroupSizeX: 128 }])(
    'says how many invocations the device takes with %o',
    (limits) => {
      expect(() => assertPlanFits(wide, deviceProfile())).not.toThrow();
      expect(() => assertPlanFits(wide, deviceProfile(limits))).toThrow(
        "double twice: the pass 'double' has workgroups of 200 invocations, but this device takes at most 128. Use fewer units.",
      );
    },
  );

  it('says how much workgroup memory the device has', () => {
    expect(() => assertPlanFits(wide, deviceProfile({ maxComputeWorkgroupStorageSize: 4999 }))).toThrow(
      "double twice: the pass 'double' needs 5000 bytes of workgroup memory, but this device has 4999. Use fewer units.",
    );
  });
});

describe('grid', () => {
  it.each([
    [0, [1, 1, 1]],
    [64, [1, 1, 1]],
    [65, [2, 1, 1]],
    [64 * 32768, [32768, 1, 1]],
    [64 * 32768 + 1, [32768, 2, 1]],
  ])('covers %i invocations', (invocations, expected) => {
    expect(grid(invocations, 64)).toEqual(expected);
  });
});

describe('specialise', () => {
  it('replaces the values of consts and leaves the rest alone', () => {
    const modules = { cell: 'lstm_cell' };
    const before = specialise('recurrent_rows', {}, modules);
    const after = specialise('recurrent_rows', { UNITS: '7u', INPUT_DIM: '3u' }, modules);
    expect(after).toContain('const UNITS: u32 = 7u;');
    expect(after).toContain('const INPUT_DIM: u32 = 3u;');
    const changed = after.split('\n').filter((line, index) => line !== before.split('\n')[index]);
    expect(changed).toHaveLength(2);
  });

  it('moves a uniform to storage', () => {
    const text = specialise('attention_rows', { weights: 'storage, read' });
    expect(text).toContain('var<storage, read> weights: array<vec4f, WEIGHT_COUNT>');
  });

  it('names the shaders that there are when there is no such one', () => {
    expect(() => specialise('recurrent_row', {})).toThrow(
      /no shader 'recurrent_row', and no choice was made for it; the shaders are activations, adam, .*recurrent_rows/,
    );
  });

  it('names a literal that the shader does not declare', () => {
    expect(() => specialise('adam', { UNITS: '7u' })).toThrow(
      "The shader 'adam' declares no 'const UNITS' or 'var<uniform> UNITS' to set to 7u.",
    );
  });

  it('knows every shader', () => {
    expect(shaderNames()).toContain('outer_product');
    for (const name of shaderNames()) {
      expect(specialise(name, {}, { cell: 'lstm_cell' })).toContain('@compute');
    }
  });
});
