import { describe, expect, it } from 'vitest';
import type { InputSpec } from '../../../src/kernels/webgpu/plan';
import { inputValues } from '../../../src/kernels/webgpu/ready';
import { uniformBytes } from '../../../src/kernels/webgpu/record';
import { median } from '../../../src/kernels/webgpu/statistics';
import { trainingStepOps } from '../../../src/model/training/run-plan';
import { deviceProfile } from '../../support/device-profile';

describe('the inputs of a training step', () => {
  it.each(['additive', 'dot'] as const)('are all that the plans read, with the score %s', (score) => {
    const sizes = { channels: 3, units: 8, score, attentionUnits: score === 'dot' ? 0 : 5, classes: 3 };
    for (const { plan, inputs } of trainingStepOps(sizes, { batch: 6, time: 10 }, deviceProfile())) {
      const own = [...plan.outputs, ...plan.scratch].map(({ name }) => name);
      const given = inputs.map(({ name }) => name);
      const read = plan.passes.flatMap((pass) => {
        if (pass.kind === 'dispatch') return pass.bindings.map(({ buffer }) => buffer);
        return pass.kind === 'copy' ? [pass.from] : [];
      });
      expect(new Set(given).size).toBe(given.length);
      for (const name of read) expect([...own, ...given], `${plan.name}: ${name}`).toContain(name);
    }
  });
});

describe('the values of an input', () => {
  const extremes = (spec: InputSpec) => {
    const values = [...inputValues(spec)];
    return [Math.min(...values), Math.max(...values)] as const;
  };

  it('are the same each time, and not all the same', () => {
    const spec: InputSpec = { name: 'x', shape: [10, 10], dtype: 'float32' };
    expect(inputValues(spec)).toEqual(inputValues(spec));
    expect(new Set(inputValues(spec)).size).toBeGreaterThan(90);
  });

  it('fill their range and do not leave it', () => {
    const [least, most] = extremes({ name: 'v', shape: [1000], dtype: 'float32', range: [0, 1] });
    expect(least).toBeGreaterThanOrEqual(0);
    expect(most).toBeLessThanOrEqual(1);
    expect(most - least).toBeGreaterThan(0.9);
    expect(extremes({ name: 'lengths', shape: [1000], dtype: 'int32', range: [1, 20] })).toEqual([1, 20]);
    expect(extremes({ name: 'labels', shape: [1000], dtype: 'int32' })).toEqual([0, 1]);
  });
});

describe('the uniform struct', () => {
  it('holds each value in its type, padded to 16 bytes', () => {
    const bytes = uniformBytes([
      { type: 'u32', value: 4_000_000_000 },
      { type: 'f32', value: 0.5 },
      { type: 'u32', value: 1 },
      { type: 'u32', value: 2 },
      { type: 'u32', value: 3 },
    ]);
    expect(bytes.byteLength).toBe(32);
    expect([...new Uint32Array(bytes)]).toEqual([4_000_000_000, 0x3f000000, 1, 2, 3, 0, 0, 0]);
  });
});

describe('the median', () => {
  it('is the middle, or the mean of the two in the middle', () => {
    expect(median([9, 1, 10])).toBe(9);
    expect(median([4, 1, 3, 100])).toBe(3.5);
    expect(() => median([])).toThrow(RangeError);
  });
});
