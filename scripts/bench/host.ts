import type { BenchmarkResult } from '../../src/benchmark/result';
import type { Progress } from '../../src/benchmark/runner';
import type { AdapterName } from '../../src/browser/adapters';

/** Where benchmarks run: a browser, or Node. */
export interface BenchmarkHost {
  adapter: AdapterName;
  /** @param query the settings, as in the page's address. */
  run(query: string, onProgress: (progress: Progress) => void): Promise<BenchmarkResult>;
  /** Ends what was started. */
  close(): Promise<void>;
}
