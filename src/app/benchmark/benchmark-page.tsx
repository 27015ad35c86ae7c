import { useEffect, useState } from 'preact/hooks';
import type { BenchmarkResult } from '../../benchmark/result';
import { defaultSettings, formatSettings, parseSettings, type Settings } from '../../benchmark/settings';
import { useDroppedFiles } from '../shared/use-dropped-files';
import { DevicePanel } from './device-panel';
import { PageHeader } from './page-header';
import { readResult } from './read-result';
import { Results } from './results';
import { RunPanel } from './run-panel';
import { SettingsForm } from './settings-form';
import { useBenchmark } from './use-benchmark';

/** Compares the LSTM of several libraries on this machine. All its settings are in the address. */
export function BenchmarkPage() {
  const benchmark = useBenchmark();
  const [{ settings, complaint }, setState] = useState(readAddress);
  const [earlier, setEarlier] = useState<BenchmarkResult | null>(null);
  const { result, openedFile, progress } = benchmark;
  const isRunning = progress !== null;
  const isDragged = useDroppedFiles(({ files: [file] }) => {
    if (file && !isRunning) void open(file);
  });

  useEffect(() => {
    if (settings.autorun && !complaint) benchmark.start(settings);
    // Only once, at the start: a later change of the settings starts nothing.
  }, []);

  function change(next: Settings): void {
    setState({ settings: next, complaint: '' });
    const query = formatSettings(next);
    history.replaceState(null, '', query ? `?${query}` : location.pathname);
  }

  async function open(file: File): Promise<void> {
    try {
      benchmark.show(await readResult(file), file.name);
    } catch (error) {
      benchmark.complain((error as Error).message);
    }
  }

  return (
    <>
      <PageHeader page="benchmark" title="How fast is an LSTM here?">
        Hand-written WebGPU kernels beside TensorFlow.js and ONNX Runtime Web, on your machine. All get the
        same weights and inputs and take turns, and a time counts only if the result is right.
      </PageHeader>
      <RunPanel
        settings={settings}
        progress={progress}
        problem={isDragged ? '' : complaint || benchmark.problem}
        hint={isDragged ? 'Drop the file of a result anywhere.' : ''}
        onCancel={benchmark.cancel}
      />
      <Results
        result={result}
        file={openedFile}
        earlier={earlier}
        baseline={settings.baseline}
        isRunning={isRunning}
        onBaseline={(baseline) => change({ ...settings, baseline })}
        onOpen={(file) => void open(file)}
        onCompare={setEarlier}
      />
      <SettingsForm
        settings={settings}
        isRunning={isRunning}
        onChange={change}
        onStart={() => benchmark.start(settings)}
      />
      <DevicePanel
        device={openedFile && result ? result.device : benchmark.device}
        isElsewhere={openedFile !== ''}
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
