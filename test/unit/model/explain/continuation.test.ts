import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { continueOver } from '../../../../src/model/explain/continuation';
import { RandomStream } from '../../../../src/random';
import { forRandomCases } from '../../../support/random-cases';

const steps = 100;
const middle = { start: 40, end: 55 };

function errorOf(series: (step: number) => number, gap = middle): number {
  const filled = continueOver(series, steps, gap) ?? [];
  expect(filled).toHaveLength(gap.end - gap.start);
  return Math.max(...Array.from(filled, (value, i) => Math.abs(value - series(gap.start + i))));
}

describe('continueOver', () => {
  it('finds what was hidden of waves, of any frequency, phase and level', async () => {
    const waves = fc.record({
      turns: fc.double({ min: 1.5, max: 20, noNaN: true }),
      phase: fc.double({ min: 0, max: 6, noNaN: true }),
      level: fc.double({ min: -5, max: 5, noNaN: true }),
    });
    await forRandomCases(waves, 100, ({ turns, phase, level }) => {
      expect(errorOf((step) => level + Math.sin((2 * Math.PI * turns * step) / steps + phase))).toBeLessThan(
        1e-3,
      );
    });
  });

  it('finds what was hidden of the sum of two waves, and at the ends of a series', () => {
    const two = (step: number) => 3 + Math.sin(step / 5) + 0.5 * Math.cos(step / 2.3);
    expect(errorOf(two)).toBeLessThan(1e-3);
    expect(errorOf(two, { start: 0, end: 10 })).toBeLessThan(1e-2);
    expect(errorOf(two, { start: 90, end: 100 })).toBeLessThan(1e-2);
  });

  it('never sees what is hidden', () => {
    const at = (step: number) => {
      if (step >= middle.start && step < middle.end) throw new Error('It looked.');
      return Math.sin(step / 4);
    };
    expect(continueOver(at, steps, middle)).not.toBeNull();
  });

  it('goes on along a line, beyond the known values by half of their range at most', () => {
    const line = (step: number) => 2 * step;
    expect(errorOf(line)).toBeLessThan(0.1);
    expect(errorOf(line, { start: 90, end: 100 })).toBeLessThan(0.5);
    const filled = continueOver(line, steps, { start: 20, end: 100 }) as Float64Array;
    expect(filled.at(-1)).toBeCloseTo(38 + 19, 6);
  });

  it('is near the mean of noise', () => {
    const random = new RandomStream(1, 'noise');
    const noise = Float64Array.from({ length: steps }, () => random.normal());
    const filled = continueOver((step) => noise[step] as number, steps, {
      start: 30,
      end: 70,
    }) as Float64Array;
    expect(Math.hypot(...filled.subarray(10, 30)) / Math.sqrt(20)).toBeLessThan(0.5);
  });

  it('has no direction of time', () => {
    const random = new RandomStream(2, 'noise');
    const noise = Float64Array.from({ length: steps }, () => random.normal());
    const forwards = continueOver((step) => noise[step] as number, steps, {
      start: 0,
      end: 8,
    }) as Float64Array;
    const backwards = continueOver((step) => noise[steps - 1 - step] as number, steps, {
      start: 92,
      end: 100,
    });
    backwards?.reverse().forEach((value, i) => {
      expect(value).toBeCloseTo(forwards[i] as number, 6);
    });
    expect(backwards).not.toBeNull();
  });

  it('takes no missing value for a value', () => {
    const wave = (step: number) => Math.sin(step / 4);
    const filled = continueOver((step) => (step % 17 === 3 ? Number.NaN : wave(step)), steps, middle);
    filled?.forEach((value, i) => {
      expect(value).toBeCloseTo(wave(middle.start + i), 3);
    });
    expect(filled).not.toBeNull();
  });

  it('knows when there is too little beside the gap', () => {
    expect(continueOver(() => 1, steps, middle)).toBeNull();
    expect(continueOver((step) => step, 12, { start: 1, end: 11 })).toBeNull();
    expect(continueOver((step) => step, 5, { start: 0, end: 5 })).toBeNull();
  });
});
