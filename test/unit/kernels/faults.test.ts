import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DeviceFaults, outOfMemory } from '../../../src/kernels/webgpu/faults';

class FakeOutOfMemoryError {
  constructor(readonly message: string) {}
}

/** A device that fails on command. */
function fakeDevice() {
  let lose: (info: GPUDeviceLostInfo) => void = () => {};
  const lost = new Promise<GPUDeviceLostInfo>((resolve) => {
    lose = resolve;
  });
  const events = new EventTarget();
  const device = { lost, addEventListener: events.addEventListener.bind(events) };
  const refuse = (error: unknown) =>
    events.dispatchEvent(Object.assign(new Event('uncapturederror'), { error }));
  return {
    faults: new DeviceFaults(device as unknown as GPUDevice),
    lose: (reason: GPUDeviceLostReason, message = '') => lose({ reason, message } as GPUDeviceLostInfo),
    refuse,
  };
}

const never = () => new Promise<never>(() => {});

describe('DeviceFaults', () => {
  beforeEach(() => vi.stubGlobal('GPUOutOfMemoryError', FakeOutOfMemoryError));
  afterEach(() => vi.unstubAllGlobals());

  it('lets successful work through, and its own errors', async () => {
    const { faults } = fakeDevice();
    expect(await faults.guard(async () => 3)).toBe(3);
    await expect(faults.guard(() => Promise.reject(new Error('mine')))).rejects.toThrow('mine');
  });

  it('rejects everything waiting when the device is lost, and everything that comes later', async () => {
    const { faults, lose } = fakeDevice();
    const waiting = [faults.guard(never), faults.guard(never)];
    lose('unknown', 'The driver was reset.');
    for (const work of waiting) {
      await expect(work).rejects.toMatchObject({
        name: 'DeviceLostError',
        message: expect.stringMatching(/^The GPU device was lost: The driver was reset\. Start again/),
      });
    }
    const later = vi.fn(never);
    await expect(faults.guard(later)).rejects.toMatchObject({ name: 'DeviceLostError' });
    expect(later).not.toHaveBeenCalled();
  });

  it('reports the loss rather than the read that failed because of it', async () => {
    const { faults, lose } = fakeDevice();
    const work = faults.guard(() => Promise.reject(new Error('mapAsync failed')));
    setTimeout(() => lose('destroyed'), 10);
    await expect(work).rejects.toThrow('was lost: it was destroyed.');
  });

  it('distinguishes lack of memory from refused calls, and works again afterwards', async () => {
    const { faults, refuse } = fakeDevice();
    const first = faults.guard(never);
    refuse(new FakeOutOfMemoryError('none'));
    await expect(first).rejects.toMatchObject({
      name: 'OutOfMemoryError',
      message: 'The GPU has no memory left: none',
    });
    const second = faults.guard(never);
    refuse({ message: 'bad binding' });
    await expect(second).rejects.toMatchObject({
      name: 'DeviceFaultError',
      message: 'The GPU refused a call: bad binding',
    });
    expect(await faults.guard(async () => 1)).toBe(1);
  });

  it('says how much memory was asked for', () => {
    expect(outOfMemory(3 * 2 ** 20, 5 * 2 ** 20).message).toBe(
      'The GPU has no memory for a buffer of 3.0 MiB, beside 5.0 MiB in use.',
    );
  });
});
