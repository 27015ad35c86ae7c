/** What goes wrong on a device outside any call: it is lost, it has no memory left, or a call was invalid. */

/** The device is gone, with everything on it. */
export class DeviceLostError extends Error {
  override name = 'DeviceLostError';

  constructor({ message, reason }: Pick<GPUDeviceLostInfo, 'message' | 'reason'>) {
    const why = message || (reason === 'destroyed' ? 'it was destroyed' : 'the browser gives no reason');
    super(
      `The GPU device was lost: ${why.replace(/\.$/, '')}. Start again with a new device, from the ` +
        'last checkpoint if there is one; if it happens again, make the batch smaller or compute on the CPU.',
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

/** Milliseconds by which the error of a promise may arrive before the news that the device is lost. */
const patience = 100;

/** Rejects everything that waits for a device as soon as the device fails. */
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

  /** Rejects everything that is now waiting for the device with this error. */
  report(fault: Error): void {
    for (const reject of this.waiting) reject(fault);
  }

  /**
   * The result of `work`, or the first fault of the device meanwhile. The work itself is not cancelled.
   * @throws DeviceLostError at once if the device is already lost.
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

/** Makes a buffer and reports it to the device's faults if there is no memory for it. @param inUse bytes allocated before. */
export function createBuffer(device: GPUDevice, descriptor: GPUBufferDescriptor, inUse: number): GPUBuffer {
  device.pushErrorScope('out-of-memory');
  const buffer = device.createBuffer(descriptor);
  // The scope of a lost device cannot be read.
  device.popErrorScope().then(
    (error) => error && faultsOf(device).report(outOfMemory(descriptor.size, inUse)),
    () => {},
  );
  return buffer;
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
