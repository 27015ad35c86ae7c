import type { Ref } from 'preact';
import { formatCount } from '../../shared/format';
import { useClassNames } from '../series/use-class-names';
import { useApp } from '../state/app';
import type { BrowseStore } from './browse-store';
import { SeriesDetail } from './series-detail';

interface DetailPanelProps {
  browse: BrowseStore;
  heading: Ref<HTMLHeadingElement>;
}

/** The series that is open, wherever it was chosen. */
export function DetailPanel({ browse, heading }: DetailPanelProps) {
  const { inspection, answering, results } = useApp();
  const selected = inspection.selected.value;
  const inspected = inspection.inspected.value;
  const names = useClassNames();
  if (!selected || !answering.info.value) return null;
  const position = browse.position.value;
  const count = browse.rows.value.length;
  const isWaiting = inspected?.selected !== selected;
  return (
    <section class="detail-panel" aria-labelledby="detail-title" aria-busy={isWaiting}>
      <header>
        <h3 id="detail-title" ref={heading} tabIndex={-1}>
          {selected.title}
        </h3>
        {count > 0 && (
          <span class="pager">
            <span class="quiet">
              {position < 0 ? 'not in the list' : `${formatCount(position + 1)} of ${formatCount(count)}`}
            </span>
            <button
              type="button"
              name="detail-previous"
              aria-label="Previous series of the list"
              disabled={position <= 0}
              onClick={() => browse.move(-1)}
            >
              ←
            </button>
            <button
              type="button"
              name="detail-next"
              aria-label="Next series of the list"
              disabled={position >= count - 1}
              onClick={() => browse.move(1)}
            >
              →
            </button>
          </span>
        )}
      </header>
      {inspection.problem.value && (
        <p class="problem" role="alert">
          {inspection.problem.value}
        </p>
      )}
      {inspected ? (
        <SeriesDetail inspected={inspected} names={names} threshold={results.threshold.value} />
      ) : (
        <p class="quiet detail-waiting">Inspecting the model …</p>
      )}
    </section>
  );
}
