import { useEffect } from 'preact/hooks';
import { parseSettings } from '../../benchmark/settings';
import { useBenchmark } from './use-benchmark';

export function BenchmarkPage() {
  const benchmark = useBenchmark();
  useEffect(() => {
    const settings = parseSettings(location.search);
    if (settings.autorun) benchmark.start(settings);
  }, []);
  return (
    <>
      <p>{JSON.stringify(benchmark.progress)}</p>
      <p>{benchmark.problem}</p>
      <pre>{JSON.stringify(benchmark.result?.rows, null, 1)}</pre>
    </>
  );
}
