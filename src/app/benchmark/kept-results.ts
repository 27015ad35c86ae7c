import type { BenchmarkResult } from '../../benchmark/result';

/** The results in the repository: part of the page since it was built, so it needs no network, worker or GPU for them. */
export const keptResults = Object.values(
  import.meta.glob<BenchmarkResult>('../../../bench/results/*.json', { eager: true, import: 'default' }),
);
