import { describe, expect, it } from 'vitest';
import { roofAt, summariseKernels } from '../../../src/benchmark/kernel-summary';
import type { Kernel } from '../../../src/benchmark/result';

const ceilings = { flopsPerSecond: 1e9, bytesPerSecond: 1e8 };
const kernel: Kernel = {
  op: 'lstm',
  label: 'walk',
  shader: 'walk',
  flops: 1e6,
  bytes: 1e4,
  workgroups: [1, 1, 1],
  milliseconds: 2,
  source: 'wall',
};

describe('a summary of kernels', () => {
  it('adds the dispatches of a kernel, and keeps ops apart', () => {
    const pack: Kernel = { ...kernel, label: 'pack', flops: 0, bytes: 2e5, milliseconds: 4 };
    const [walk, other, mover] = summariseKernels(
      [kernel, { ...kernel, op: 'gradient' }, kernel, pack],
      ceilings,
    );
    expect(walk).toMatchObject({ op: 'lstm', dispatches: 2, milliseconds: 4, share: 0.4 });
    expect(walk!.flopsPerSecond).toBeCloseTo(5e8, 0);
    expect(walk!.intensity).toBeCloseTo(100, 9);
    expect(walk!.ofRoof).toBeCloseTo(0.5, 9);
    expect(other).toMatchObject({ op: 'gradient', dispatches: 1 });
    expect(mover).toMatchObject({ flopsPerSecond: 0, intensity: 0 });
    expect(mover!.ofRoof).toBeCloseTo(0.5, 9);
  });
});

describe('the roof', () => {
  it('is what memory can feed, up to what can be computed', () => {
    expect(roofAt(1, ceilings)).toBe(1e8);
    expect(roofAt(10, ceilings)).toBe(1e9);
    expect(roofAt(1000, ceilings)).toBe(1e9);
  });
});
