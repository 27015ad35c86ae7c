/** Makes this process one of the benchmark's workers: `node worker.js WORKER [ADAPTER]`, with an adapter if it needs WebGPU. */
import type { AdapterName } from '../../src/browser/adapters';
import { provideAdapter } from '../../src/node/adapter';
import { endpointOf } from './endpoint';

const workers: Record<string, () => Promise<unknown>> = {
  gatewave: () => import('../../src/benchmark/peers/gatewave-worker'),
  tfjs: () => import('../../src/benchmark/peers/tfjs-worker'),
  onnxruntime: () => import('../../src/benchmark/peers/onnx-worker'),
  reference: () => import('../../src/benchmark/peers/reference-worker'),
  kernels: () => import('../../src/benchmark/peers/kernels-worker'),
};

const [name = '', adapter] = process.argv.slice(2);

process.on('uncaughtException', (error) => {
  // The parent tells the last line.
  console.error(error.message);
  process.exit(1);
});
// The parent may have been killed.
process.on('disconnect', () => process.exit());

// Comlink finds in a worker what a process has in its channel.
Object.assign(globalThis, endpointOf(process));
if (adapter !== undefined) await provideAdapter(adapter as AdapterName, console.error);
await workers[name]?.();
