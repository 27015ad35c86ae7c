import { useEffect, useRef, useState } from 'preact/hooks';
import { defaultSineConfig } from '../../data/sine-config';
import type { BackendName, SessionApi, SessionDevice } from '../../model/api';
import { LossChart } from './loss-chart';
import { RunForm, type RunSettings } from './run-form';
import { type Progress, trainAndReport } from './training';

interface TrainPageProps {
  session: SessionApi;
  choice: BackendName | 'auto';
}

/** Trains the classifier on generated sines, shows the loss while it does, and the report at the end. */
export function TrainPage({ session, choice }: TrainPageProps) {
  const [device, setDevice] = useState<SessionDevice | null>(null);
  const [running, setRunning] = useState(false);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [report, setReport] = useState('');
  const [problem, setProblem] = useState('');
  const opened = useRef(false);

  useEffect(() => {
    if (opened.current) return;
    opened.current = true;
    session.initialise(choice).then(setDevice, (error: Error) => setProblem(error.message));
  }, [session, choice]);

  async function train({ points, series, recipe, seed }: RunSettings): Promise<void> {
    setRunning(true);
    setProblem('');
    setReport('');
    setProgress(null);
    const config = { ...defaultSineConfig, num_points: points, dataset_size: series, recipe, seed };
    try {
      setReport(await trainAndReport(session, config, setProgress));
    } catch (error) {
      setProblem((error as Error).message);
    } finally {
      setRunning(false);
    }
  }

  return (
    <>
      <h1>Gatewave</h1>
      <p>
        A bidirectional LSTM with attention learns to tell whole sines from those that are held flat for a
        while.
      </p>
      <p id="device">{describeDevice(device)}</p>
      <RunForm ready={device !== null} running={running} onTrain={train} onStop={() => void session.stop()} />
      {problem && (
        <p id="problem" role="alert">
          {problem}
        </p>
      )}
      {progress && (
        <>
          <p id="status">{progress.status}</p>
          <progress value={progress.share} max={1} />
          <LossChart steps={progress.steps} epochs={progress.epochs} />
        </>
      )}
      {report && <pre id="report">{report}</pre>}
    </>
  );
}

function describeDevice(device: SessionDevice | null): string {
  if (!device) return 'Looking for a GPU …';
  if (device.backend === 'webgpu') return `Runs on WebGPU: ${device.adapter}.`;
  return `Runs on the CPU, which is slower. ${device.fallbackReason ?? ''}`;
}
