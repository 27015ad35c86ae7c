import { describe, expect, it } from 'vitest';
import { areNeighbours } from '../../../src/kernels/webgpu/subgroups';

/** Whom the lanes reach by 1 and by 2 if the subgroups, in order, are of lanes `place` tells the index of. */
const reached = (place: (lane: number) => number) =>
  Uint32Array.from({ length: 128 }, (_, index) => {
    const lanes = Array.from({ length: 64 }, (_, lane) => lane);
    const wanted = place(index >> 1) ^ (1 + (index & 1));
    return lanes.find((lane) => place(lane) === wanted)!;
  });

describe('neighbours in subgroups', () => {
  it('are there where lanes are numbered in order', () => {
    expect(areNeighbours(reached((lane) => lane))).toBe(true);
  });

  it('are not where lanes are dealt out otherwise, as to squares of pixels', () => {
    expect(areNeighbours(reached((lane) => (lane % 2) + 2 * (lane >> 2) + 32 * ((lane >> 1) % 2)))).toBe(
      false,
    );
    expect(areNeighbours(reached((lane) => 63 - lane))).toBe(true);
    expect(areNeighbours(new Uint32Array(128))).toBe(false);
  });
});
