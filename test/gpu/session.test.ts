/** The session on a real WebGPU device: pauses, looks at the model, inspection, and devices that fail. */
import { describe, expect, it } from 'vitest';
import type { breakTwice, loseDevice, pauseAndLook, Shown, trainUneven } from '../pages/session';
import { expectClose } from '../support/numeric';
import { oneAdapter, openPage } from '../support/page';

const adapter = oneAdapter();

/** @param provoked the page's errors that the test provokes. */
async function inPage<Result>(call: string, provoked = /^$/): Promise<Result> {
  await using opened = await openPage('test/pages/blank.html', { adapter });
  const result = await opened.page.evaluate(`import('/test/pages/session.ts').then((m) => m.${call})`);
  const others = opened.errors.filter((error) => !provoked.test(error));
  opened.errors.splice(0, opened.errors.length, ...others);
  return result as Result;
}

/** Far less than the time limit of a test: what waits forever fails. */
const promptly = 10_000; // ms

describe(`a session on ${adapter}`, () => {
  it('has the same bits with a pause and where it is looked at, which shows the weights of each moment', async () => {
    const { plain, watched, paused } =
      await inPage<Awaited<ReturnType<typeof pauseAndLook>>>('pauseAndLook()');
    expect(plain.losses).toHaveLength(12);
    expect(watched.losses).toEqual(plain.losses);
    expect(paused.losses).toEqual(plain.losses);
    expect(new Set(watched.seen).size).toBeGreaterThan(1);
  });

  it('trains on series of several lengths as the CPU does, with the same bits after a pause', async () => {
    const result = await inPage<Awaited<ReturnType<typeof trainUneven>>>('trainUneven()');
    expect(result.paused).toEqual(result.losses);
    expectClose('losses', result.losses, result.onCpu, 1e-3);
    expect(result.difference).toBeLessThan(1e-6);
    expect(result.padding).toBe(0);
    expect(result.counted).toBe(result.planned);
  });

  it('shows what it computes of a series, in one readback', async () => {
    const { difference, sumError, milliseconds, submits } = await inPage<Shown>('inspectOne()');
    console.log(`${milliseconds.toFixed(1)} ms and ${submits} submits to inspect 500 steps on ${adapter}`);
    expect(difference).toBeLessThan(1e-5);
    expect(sumError).toBeLessThan(1e-5);
    expect(submits).toBeLessThanOrEqual(2);
  });

  it('says at once that the device is lost, whatever waits for it', async () => {
    const { training, predict, inspect } = await inPage<Awaited<ReturnType<typeof loseDevice>>>(
      'loseDevice()',
      /destroyed|lost|mapAsync/i,
    );
    const { resume, ...direct } = { ...training };
    for (const [name, rejected] of Object.entries({ ...direct, predicting: predict, inspecting: inspect })) {
      expect(rejected, name).toMatchObject({
        name: 'DeviceLostError',
        message: expect.stringMatching(/^The GPU device was lost: .*Start again/),
      });
      expect(rejected.milliseconds, name).toBeLessThan(promptly);
    }
    expect(resume.message).toMatch(/failed and cannot be resumed: The GPU device was lost/);
  });

  it('says how much memory is not there, and what was refused, and can be used again', async () => {
    const { memory, call } = await inPage<Awaited<ReturnType<typeof breakTwice>>>(
      'breakTwice()',
      /WebGPU.*[Bb]uffer/s,
    );
    expect(memory.train).toMatchObject({
      name: 'OutOfMemoryError',
      message: expect.stringMatching(
        /no memory for a buffer of [\d.]+ MiB, beside [\d.]+ MiB in use\. Make batch_size, num_points or units smaller/,
      ),
    });
    expect(memory.resume.message).toMatch(/failed and cannot be resumed: The GPU has no memory/);
    expect(call.train).toMatchObject({
      name: 'DeviceFaultError',
      message: expect.stringContaining('The GPU refused a call:'),
    });
    for (const { train, predicted, again } of [memory, call]) {
      expect(train.milliseconds).toBeLessThan(promptly);
      expect({ predicted, again }).toEqual({ predicted: 12, again: 'stopped' });
    }
  });
});
