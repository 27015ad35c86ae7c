/** What goes wrong on a device beside any call: it is lost, it has no memory left, or a call was not valid. */

/** The device is gone, with all that was on it. */
export class DeviceLostError extends Error {
  override name = 'DeviceLostError';

  constructor({ message, reason }: Pick<GPUDeviceLostInfo, 'message' | 'reason'>) {
    const why = message || (reason === 'destroyed' ? 'it was destroyed' : 'the browser gives no reason');
    super(
      `The GPU device was lost: ${why.replace(/\.$/, '')}. Begin again with a new device, from the ` +
        'last checkpoint where there is one; if it happens again, make the batch smaller or compute on the CPU.',
    );
  }
}

export class OutOfMemoryError extends Error {
  override name = 'OutOfMemoryError';
}

/** A call that WebGPU refused after it had returned: an error in our code or in a driver. */
export class DeviceFaultError extends Error {
  override name = 'DeviceFaultError';
}

type Reject = (fault: Error) => void;

/** Errors of a promise that is waiting for the device may come before the news that the device is lost; in milliseconds. */
const patience = 100;

/** Rejects whatever waits for a device as soon as the device breaks. */
export class DeviceFaults {
  private lost: DeviceLostError | null = null;
  private readonly waiting = new Set<Reject>();

  constructor(device: Pick<GPUDevice, 'lost' | 'addEventListener'>) {
    void device.lost.then((info) => {
      this.lost = new DeviceLostError(info);
      this.report(this.lost);
    });
    device.addEventListener('uncapturederror', ({ error }) => this.report(faultOf(error)));
  }

  /** Ends everything that waits for the device now with this error. */
  report(fault: Error): void {
    for (const reject of this.waiting) reject(fault);
  }

  /**
   * What `work` does with the device, or the first fault of the device meanwhile. What is under way then goes on by itself.
   * @throws DeviceLostError at once where the device is lost already.
   */
  async guard<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.lost) throw this.lost;
    let reject: Reject = () => {};
    const fault = new Promise<never>((_resolve, rejectFault) => {
      reject = rejectFault;
    });
    fault.catch(() => {});
    this.waiting.add(reject);
    try {
      return await Promise.race([
        fault,
        work().catch(async (error: unknown) => {
          await Promise.race([fault, new Promise((resolve) => setTimeout(resolve, patience))]);
          throw error;
        }),
      ]);
    } finally {
      this.waiting.delete(reject);
    }
  }
}

const faults = new WeakMap<GPUDevice, DeviceFaults>();

/** The faults of a device, watched from the first call on. */
export function faultsOf(device: GPUDevice): DeviceFaults {
  let known = faults.get(device);
  if (!known) {
    known = new DeviceFaults(device);
    faults.set(device, known);
  }
  return known;
}

/** @param inUse bytes that were allocated before. */
export function outOfMemory(bytes: number, inUse: number): OutOfMemoryError {
  return new OutOfMemoryError(
    `The GPU has no memory for a buffer of ${mebibytes(bytes)}, beside ${mebibytes(inUse)} in use.`,
  );
}

function faultOf(error: GPUError): Error {
  return error instanceof GPUOutOfMemoryError
    ? new OutOfMemoryError(`The GPU has no memory left: ${error.message}`)
    : new DeviceFaultError(`The GPU refused a call: ${error.message}`);
}

function mebibytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(1)} MiB`;
}
