import type { Ref } from 'preact';
import { useMemo } from 'preact/hooks';
import { formatCount } from '../../shared/format';
import { useApp } from '../state/app';
import type { BrowseStore } from './browse-store';
import { Pager } from './pager';
import { SeriesDetail } from './series-detail';

interface DetailPanelProps {
  browse: BrowseStore;
  heading: Ref<HTMLHeadingElement>;
}

/** The series that is open, wherever it was chosen. */
export function DetailPanel({ browse, heading }: DetailPanelProps) {
  const { inspection, answering } = useApp();
  const selected = inspection.selected.value;
  const inspected = inspection.inspected.value;
  // Its place in the list changes without it.
  const detail = useMemo(() => inspected && <SeriesDetail inspected={inspected} />, [inspected]);
  if (!selected || !answering.info.value) return null;
  const position = browse.position.value;
  const count = browse.rows.value.length;
  const isWaiting = inspected?.selected !== selected;
  return (
    <section class="stack" aria-labelledby="detail-title" aria-busy={isWaiting}>
      <header class="row">
        <h3 id="detail-title" ref={heading} tabIndex={-1}>
          {selected.title}
        </h3>
        {count > 0 && (
          <>
            <span class="quiet">
              {position < 0 ? 'not in the list' : `${formatCount(position + 1)} of ${formatCount(count)}`}
            </span>
            <Pager
              name="detail"
              what="series of the list"
              position={position}
              count={count}
              onMove={browse.move}
            />
          </>
        )}
      </header>
      {inspection.problem.value && (
        <p class="problem" role="alert">
          {inspection.problem.value}
        </p>
      )}
      {detail ?? <p class="quiet">Inspecting the model …</p>}
    </section>
  );
}
