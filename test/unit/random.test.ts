import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../src/random';

const draw = <T>(count: number, next: () => T): T[] => Array.from({ length: count }, next);

describe('RandomStream', () => {
  it('gives the numbers of the authors’ C code from the same state', () => {
    const stream = RandomStream.from([1, 2, 3, 4]);
    expect(draw(10, () => stream.bits())).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });

  it('gives these numbers forever: saved seeds depend on them', () => {
    // From a second implementation of the generator and its seeding, in Python.
    const bits = (seed: number, name?: string) => {
      const stream = new RandomStream(seed, name);
      return draw(3, () => stream.bits());
    };
    expect(bits(0)).toEqual([2718177858, 1016633170, 59530143]);
    expect(bits(0, 'data')).toEqual([1248570881, 1234889786, 646336589]);
    expect(bits(1, 'data')).toEqual([1293865499, 3944027660, 3451021700]);
    expect(bits(2 ** 32 + 1, 'data')).toEqual([1234792567, 3070216792, 1275661012]);
    expect(bits(Number.MAX_SAFE_INTEGER, 'shuffle')).toEqual([3958190618, 844443188, 3389303758]);
  });

  it('continues from its state, which survives JSON', () => {
    const stream = new RandomStream(7, 'shuffle');
    stream.next();
    const copy = RandomStream.from(JSON.parse(JSON.stringify(stream.state())));
    expect(draw(5, () => copy.bits())).toEqual(draw(5, () => stream.bits()));
  });

  it('refuses seeds and states that it cannot keep apart', () => {
    for (const seed of [-1, 0.5, Number.NaN, 2 ** 53]) {
      expect(() => new RandomStream(seed)).toThrow(`The seed is ${seed}; it must be a whole number`);
    }
    expect(() => RandomStream.from([0, 0, 0, 0])).toThrow('not all zero');
    expect(() => RandomStream.from([1, 2, 3, 2 ** 32])).toThrow('four unsigned 32-bit words');
  });

  it('draws uniformly in [0, 1) and among whole numbers', () => {
    const stream = new RandomStream(3);
    const values = draw(20_000, () => stream.next());
    expect(values.every((value) => value >= 0 && value < 1)).toBe(true);
    expect(Math.abs(values.reduce((sum, value) => sum + value) / values.length - 0.5)).toBeLessThan(0.01);
    const counts = new Array<number>(7).fill(0);
    for (const value of draw(70_000, () => stream.integer(7))) counts[value] = (counts[value] ?? 0) + 1;
    expect(counts.length).toBe(7);
    // Seven counts of mean 10,000 and standard deviation 93.
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500);
    // Of 3 · 2^30 numbers the first third must not come twice as often, as it does when 32 bits are wrapped around.
    const third = draw(3000, () => stream.integer(3 * 2 ** 30)).filter((value) => value < 2 ** 30).length;
    expect(Math.abs(third - 1000)).toBeLessThan(150);
    expect(() => stream.integer(0)).toThrow('Cannot draw one of 0 numbers');
    expect(stream.integer(1)).toBe(0);
  });

  it('draws normal numbers of mean 0 and variance 1', () => {
    const stream = new RandomStream(4);
    const values = draw(20_000, () => stream.normal());
    const mean = values.reduce((sum, value) => sum + value) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    expect(Math.abs(mean)).toBeLessThan(0.03);
    expect(Math.abs(variance - 1)).toBeLessThan(0.05);
    const within = values.filter((value) => Math.abs(value) < 1).length / values.length;
    expect(Math.abs(within - 0.6827)).toBeLessThan(0.015);
  });

  it('shuffles into every order equally often', () => {
    const stream = new RandomStream(5);
    const counts = new Map<string, number>();
    for (let i = 0; i < 6000; i++) {
      const order = stream.shuffle(Int32Array.of(0, 1, 2)).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual(['012', '021', '102', '120', '201', '210']);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});
