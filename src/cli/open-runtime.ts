import { adapterObstacle, adapterOfEnvironment } from '../browser/adapters';
import type { Runtime, RuntimeOptions } from './runtime';

export const runtimeNames = ['auto', 'node', 'browser'] as const;
export type RuntimeName = (typeof runtimeNames)[number];

/**
 * Opens a session. `auto` is Node where Dawn finds the machine's GPU, else a browser.
 * @throws BrowserError, NoDawnError or NodeAdapterError when there is no such runtime.
 */
export async function openRuntime(name: RuntimeName, options: RuntimeOptions): Promise<Runtime> {
  // Neither is loaded before it is needed: one brings a server and a browser's driver, the other tf.js.
  if (name === 'browser' || (name === 'auto' && !mayBeNode(options))) {
    return (await import('./headless')).openHeadless(options);
  }
  const { NodeAdapterError, NoDawnError, openNode } = await import('./node-runtime');
  if (name === 'node') return openNode(options);
  try {
    return await openNode({ ...options, adapter: 'hardware' });
  } catch (error) {
    if (!(error instanceof NodeAdapterError || error instanceof NoDawnError)) throw error;
    return (await import('./headless')).openHeadless(options);
  }
}

/** Software adapters are faster in a browser, which has Mesa's; and a browser is what computes without a GPU. */
function mayBeNode({ backend, adapter }: RuntimeOptions): boolean {
  const choice = adapter ?? adapterOfEnvironment();
  const hardware = choice === 'auto' || choice === 'hardware';
  return backend === 'webgpu' && hardware && adapterObstacle('hardware') === undefined;
}
