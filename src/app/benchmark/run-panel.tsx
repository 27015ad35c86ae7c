import type { Progress } from '../../benchmark/runner';
import type { Settings } from '../../benchmark/settings';
import { describeShape, phaseNames } from '../../benchmark/workload';
import { useBroughtIntoView } from '../shared/use-brought-into-view';
import { downloadSizeOf } from './download-size';

/** The form that Run submits, which stands below. */
export const settingsFormId = 'settings';

interface RunPanelProps {
  settings: Settings;
  progress: Progress | null;
  problem: string;
  /** Stands in for the advice while something is held over the page. */
  hint: string;
  onCancel(): void;
}

/** What comes first: Run, how far it is, and what went wrong. */
export function RunPanel({ settings, progress, problem, hint, onCancel }: RunPanelProps) {
  const isRunning = progress !== null;
  const problemElement = useBroughtIntoView<HTMLParagraphElement>(problem);
  const { peers, phases } = settings;
  return (
    <section class="card run" aria-label="Run">
      <div class="row">
        <button
          type="submit"
          form={settingsFormId}
          class="primary"
          disabled={isRunning || peers.length === 0 || phases.length === 0}
        >
          Run the benchmark
        </button>
        <button type="button" name="cancel" disabled={!isRunning} onClick={onCancel}>
          Cancel
        </button>
        {!isRunning && <p class="quiet">{hint || advice(settings)}</p>}
      </div>
      {progress && <ProgressBar progress={progress} />}
      {problem && (
        <p class="problem" role="alert" ref={problemElement}>
          {problem}
        </p>
      )}
    </section>
  );
}

function advice(settings: Settings): string {
  const { peers, phases } = settings;
  if (peers.length === 0 || phases.length === 0) return 'Choose at least one library and one phase below.';
  const size = downloadSizeOf(settings);
  if (size) return `It first loads ONNX Runtime, ${size}; you can leave it out below.`;
  return 'What is compared is chosen below.';
}

function ProgressBar({ progress: { share, doing, shape, phase } }: { progress: Progress }) {
  return (
    <div class="progress">
      <div class="progress-head">
        <strong role="status">{doing}</strong>
        <span>{Math.round(share * 100)} %</span>
      </div>
      <progress value={share} max={1} aria-label="Share of the benchmark that is done" />
      <p class="quiet">
        {phaseNames[phase]}: {describeShape(shape, phase)}
      </p>
    </div>
  );
}
