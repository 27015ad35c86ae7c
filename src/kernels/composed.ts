/** Backends of TensorFlow.js that we have no kernels for: there, ops are composed of tf.js's own. */
import { getBackend, getKernel } from '@tensorflow/tfjs-core';

/**
 * Backends that we have kernels for. On these, if `registerKernels` was not called, tf.js says that it cannot find
 * them.
 */
const ourBackends = ['cpu', 'webgpu'];
const reported = new Set<string>();

/** Whether the current backend has to do without the kernel; says so once for each backend. */
export function isComposed(kernelName: string): boolean {
  const backend = getBackend();
  if (ourBackends.includes(backend) || getKernel(kernelName, backend)) return false;
  if (!reported.has(backend)) {
    reported.add(backend);
    console.info(
      `Gatewave has no kernels for the backend '${backend}', so its ops are composed of TensorFlow.js's own there: ` +
        "they compute the same, but slowly. Kernels are for the backends 'webgpu' and 'cpu'.",
    );
  }
  return true;
}
