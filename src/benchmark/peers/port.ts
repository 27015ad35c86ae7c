/** How the benchmark talks to a peer, which lives in a worker of its own. */
import type { Outputs } from '../parity';
import type { Task } from '../workload';

/** What one run took. */
export interface RunReport {
  /** Milliseconds until a small part of the result had reached the CPU. */
  wall: number;
  /** Dispatches (WebGL: draw calls) that reached the GPU; null where there is no GPU. */
  dispatches: number | null;
  /** Present if asked for; reading them is not part of `wall`. */
  outputs?: Outputs;
}

/** What is measured after the timed runs. */
export interface Inspection {
  /** Milliseconds of one run on the GPU; null where they cannot be measured, and `gpuNote` says why. */
  gpu: number | null;
  gpuNote: string | null;
  /** Bytes; null where they cannot be measured. */
  memory: number | null;
}

export interface PeerPort {
  /** Loads the library and makes the backend current. */
  open(backend: string): Promise<void>;
  /** To be called once. @returns milliseconds that compiling took; null where the peer compiles in its first run. */
  prepare(task: Task): Promise<{ compile: number | null }>;
  run(wantOutputs: boolean): Promise<RunReport>;
  inspect(): Promise<Inspection>;
}
