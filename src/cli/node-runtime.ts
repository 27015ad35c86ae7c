/** A session in this process, on Dawn. In a file of its own, since it brings tf.js. */
import { enableProdMode } from '@tensorflow/tfjs-core';
import { adapterOfEnvironment } from '../browser/adapters';
import { Session } from '../model/session/session';
import { provideAdapter } from '../node/adapter';
import { releaseWebGPU } from '../node/webgpu';
import type { Runtime, RuntimeOptions } from './runtime';

export { NodeAdapterError } from '../node/adapter';
export { NoDawnError } from '../node/webgpu';

/**
 * Opens a session in this process.
 * @throws NoDawnError or NodeAdapterError when it is to compute on a GPU and cannot.
 */
export async function openNode({ backend, adapter, log }: RuntimeOptions): Promise<Runtime> {
  const version = `Node.js/${process.versions.node}`;
  // Otherwise tf.js advertises its native backend on standard error.
  enableProdMode();
  const name = backend === 'cpu' ? undefined : await provideAdapter(adapter ?? adapterOfEnvironment(), log);
  return {
    session: new Session(),
    host: { node: { version, ...(name && { adapter: name }) } },
    close: async () => releaseWebGPU(),
  };
}
