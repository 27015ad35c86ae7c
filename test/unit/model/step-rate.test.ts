import { describe, expect, it } from 'vitest';
import { StepRate } from '../../../src/model/training/step-rate';

/** The rate after each of these groups of steps. */
const rates = (groups: [steps: number, seconds: number][]) => {
  const rate = new StepRate();
  return groups.map(([steps, seconds]) => rate.add(steps, seconds));
};

/** So many times the same groups. */
const repeated = (times: number, ...groups: [number, number][]) =>
  Array.from({ length: times }, () => groups).flat();

describe('the steps a second', () => {
  it('are those of evenly timed groups', () => {
    expect(rates(repeated(20, [2, 0.25])).at(-1)).toBeCloseTo(8, 6);
  });

  it('are right where groups are reported in bursts', () => {
    // Nine steps a second; of four groups that end at once, three seem to take no time.
    const burst = repeated(20, [2, 0.888], [2, 0.0004], [2, 0.0003], [2, 0.0003]);
    rates(burst).forEach((rate, i) => {
      // In the middle of a burst, those of it that are still to come are missed.
      expect(rate).toBeGreaterThan(i < 8 ? 2 : 4.5);
      expect(rate).toBeLessThan(9.1);
      if (i % 4 === 3) expect(rate).toBeCloseTo(9, 1);
    });
  });

  it('never promise a multiple from a first burst', () => {
    // Ten seconds of compiling, then steps of a ninth of a second, two at once.
    for (const rate of rates([[1, 10], ...repeated(10, [1, 0.0003], [1, 0.222])])) {
      expect(rate).toBeLessThan(9.1);
    }
  });

  it('leave out the first group, which waited for the compiler, as soon as there are others', () => {
    const [first, second, third, fourth] = rates([[1, 10], ...repeated(3, [1, 0.1] as [number, number])]);
    expect(first).toBeCloseTo(0.1, 6);
    expect(second).toBeLessThan(0.25);
    expect(third).toBeLessThan(0.35);
    expect(fourth).toBeCloseTo(10, 6);
  });

  it('are right on a GPU whose groups take milliseconds', () => {
    expect(rates(repeated(2000, [16, 0.004])).at(-1)).toBeCloseTo(4000, 3);
  });

  it('follow a machine that gets slower within a few seconds', () => {
    const slower = rates([...repeated(40, [4, 0.25]), ...repeated(6, [2, 0.5])]);
    expect(slower[39]).toBeCloseTo(16, 6);
    expect(slower.at(-1)).toBeCloseTo(4, 6);
  });
});
