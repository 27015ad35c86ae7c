import { useEffect, useRef, useState } from 'preact/hooks';
import { describeDevice } from '../../benchmark/device';
import { measure } from '../../benchmark/measure';
import { connectKernels, connectPeer, connectReference } from '../../benchmark/peers/connect';
import type { BenchmarkDevice, BenchmarkResult } from '../../benchmark/result';
import type { Progress } from '../../benchmark/runner';
import type { Settings } from '../../benchmark/settings';

declare const __GATEWAVE_COMMIT__: string | null;

export interface Benchmark {
  device: BenchmarkDevice | null;
  progress: Progress | null;
  result: BenchmarkResult | null;
  /** The file that the result is from; '' where it was measured here. */
  openedFile: string;
  /** Why the last run ended early, or a file is no result. */
  problem: string;
  start(settings: Settings): void;
  cancel(): void;
  /** Shows a result that was saved. */
  show(result: BenchmarkResult, file: string): void;
  complain(problem: string): void;
}

/** The state of the page: one benchmark at a time, in workers. */
export function useBenchmark(): Benchmark {
  const [device, setDevice] = useState<BenchmarkDevice | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [result, setResult] = useState<BenchmarkResult | null>(null);
  const [openedFile, setOpenedFile] = useState('');
  const [problem, setProblem] = useState('');
  const running = useRef<AbortController | null>(null);

  useEffect(() => {
    describeDevice().then(setDevice, (error: Error) => setProblem(error.message));
  }, []);

  async function run(settings: Settings): Promise<void> {
    const abort = new AbortController();
    running.current = abort;
    setProblem('');
    setOpenedFile('');
    const origin = { device: await describeDevice(), commit: __GATEWAVE_COMMIT__ };
    window.gatewaveBenchmark = { state: 'running' };
    try {
      const measured = await measure(settings, origin, {
        connections: { peer: connectPeer, reference: connectReference, kernels: connectKernels },
        signal: abort.signal,
        onProgress(next) {
          setProgress(next);
          window.gatewaveProgress?.(JSON.stringify(next));
        },
        onResult: setResult,
      });
      window.gatewaveBenchmark = { state: 'done', result: measured };
    } catch (error) {
      const message = abort.signal.aborted ? 'Cancelled.' : (error as Error).message;
      setProblem(message);
      window.gatewaveBenchmark = { state: 'failed', message };
    } finally {
      running.current = null;
      setProgress(null);
    }
  }

  return {
    device,
    progress,
    result,
    openedFile,
    problem,
    start: (settings) => void run(settings),
    cancel: () => running.current?.abort(),
    show(saved, file) {
      setResult(saved);
      setOpenedFile(file);
      setProblem('');
    },
    complain: setProblem,
  };
}

/** For what drives the page: the command line and the tests. */
export type BenchmarkState =
  | { state: 'running' }
  | { state: 'done'; result: BenchmarkResult }
  | { state: 'failed'; message: string };

declare global {
  interface Window {
    gatewaveBenchmark?: BenchmarkState;
    /** Takes a `Progress` as JSON. */
    gatewaveProgress?: (text: string) => void;
  }
}
