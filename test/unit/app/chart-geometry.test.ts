import { describe, expect, it } from 'vitest';
import { linearScale, linePath, spreadLabels, ticks } from '../../../src/app/shared/chart-geometry';

describe('charts', () => {
  it('have round ticks within their range', () => {
    expect(ticks(0, 0.69, 4)).toEqual([0, 0.2, 0.4, 0.6]);
    expect(ticks(1, 30, 8)).toEqual([5, 10, 15, 20, 25, 30]);
    expect(ticks(0.5, 1, 4)).toEqual([0.6, 0.8, 1]);
    expect(ticks(0, 245, 5)).toEqual([0, 50, 100, 150, 200]);
    expect(ticks(0, 1.42, 4)).toEqual([0, 0.5, 1]);
    expect(ticks(3, 3, 4)).toEqual([3]);
  });

  it('leave a gap where a value is no number', () => {
    const same = linearScale([0, 1], [0, 1]);
    expect(linePath([1, Number.NaN, 3, 4], same, same, 1)).toBe('M1,1M3,3L4,4');
  });

  it('put no two labels onto each other', () => {
    expect(spreadLabels([10, 50, 10, 12], 13)).toEqual([10, 50, 23, 36]);
    expect(spreadLabels([0, 100], 13)).toEqual([0, 100]);
  });
});
