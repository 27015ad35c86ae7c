import { expose, transfer } from 'comlink';
import type { Outputs } from '../parity';
import { makeTaskData, type TaskData } from '../task-data';
import type { Task } from '../workload';
import { counters } from './counters';
import type { Inspection, PeerPort, RunReport } from './port';

/** A task that is ready to run. */
export interface Subject {
  /** Milliseconds that compiling took; null where it happens in the first run. */
  compile: number | null;
  /** Runs once and waits until a small part of the result is on the CPU. */
  run(): Promise<Finished>;
  inspect(): Promise<Inspection>;
}

/** The result of a run, still on its device. */
export interface Finished {
  read(): Promise<Outputs>;
  dispose(): void;
}

/** Prepares tasks on an opened backend. */
export type Prepare = (task: Task, data: TaskData) => Promise<Subject>;

/**
 * Makes this worker a peer.
 * @param open loads a backend.
 */
export function serve(open: (backend: string) => Promise<Prepare>): void {
  let prepare: Prepare | undefined;
  let subject: Subject | undefined;
  let onGpu = false;

  const current = (): Subject => {
    if (!subject) throw new Error('The peer has not prepared a task.');
    return subject;
  };
  const port: PeerPort = {
    async open(backend) {
      onGpu = backend === 'webgpu' || backend === 'webgl';
      prepare = await open(backend);
    },
    async prepare(task) {
      if (!prepare) throw new Error('The peer has not opened a backend.');
      subject = await prepare(task, makeTaskData(task));
      return { compile: subject.compile };
    },
    async run(wantOutputs) {
      counters.dispatches = 0;
      const start = performance.now();
      const finished = await current().run();
      const wall = performance.now() - start;
      const report: RunReport = { wall, dispatches: onGpu ? counters.dispatches : null };
      if (wantOutputs) report.outputs = await finished.read();
      finished.dispose();
      const arrays = Object.values(report.outputs ?? {}).filter((values) => ArrayBuffer.isView(values));
      return transfer(report, [...new Set(arrays.map(({ buffer }) => buffer))]);
    },
    inspect: () => current().inspect(),
  };
  expose(port);
}
