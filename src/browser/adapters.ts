import { readdirSync } from 'node:fs';
import { BrowserError } from './errors';

/**
 * The WebGPU implementations that can be asked for. Three are a Chromium's:
 * - `hardware`: the machine's GPU;
 * - `lavapipe`: Mesa's CPU rasteriser below OpenGL ES, in WebGPU's compatibility mode;
 * - `swiftshader`: the CPU rasteriser that comes with Chromium, a core adapter.
 *
 * `firefox` is another browser, with another shader compiler: on the machine's GPU or, where there is none, on Mesa's
 * lavapipe as a core adapter.
 */
export type AdapterName = 'hardware' | 'lavapipe' | 'swiftshader' | 'firefox';
export type AdapterChoice = 'auto' | AdapterName;

/** Fastest first: the order in which `auto` tries them. */
export const automaticAdapters: readonly AdapterName[] = ['hardware', 'lavapipe', 'swiftshader'];
export const adapterNames: readonly AdapterName[] = [...automaticAdapters, 'firefox'];

/** The command-line flags and environment that make the browser offer this adapter and no other. */
export function adapterLaunch(adapter: AdapterName): { args: string[]; env: Record<string, string> } {
  const args = ['--enable-unsafe-webgpu'];
  switch (adapter) {
    case 'firefox':
      return { args: [], env: {} };
    case 'hardware':
      return { args, env: {} };
    case 'swiftshader':
      return { args: [...args, '--use-webgpu-adapter=swiftshader'], env: {} };
    case 'lavapipe': {
      // The Vulkan loader must see no other driver, even if the machine has a GPU.
      const drivers = lavapipeDrivers().join(':');
      return {
        args: [
          ...args,
          '--ignore-gpu-blocklist',
          '--use-webgpu-adapter=opengles',
          '--force-webgpu-compat',
          '--use-angle=vulkan',
        ],
        env: { VK_DRIVER_FILES: drivers, VK_ICD_FILENAMES: drivers },
      };
    }
  }
}

/** Why nothing on this machine can offer the adapter; undefined if something may. */
export function adapterObstacle(adapter: AdapterName): string | undefined {
  if (adapter === 'hardware' && !hasGpuDevice()) {
    return 'this machine shows no GPU device (/dev/dri/renderD*, /dev/nvidia*)';
  }
  const needsLavapipe = adapter === 'lavapipe' || (adapter === 'firefox' && !hasGpuDevice());
  if (needsLavapipe && lavapipeDrivers().length === 0) {
    return "Mesa's lavapipe Vulkan driver is not installed (Debian and Ubuntu: apt-get install mesa-vulkan-drivers libegl1)";
  }
  return undefined;
}

/**
 * @param text the value of `--adapter` or of the variable
 * @param origin what to call it in the message
 * @throws BrowserError when it names no adapter
 */
export function parseAdapterChoice(text: string, origin: string): AdapterChoice {
  const choice = (['auto', ...adapterNames] as const).find((name) => name === text);
  if (!choice) {
    throw new BrowserError(`${origin} is '${text}', but must be one of auto, ${adapterNames.join(', ')}.`);
  }
  return choice;
}

/** What the variable GATEWAVE_ADAPTER wishes; auto where it is not set. @throws BrowserError when it names no adapter */
export function adapterOfEnvironment(env: NodeJS.ProcessEnv = process.env): AdapterChoice {
  return parseAdapterChoice(env.GATEWAVE_ADAPTER || 'auto', 'GATEWAVE_ADAPTER');
}

function hasGpuDevice(): boolean {
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return (
    namesIn('/dev/dri').some((name) => name.startsWith('renderD')) ||
    namesIn('/dev').some((name) => /^nvidia\d+$/.test(name) || name === 'dxg')
  );
}

/** The files that describe Mesa's driver to a Vulkan loader; none where it is not installed. */
export function lavapipeDrivers(): string[] {
  if (process.platform !== 'linux') return [];
  return ['/usr/share/vulkan/icd.d', '/usr/local/share/vulkan/icd.d', '/etc/vulkan/icd.d'].flatMap((folder) =>
    namesIn(folder)
      .filter((name) => /^lvp_icd.*\.json$/.test(name))
      .map((name) => `${folder}/${name}`),
  );
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
