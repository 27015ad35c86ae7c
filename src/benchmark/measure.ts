/** A benchmark from its settings to a result. */
import { type BenchmarkResult, caseKey, type Row } from './result';
import { type RunOptions, runBenchmark } from './runner';
import type { Settings } from './settings';

export interface MeasureOptions extends Pick<RunOptions, 'connections' | 'onProgress' | 'signal'> {
  /** Receives the result as far as it goes: at first without rows, then with every row and profile that comes. */
  onResult?(result: BenchmarkResult): void;
}

/** @throws what runBenchmark throws. */
export async function measure(
  settings: Settings,
  origin: Pick<BenchmarkResult, 'device' | 'commit'>,
  { onResult, ...options }: MeasureOptions,
): Promise<BenchmarkResult> {
  let result: BenchmarkResult = { ...origin, date: new Date().toISOString(), rows: [], profiles: [] };
  const grow = (found: Partial<BenchmarkResult>): void => {
    result = { ...result, ...found };
    onResult?.(result);
  };
  grow({});
  await runBenchmark(settings, {
    ...options,
    onRow: (row) => grow({ rows: withRow(result.rows, row) }),
    onProfile: (profile) => grow({ profiles: [...result.profiles, profile] }),
  });
  return result;
}

/** The rows with one more, or one replaced. */
function withRow(rows: readonly Row[], row: Row): Row[] {
  const same = ({ peer, backend, ...rest }: Row) =>
    peer === row.peer && backend === row.backend && caseKey(rest) === caseKey(row);
  return rows.some(same) ? rows.map((other) => (same(other) ? row : other)) : [...rows, row];
}
