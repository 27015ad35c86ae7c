import { useComputed } from '@preact/signals';
import type { Dataset } from '../../../data/dataset';
import { isSineDataset } from '../../../data/sine-dataset';
import type { SnapshotEvent } from '../../../model/training/events';
import { regionName } from '../series/class-name';
import { useApp } from '../state/app';
import { selectRow } from '../state/inspection';
import { currentSnapshot, frameOf, lastingTop, snapshotAt } from './attention-frames';
import { scrubbedStep } from './curve-view';
import './live-attention.css';
import { Scrubber } from './scrubber';
import { WatchedSeries } from './watched-series';

/** Title of the watched series in the closer look. */
const title = 'Validation series';
/** Empty places shown before a run. */
const places = 6;

/** The attention on a handful of series, redrawn as training goes. */
export function LiveAttention() {
  const { run, data } = useApp();
  const own = data.file.value?.dataset;
  const watched = useComputed(() => run.history.value.watched).value;
  const snapshots = useComputed(() => run.history.value.snapshots).value;
  return (
    <div class="live-attention">
      <p class="quiet">
        The same few validation series, again and again while it learns. The area is how much attention each
        moment gets{shadingOf(watched ?? own)}
      </p>
      <Scrubber snapshots={snapshots} />
      {watched && snapshots.length > 0 ? (
        <Watched watched={watched} snapshots={snapshots} />
      ) : (
        <Waiting isOwn={own !== undefined} />
      )}
    </div>
  );
}

/** Before a run, the generator's waves are what most visitors will see. */
function shadingOf(watched: Dataset | undefined): string {
  if (!watched || isSineDataset(watched)) return '; the shading is where a wave was frozen.';
  return watched.regions ? `; the shading is where a ${regionName(watched.regions)} is marked.` : '.';
}

function Watched({ watched, snapshots }: { watched: Dataset; snapshots: SnapshotEvent[] }) {
  const { inspection, run } = useApp();
  const step = scrubbedStep.value;
  const current = useComputed(() => currentSnapshot(run.history.value, run.status.value === 'ended'));
  const snapshot = snapshots[step === null ? current.value : snapshotAt(snapshots, step)];
  const selected = inspection.selected.value?.title;
  if (!snapshot) return null;
  return (
    <>
      <ul class="watched">
        {Array.from(watched.labels, (_, row) => (
          <li key={row}>
            <WatchedSeries
              watched={watched}
              row={row}
              frame={frameOf(snapshot, row, watched)}
              attentionTop={lastingTop(snapshots, row, watched)}
              isSelected={selected === `${title} ${row + 1}`}
              onSelect={() => {
                inspection.selected.value = selectRow(watched, row, title);
              }}
            />
          </li>
        ))}
      </ul>
      <p class="hint">
        Within a series the area keeps its scale, so it grows where attention gathers. Select a series to see,
        under “How it decides”, how the network came to its answer.
      </p>
    </>
  );
}

function Waiting({ isOwn }: { isOwn: boolean }) {
  return (
    <>
      <ul class="watched" aria-hidden="true">
        {Array.from({ length: places }, (_, place) => (
          <li key={place}>
            <div class="watched-place" />
          </li>
        ))}
      </ul>
      <p class="hint">
        Once training runs{isOwn && ', after any cross-validation'}, six series appear here. At first
        attention is spread evenly over the whole {isOwn ? 'series' : 'wave'}; then it moves to what gives the
        answer away.
      </p>
    </>
  );
}
