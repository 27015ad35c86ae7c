import { Term } from '../../shared/glossary';
import { useApp } from '../state/app';
import { CurvePlot } from './curve-plot';
import { useCurveView } from './curve-view';
import './curves.css';
import { EpochTable } from './epoch-table';
import { TransportButton } from './transport-button';

/** Loss and accuracy during training, and what they mean. */
export function Curves() {
  const view = useCurveView().value;
  return (
    <div class="curves stack">
      <p class="quiet">
        The <Term word="loss" /> says how wrong the network is: lower is better. What counts is the green
        line, its <Term word="validation" /> at the end of each <Term word="epoch" />, on series that it never
        learns from.
      </p>
      <StepButton />
      <ul class="legend" aria-label="Lines of the charts">
        <li class="of-batches">training, each batch</li>
        <li class="of-training">training, mean</li>
        <li class="of-validation">validation, each epoch (numbered above)</li>
        <li class="of-guessing">guessing</li>
      </ul>
      <div class="curve-charts">
        <div class="curve">
          <h3>Loss</h3>
          <CurvePlot kind="loss" view={view} hasAxes />
        </div>
        <div class="curve">
          <h3>Accuracy</h3>
          <CurvePlot kind="accuracy" view={view} hasAxes />
        </div>
      </div>
      <p class="curve-note" aria-live="polite">
        <strong>{view.note.title}</strong> {view.note.text}
      </p>
      <EpochTable />
    </div>
  );
}

/** For those who want to see each step by itself. */
function StepButton() {
  const { run, settings } = useApp();
  const status = run.status.value;
  return (
    <TransportButton
      name="step"
      label="One step"
      hint="One training step, then pause"
      path="M5 4l10 8-10 8zM17 4h3v16h-3z"
      isAvailable={status === 'paused' || (status === 'idle' && settings.problems.value.size === 0)}
      onPress={run.step}
    />
  );
}
