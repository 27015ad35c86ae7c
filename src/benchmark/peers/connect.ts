/** Starts the workers. A worker that is not asked for is not even loaded. */
import { type Remote, wrap } from 'comlink';
import type { Peer } from '../peer-names';
import type { KernelsPort } from './kernels-worker';
import type { PeerPort } from './port';
import type { ReferencePort } from './reference-worker';

/** A worker and the port that talks to it. */
export interface Connection<Port> {
  port: Remote<Port>;
  /** Ends the worker, whatever it is doing. */
  close(): void;
  /** Rejects when the worker cannot be loaded, or fails outside a call. */
  failure: Promise<never>;
}

const start: Record<Peer['peer'], () => Worker> = {
  gatewave: () => new Worker(new URL('./gatewave-worker.ts', import.meta.url), { type: 'module' }),
  tfjs: () => new Worker(new URL('./tfjs-worker.ts', import.meta.url), { type: 'module' }),
  onnxruntime: () => new Worker(new URL('./onnx-worker.ts', import.meta.url), { type: 'module' }),
};

export function connectPeer({ peer }: Peer): Connection<PeerPort> {
  return connect(start[peer]());
}

export function connectReference(): Connection<ReferencePort> {
  return connect(new Worker(new URL('./reference-worker.ts', import.meta.url), { type: 'module' }));
}

export function connectKernels(): Connection<KernelsPort> {
  return connect(new Worker(new URL('./kernels-worker.ts', import.meta.url), { type: 'module' }));
}

function connect<Port>(worker: Worker): Connection<Port> {
  const failure = new Promise<never>((_resolve, reject) => {
    worker.addEventListener('error', (event) =>
      reject(new Error(event.message || 'The worker did not load.')),
    );
  });
  failure.catch(() => {});
  return { port: wrap<Port>(worker), close: () => worker.terminate(), failure };
}
