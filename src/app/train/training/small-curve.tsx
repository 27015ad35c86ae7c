import { Term } from '../../shared/glossary';
import { useApp } from '../state/app';
import { CurvePlot } from './curve-plot';
import './curves.css';
import { useCurveView } from './curve-view';
import { useNote } from './use-note';

/** The loss so far, small, and where it stands in a sentence: what the stage shows while the network learns. */
export function SmallCurve() {
  const { run } = useApp();
  const view = useCurveView();
  const note = useNote();
  const last = run.history.value.epochs.at(-1);
  return (
    <figure class="small-curve">
      <figcaption>
        <Term word="loss">Loss</Term>: how wrong it still is
      </figcaption>
      <CurvePlot
        kind="loss"
        view={view.value}
        label={
          last
            ? `Loss on the validation series after epoch ${last.epoch}: ${last.validationLoss.toFixed(3)}`
            : 'No epoch is finished yet'
        }
      />
      <p class="small-note">{note.value.title}</p>
    </figure>
  );
}
