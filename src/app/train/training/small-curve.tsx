import { linearScale, pathThrough } from '../../shared/chart-geometry';
import { thin } from '../../shared/thin';
import { useApp } from '../state/app';
import { lossTop, shownEpochs, smoothed } from './curve-data';
import { useClasses } from './use-classes';
import { useNote } from './use-note';

const width = 300;
const height = 96;
const mostPoints = 300;

/** The loss so far, small, and where it stands in a sentence: what the stage shows while the network learns. */
export function SmallCurve() {
  const classes = useClasses();
  const note = useNote();
  return (
    <figure class="small-curve">
      <figcaption>Loss: how wrong it still is</figcaption>
      <Lines guessing={Math.log(classes.value)} />
      <p class="small-note">{note.value.title}</p>
    </figure>
  );
}

function Lines({ guessing }: { guessing: number }) {
  const { run } = useApp();
  const { loss, epochs, start } = run.history.value;
  const stepsPerEpoch = start?.stepsPerEpoch ?? 1;
  const validation = epochs.map(({ epoch, validationLoss }) => ({
    step: epoch * stepsPerEpoch,
    value: validationLoss,
  }));
  const smooth = smoothed(loss);
  const x = linearScale([0, start ? shownEpochs(run.history.value) * stepsPerEpoch : 1], [0, width]);
  const y = linearScale([0, lossTop(smooth, validation, guessing)], [height, 0]);
  const last = epochs.at(-1);
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={
        last
          ? `Loss on the validation series after epoch ${last.epoch}: ${last.validationLoss.toFixed(3)}`
          : 'No epoch is finished yet'
      }
    >
      <line class="guessing" x1={0} x2={width} y1={y(guessing)} y2={y(guessing)} />
      <path class="training" d={pathThrough(thin(smooth, mostPoints), (step) => x(step + 1), y)} />
      <path
        class="validation"
        d={pathThrough(
          validation.map(({ step, value }) => [step, value]),
          x,
          y,
        )}
      />
    </svg>
  );
}
