/** How the benchmark talks to a peer, which lives in a worker of its own. */
import type { Outputs } from '../parity';
import type { Task } from '../workload';

/** What one run took. */
export interface RunReport {
  /** Milliseconds until a small part of the result was in the hands of the CPU. */
  wall: number;
  /** Dispatches (WebGL: draw calls) that reached the GPU; null where there is no GPU. */
  dispatches: number | null;
  /** If asked for; reading them is not in `wall`. */
  outputs?: Outputs;
}

/** What is looked at after the timed runs. */
export interface Inspection {
  /** Milliseconds on the GPU of one run; null where nobody can say, and `gpuNote` says why. */
  gpu: number | null;
  gpuNote: string | null;
  /** Bytes; null where nobody can say. */
  memory: number | null;
}

export interface PeerPort {
  /** Loads the library and makes the backend current. */
  open(backend: string): Promise<void>;
  /** Once. @returns milliseconds that compiling took, null where the peer compiles in its first run. */
  prepare(task: Task): Promise<{ compile: number | null }>;
  run(wantOutputs: boolean): Promise<RunReport>;
  inspect(): Promise<Inspection>;
}
