/** Benchmarks in Node, on Dawn: the runner in this process, each of its workers in one of its own. */
import { rmSync } from 'node:fs';
import { availableParallelism, machine, type } from 'node:os';
import { resolve } from 'node:path';
import { build } from 'vite';
import { commitOf } from '../../build/commit';
import { nodeBundle } from '../../build/node-bundle';
import { peerDependencies } from '../../package.json' with { type: 'json' };
import { describeDevice } from '../../src/benchmark/device';
import { measure } from '../../src/benchmark/measure';
import { nodePeerIds } from '../../src/benchmark/peer-names';
import { parseSettings } from '../../src/benchmark/settings';
import type { AdapterChoice } from '../../src/browser/adapters';
import { provideAdapter } from '../../src/node/adapter';
import { releaseWebGPU } from '../../src/node/webgpu';
import type { BenchmarkHost } from './host';
import { connectProcess } from './process';

const root = resolve(import.meta.dirname, '../..');

/** @throws NoDawnError or NodeAdapterError when Node has no such adapter. */
export async function openNode(choice: AdapterChoice): Promise<BenchmarkHost> {
  const adapter = await provideAdapter(choice, console.error);
  const device = await describeDevice({
    browser: `Node.js ${process.version}`,
    platform: `${type()} ${machine()}`,
    cores: availableParallelism(),
  });
  releaseWebGPU();
  // Below the packages that it imports.
  const folder = resolve(root, `node_modules/.cache/gatewave-bench-${process.pid}`);
  await bundleWorkers(folder);
  const file = resolve(folder, 'worker.js');
  return {
    adapter,
    run: (query, onProgress) =>
      measure(
        parseSettings(query, nodePeerIds),
        { device, commit: commitOf(root) },
        {
          connections: {
            peer: ({ peer, backend }) =>
              connectProcess(file, peer, ...(backend === 'webgpu' ? [adapter] : [])),
            reference: () => connectProcess(file, 'reference'),
            kernels: () => connectProcess(file, 'kernels', adapter),
          },
          onProgress,
          signal: new AbortController().signal,
        },
      ),
    close: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The libraries that are compared stay what Node finds in node_modules, with their wasm files beside them. */
async function bundleWorkers(outDir: string): Promise<void> {
  const external = [
    ...Object.keys(peerDependencies),
    '@tensorflow/tfjs-backend-wasm',
    '@tensorflow/tfjs-backend-webgl',
    'onnxruntime-web',
    '@puppeteer/browsers',
    'chrome-launcher',
    'puppeteer-core',
  ];
  const inNode = { find: /^\.\/((?:tfjs|onnx)-wasm)$/, replacement: resolve(root, 'scripts/bench/$1.ts') };
  await build(
    nodeBundle(root, 'scripts/bench/worker.ts', outDir, {
      resolve: { alias: [inNode] },
      ssr: { external },
      // Workers export nothing: whatever they do is a side effect, of which package.json says that there is none.
      build: { rolldownOptions: { treeshake: false } },
    }),
  );
}
