/** Dawn, Chromium's WebGPU, without Chromium: what Node needs so that tf.js's WebGPU backend finds a device. */

/** The package `webgpu` is the only way to WebGPU in Node; it is large, so it comes only where it is asked for. */
export class NoDawnError extends Error {
  override name = 'NoDawnError';
}

/**
 * Gives this process `navigator.gpu` and WebGPU's globals, as a browser has them. Once is enough; a second call replaces
 * the first one's `gpu`. Whoever has devices open when their work is done calls `releaseWebGPU`, since Node does not end
 * while `gpu` is referred to.
 *
 * @param options Dawn's own, each `key=value`: `backend=null` for a device that executes nothing, `adapter=NAME`.
 * @throws NoDawnError where the package `webgpu` is not installed, or has no binary for this machine.
 */
export async function provideWebGPU(options: string[] = []): Promise<GPU> {
  const { create, globals } = await importDawn();
  Object.assign(globalThis, globals);
  const gpu = create(options);
  setGPU(gpu);
  return gpu;
}

/** Lets the process end. */
export function releaseWebGPU(): void {
  setGPU(undefined);
}

async function importDawn(): Promise<typeof import('webgpu')> {
  try {
    return await import('webgpu');
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new NoDawnError(
      `Node has no WebGPU of its own: install Dawn with 'npm install webgpu'. (${reason})`,
      {
        cause,
      },
    );
  }
}

/** Before version 21, Node has no `navigator`. */
function setGPU(gpu: GPU | undefined): void {
  if (typeof navigator === 'undefined') {
    Object.defineProperty(globalThis, 'navigator', { value: {}, configurable: true, writable: true });
  }
  Object.defineProperty(navigator, 'gpu', { value: gpu, configurable: true, writable: true });
}
