/** Dawn, Chromium's WebGPU, without Chromium: what Node needs so that tf.js's WebGPU backend finds a device. */
import { tmpdir } from 'node:os';

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
 * @param drivers the files (`*_icd.json`) of the only Vulkan drivers to be seen. Default: those that the system has, or
 * the environment names.
 * @throws NoDawnError where the package `webgpu` is not installed, or has no binary for this machine.
 */
export async function provideWebGPU(options: string[] = [], drivers: readonly string[] = []): Promise<GPU> {
  const { create, globals } = await importDawn();
  Object.assign(globalThis, globals);
  const gpu = await withVariables(loaderVariables(drivers), async () => {
    const made = create(options);
    // The drivers are looked for when an adapter is first asked for, and never again.
    await made.requestAdapter();
    return made;
  });
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
      `Node has no WebGPU of its own: install Dawn with 'npm install webgpu'. (${reason.split('\n')[0]})`,
      { cause },
    );
  }
}

/** What the Vulkan loader and the libraries below it read from the environment. */
function loaderVariables(drivers: readonly string[]): Record<string, string> {
  const names = drivers.join(process.platform === 'win32' ? ';' : ':');
  return {
    ...(names && { VK_DRIVER_FILES: names, VK_ICD_FILENAMES: names }),
    // Without it Wayland's library complains on standard error, though nobody asked for a window.
    ...(!process.env.XDG_RUNTIME_DIR && { XDG_RUNTIME_DIR: tmpdir() }),
  };
}

async function withVariables<Result>(
  variables: Record<string, string>,
  work: () => Promise<Result>,
): Promise<Result> {
  const before = Object.keys(variables).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, variables);
  try {
    return await work();
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

/** Before version 21, Node has no `navigator`. */
function setGPU(gpu: GPU | undefined): void {
  if (typeof navigator === 'undefined') {
    Object.defineProperty(globalThis, 'navigator', { value: {}, configurable: true, writable: true });
  }
  Object.defineProperty(navigator, 'gpu', { value: gpu, configurable: true, writable: true });
}
