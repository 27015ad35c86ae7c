import { describe, expect, it } from 'vitest';
import type { Ceilings } from '../../src/kernels/webgpu/ceilings';
import type { PassTiming } from '../../src/kernels/webgpu/measure';
import { oneAdapter, openPage } from '../support/page';

const adapter = oneAdapter();

describe(`measuring on ${adapter}`, () => {
  async function inPage<Result>(call: string): Promise<Result> {
    await using opened = await openPage('test/pages/blank.html', { adapter });
    return (await opened.page.evaluate(`import('/test/pages/measure.ts').then((m) => m.${call})`)) as Result;
  }

  it('tells what the device does at best', async () => {
    const { flopsPerSecond, bytesPerSecond } = await inPage<Ceilings>('ceilings()');
    const giga = (value: number) => (value / 1e9).toFixed(1);
    console.log(`${adapter}: ${giga(flopsPerSecond)} GFLOP/s, ${giga(bytesPerSecond)} GB/s`);
    // From one slow core to the largest GPU.
    for (const [rate, most] of [
      [flopsPerSecond, 1e15],
      [bytesPerSecond, 1e14],
    ] as const) {
      expect(rate).toBeGreaterThan(1e8);
      expect(rate).toBeLessThan(most);
    }
  });

  it('times every pass of a training step', async () => {
    const timings = await inPage<PassTiming[]>('trainingStep()');
    expect(timings.length).toBeGreaterThan(10);
    for (const { label, milliseconds, source, cost } of timings) {
      expect(milliseconds, label).toBeGreaterThan(0);
      expect(Number.isFinite(milliseconds), label).toBe(true);
      expect(cost.bytes, label).toBeGreaterThan(0);
      expect(source).toBe(timings[0]!.source);
    }
  });

  it('finds that 16 times the work takes longer, and that the passes make up the whole', async () => {
    const { whole, passes } = await inPage<Record<'whole' | 'passes', [number, number]>>('scaling()');
    console.log(`${adapter}: an LSTM over 20 and 320 steps: whole ${whole} ms, passes ${passes} ms`);
    for (const [short, long] of [whole, passes]) {
      expect(long / short).toBeGreaterThan(4);
      expect(long / short).toBeLessThan(64);
    }
    const [, long] = whole;
    expect(passes[1] / long).toBeGreaterThan(0.3);
    expect(passes[1] / long).toBeLessThan(3);
  });

  it('refuses what the device cannot run, with a reason', async () => {
    const { large, wrong } = await inPage<{ large: string; wrong: string }>('refusals()');
    expect(large).toMatch(/^attention: the buffer 'large' needs 65536\.0 MiB, but this device binds at most/);
    expect(wrong).toMatch(/^attention: .*[Bb]ind/s);
  });
});
