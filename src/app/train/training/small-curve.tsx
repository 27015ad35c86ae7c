import { Term } from '../../shared/glossary';
import { CurvePlot } from './curve-plot';
import './curves.css';
import { useCurveView } from './curve-view';

/** The loss so far, small, and where it stands in a sentence: what the stage shows while the network learns. */
export function SmallCurve() {
  const view = useCurveView().value;
  return (
    <figure class="small-curve">
      <figcaption>
        <Term word="loss">Loss</Term>: how wrong it still is
      </figcaption>
      <CurvePlot kind="loss" view={view} />
      <p class="small-note">{view.note.title}</p>
    </figure>
  );
}
