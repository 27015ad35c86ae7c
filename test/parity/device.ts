/** The WebGPU backend under test: its buffers poisoned and guarded, its errors and leaks detected. */
// Registers the gradients of tf.js's own ops.
import '@tensorflow/tfjs-layers';
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import * as tf from '@tensorflow/tfjs-core';
import type { Choices } from '../../src/kernels/webgpu/choices';
import { profileOf } from '../../src/kernels/webgpu/device';
import type { DeviceProfile } from '../../src/kernels/webgpu/plan';
import { openDevice } from '../../src/model/device/open-device';
import { GUARD, Guards } from './guards';

/** The private parts of tf.js 4.22's backend that the poison and the leak check need. */
interface Internals {
  commandEncoder: GPUCommandEncoder | null;
  endComputePassEncoder(): void;
  submitQueue(): void;
  getBufferData(buffer: GPUBuffer): Promise<ArrayBuffer>;
  bufferManager: {
    acquireBuffer(size: number, usage: number, mapped?: boolean, reuse?: boolean): GPUBuffer;
    getNumUsedBuffers(): number;
  };
}

export class DeviceUnderTest {
  private readonly errors: string[] = [];
  private readonly guards: Guards;

  private constructor(
    private readonly device: GPUDevice,
    private readonly internals: Internals,
    private readonly ownLanes = profileOf(device).lanes,
  ) {
    device.addEventListener('uncapturederror', ({ error }) => this.errors.push(`WebGPU: ${error.message}`));
    this.guards = new Guards(device, internals);
    poison(device, internals);
  }

  static async open(): Promise<DeviceUnderTest> {
    await openDevice('webgpu', { tune: false });
    // Otherwise tf.js computes small tensors on the CPU.
    tf.env().set('WEBGPU_CPU_FORWARD', false);
    const backend = tf.backend() as WebGPUBackend;
    return new DeviceUnderTest(backend.device, backend as unknown as Internals);
  }

  /** Whether the adapter is a GPU, whose functions WGSL allows to be less exact. */
  get isHardware(): boolean {
    return this.ownLanes === 'units';
  }

  /** What plans know about the device, changed to prefer this layout, which need not be the device's own choice. */
  prefer(layout: string, choices: Choices = {}): DeviceProfile {
    const profile = profileOf(this.device);
    profile.choices = choices;
    profile.lanes = layout === 'rows' || layout === 'units' ? layout : this.ownLanes;
    return profile;
  }

  /** Runs `work` and reports what it broke or left behind. */
  async inspect(work: () => Promise<void>): Promise<string[]> {
    const before = await this.settled();
    const faults: string[] = [];
    try {
      await work();
    } catch (error) {
      faults.push(String(error instanceof Error ? error.stack : error));
    }
    const after = await this.settled();
    if (after.tensors !== before.tensors) faults.push(`${after.tensors - before.tensors} tensors were left`);
    if (after.buffers !== before.buffers) faults.push(`${after.buffers - before.buffers} buffers were left`);
    faults.push(...(await this.guards.faults()));
    return [...faults, ...this.errors.splice(0)];
  }

  /** What is in use once the device has done all its work. */
  private async settled(): Promise<{ tensors: number; buffers: number }> {
    if (this.internals.commandEncoder) {
      this.internals.endComputePassEncoder();
      this.internals.submitQueue();
    }
    await this.device.queue.onSubmittedWorkDone();
    return {
      tensors: tf.memory().numTensors,
      buffers: this.internals.bufferManager.getNumUsedBuffers(),
    };
  }
}

/** Fills every buffer with NaN when it is handed out, so that an element that no kernel writes shows up. */
function poison(device: GPUDevice, { bufferManager }: Internals): void {
  const acquire = bufferManager.acquireBuffer.bind(bufferManager);
  bufferManager.acquireBuffer = (size, usage, mapped, reuse) => {
    const buffer = acquire(size, usage, mapped, reuse);
    // A mapped buffer is about to be written by the CPU. The write lands before all commands that are not yet
    // submitted, and the pool hands out nothing that such commands use.
    if (buffer.mapState === 'unmapped' && (usage & GPUBufferUsage.COPY_DST) !== 0) {
      device.queue.writeBuffer(buffer, 0, new Uint32Array(buffer.size / 4).fill(GUARD));
    }
    return buffer;
  };
}
