import { type ReadonlySignal, useComputed } from '@preact/signals';
import { formatCount, formatPercent } from '../../shared/format';
import { Term } from '../../shared/glossary';
import { useApp } from '../state/app';
import { CurvePlot } from './curve-plot';
import { type CurveView, useCurveView } from './curve-view';
import './curves.css';
import { EpochTable } from './epoch-table';
import { RunFacts } from './run-facts';
import { TransportButton } from './transport-button';
import { useNote } from './use-note';

/** Loss and accuracy during training, and what they mean. */
export function Curves() {
  const view = useCurveView();
  return (
    <div class="curves">
      <p class="quiet">
        The <Term word="loss" /> says how wrong the network is: lower is better. What counts is the green
        line, its <Term word="validation" /> at the end of each <Term word="epoch" />, on series that it never
        learns from.
      </p>
      <StepButton />
      <Key />
      <div class="curve-charts">
        <Chart kind="loss" title="Loss" view={view} />
        <Chart kind="accuracy" title="Accuracy" view={view} />
        <Waiting />
      </div>
      <Note />
      <RunFacts />
      <EpochTable />
    </div>
  );
}

/** For those who want to see each step by itself. */
function StepButton() {
  const { run, settings } = useApp();
  const status = run.status.value;
  const canStep = status === 'paused' || (status === 'idle' && settings.problems.value.size === 0);
  return (
    <TransportButton
      name="step"
      label="One step"
      hint="One training step, then pause"
      path="M5 4l10 8-10 8zM17 4h3v16h-3z"
      isAvailable={canStep}
      onPress={run.step}
    />
  );
}

function Key() {
  return (
    <ul class="legend" aria-label="Lines of the charts">
      <li class="of-batches">training, each batch</li>
      <li class="of-training">training, mean</li>
      <li class="of-validation">validation, each epoch (numbered above)</li>
      <li class="of-guessing">guessing</li>
    </ul>
  );
}

/** What will be seen, while there is nothing yet. */
function Waiting() {
  const { run } = useApp();
  const isEmpty = useComputed(() => run.history.value.loss.length === 0);
  return (
    <p class="curves-empty" hidden={!isEmpty.value}>
      Press Train: the lines start here and grow from left to right.
    </p>
  );
}

interface ChartProps {
  kind: 'loss' | 'accuracy';
  title: string;
  view: ReadonlySignal<CurveView>;
}

function Chart({ kind, title, view }: ChartProps) {
  const { run } = useApp();
  // The picture's text alternative changes with each epoch, not with each step.
  const label = useComputed(() => {
    const last = run.history.value.epochs.at(-1);
    if (!last) return `Chart of the ${kind} over the training steps; no epoch is finished yet.`;
    return kind === 'loss'
      ? `Loss after epoch ${last.epoch}: training ${last.trainLoss.toFixed(4)}, validation ${last.validationLoss.toFixed(4)}.`
      : `Accuracy after epoch ${last.epoch}: training ${formatPercent(last.trainAccuracy)}, validation ${formatPercent(last.validationAccuracy)}.`;
  });
  return (
    <div class="curve">
      <div class="curve-head">
        <h3>{title}</h3>
        <Readout kind={kind} view={view} />
      </div>
      <CurvePlot kind={kind} view={view.value} label={label.value} hasAxes />
    </div>
  );
}

/** The latest values. */
function Readout({ kind, view }: Pick<ChartProps, 'kind' | 'view'>) {
  const { smooth, validation } = view.value[kind];
  const format = (value: number | undefined) => {
    if (value === undefined || !Number.isFinite(value)) return '–';
    return kind === 'loss' ? value.toFixed(4) : formatPercent(value);
  };
  const step = smooth.length;
  return (
    <p class="curve-readout">
      <span class="where">{step > 0 ? `step ${formatCount(step)}` : '\u00a0'}</span>
      <span>
        training <b>{format(smooth.at(-1))}</b>
      </span>
      <span class="of-validation">
        validation <b>{format(validation.at(-1)?.value)}</b>
      </span>
    </p>
  );
}

/** Its space is reserved, so that nothing moves when the text changes. */
function Note() {
  const { title, text } = useNote().value;
  return (
    <p class="curve-note" aria-live="polite">
      <strong>{title}</strong> {text}
    </p>
  );
}
