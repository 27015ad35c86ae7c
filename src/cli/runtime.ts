/** Where a command's session runs: in this process, on Dawn, or in a headless browser. */
import type { AdapterChoice } from '../browser/adapters';
import type { Host } from '../model/report/run-report';
import type { SessionApi } from '../model/session/api';

/** A session, and what it runs in. */
export interface Runtime {
  session: SessionApi;
  /** What was started: its version, and the WebGPU adapter it was asked for. */
  host: Host;
  /** Ends what was started. */
  close(): Promise<void>;
}

export interface RuntimeOptions {
  backend: 'webgpu' | 'cpu';
  adapter: AdapterChoice | undefined;
  /** Called with what is being downloaded, where a browser or a driver must be. */
  log: (line: string) => void;
}
