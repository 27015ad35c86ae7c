import type { AdapterName } from './adapters';
import { type RunningBrowser, type StartOptions, startBrowser } from './process';
import { type ResolveOptions, resolveBrowser } from './resolve';

export interface LaunchedBrowser extends RunningBrowser {
  adapter: AdapterName;
  executablePath: string;
}

/**
 * Finds a browser with a WebGPU adapter and starts it.
 * @throws BrowserError when there is none
 */
export async function launchBrowser(options: ResolveOptions & StartOptions = {}): Promise<LaunchedBrowser> {
  const { executable, adapter } = await resolveBrowser(options);
  const running = await startBrowser(executable, adapter, options);
  return { ...running, adapter, executablePath: executable.executablePath };
}
