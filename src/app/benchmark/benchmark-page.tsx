import { useEffect, useState } from 'preact/hooks';
import type { BenchmarkResult } from '../../benchmark/result';
import { defaultSettings, formatSettings, parseSettings, type Settings } from '../../benchmark/settings';
import { DevicePanel } from './device-panel';
import { ProgressPanel } from './progress-panel';
import { Results } from './results';
import { SettingsForm } from './settings-form';
import { useBenchmark } from './use-benchmark';

/** Compares the LSTM of several libraries on this machine. All its settings are in the address. */
export function BenchmarkPage() {
  const benchmark = useBenchmark();
  const [{ settings, complaint }, setState] = useState(readAddress);
  const [earlier, setEarlier] = useState<BenchmarkResult | null>(null);
  const isRunning = benchmark.progress !== null;

  useEffect(() => {
    if (settings.autorun && !complaint) benchmark.start(settings);
    // Only once, at the start: a later change of the settings starts nothing.
  }, []);

  function change(next: Settings): void {
    setState({ settings: next, complaint: '' });
    const query = formatSettings(next);
    history.replaceState(null, '', query ? `?${query}` : location.pathname);
  }

  const problem = complaint || benchmark.problem;
  return (
    <>
      <header class="top">
        <nav aria-label="Pages">
          <strong>Gatewave</strong>
          <a href="index.html">Train</a>
          <a href="benchmark.html" aria-current="page">
            Benchmark
          </a>
        </nav>
        <h1>How fast is an LSTM here?</h1>
        <p class="lead">
          Hand-written WebGPU kernels beside TensorFlow.js and ONNX Runtime Web, on your machine. All get the
          same weights and inputs and take turns, and a time counts only if the result is right.
        </p>
      </header>
      <DevicePanel device={benchmark.device} />
      <SettingsForm
        settings={settings}
        isRunning={isRunning}
        onChange={change}
        onStart={() => benchmark.start(settings)}
        onCancel={benchmark.cancel}
      />
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <ProgressPanel progress={benchmark.progress} />
      <Results
        result={benchmark.result}
        earlier={earlier}
        baseline={settings.baseline}
        isRunning={isRunning}
        onBaseline={(baseline) => change({ ...settings, baseline })}
        onLoad={benchmark.show}
        onCompare={setEarlier}
      />
    </>
  );
}

function readAddress(): { settings: Settings; complaint: string } {
  try {
    return { settings: parseSettings(location.search), complaint: '' };
  } catch (error) {
    return { settings: defaultSettings, complaint: `The address: ${(error as Error).message}` };
  }
}
