import { adapterOfEnvironment } from '../browser/adapters';
import type { ModelSource } from '../model/weights/model-files';
import type { AskedDevice, DeviceChoice } from './commands/shared';

/**
 * Multiply-adds that the CPU kernels do in about the time in which a GPU and its kernels get ready: they did 4.7e8 a second
 * on one core of a shared machine.
 */
const little = 3e8;

/**
 * What computes a forward pass over `steps` time steps: as asked, and for `auto` the processor where there is little to do.
 * Says on standard error that it has chosen the processor. A named adapter or a browser is a wish for WebGPU.
 */
export function chooseBackend(
  { backend, runtime, adapter }: AskedDevice,
  steps: number,
  source: ModelSource,
): DeviceChoice {
  if (backend !== 'auto') return { backend, runtime, adapter };
  const isOpen = runtime !== 'browser' && adapter === undefined && adapterOfEnvironment() === 'auto';
  if (!isOpen || steps * weightsOf(source) > little) return { backend: 'webgpu', runtime, adapter };
  process.stderr.write(
    'Computing on the processor, which has so few series done before a GPU is ready (--backend webgpu takes the GPU).\n',
  );
  return { backend: 'cpu', runtime: 'node', adapter };
}

/** About how many weights a model has; each is used about once a time step. */
function weightsOf(source: ModelSource): number {
  const { byteLength } = source.kind === 'tfjs' ? source.weightsBin : source.bytes;
  return byteLength / Float32Array.BYTES_PER_ELEMENT;
}
