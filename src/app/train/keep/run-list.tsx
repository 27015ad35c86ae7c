import { useSignal } from '@preact/signals';
import { useRef, useState } from 'preact/hooks';
import { formatDuration } from '../../shared/format';
import { Term } from '../../shared/glossary';
import { useApp } from '../state/app';
import { mostRecords, type RunRecord, runName } from '../state/run-record';
import { mostCompared } from './compare-chart';
import { CompareRuns } from './compare-runs';
import { outcomes } from './outcomes';
import { formatWhen } from './when';

/** The latest runs: each can be opened, compared, renamed and deleted, and its settings used again. */
export function RunList() {
  const { runs, storageLoss } = useApp();
  const chosen = useSignal<string[]>([]);
  const records = runs.records.value;
  const compared = records.filter(({ date }) => chosen.value.includes(date));
  const toggle = (date: string): void => {
    const { value } = chosen;
    chosen.value = value.includes(date) ? value.filter((each) => each !== date) : [...value, date];
  };
  return (
    <div class="stack run-list" id="runs">
      <div class="row run-list-head">
        <h3>Trainings so far</h3>
        {records.length > 0 && (
          <button
            type="button"
            class="plain"
            name="clear-runs"
            onClick={() => void runs.remove(records.map(({ date }) => date))}
          >
            Delete all
          </button>
        )}
      </div>
      {storageLoss.value && (
        <p class="quiet" id="runs-not-kept">
          {storageLoss.value === 'full'
            ? 'The browser’s storage is full: what came last will be gone when you leave. Delete trainings that you no longer need, or save the model as a file.'
            : 'This browser does not let the page store anything, so the list will be gone when you leave.'}
        </p>
      )}
      <UndoDelete />
      {runs.problem.value && (
        <p class="field-problem" role="alert">
          {runs.problem.value}
        </p>
      )}
      {records.length === 0 ? (
        <p class="quiet">
          The last {mostRecords} trainings that have ended are kept here with their networks, to open and to
          compare.
        </p>
      ) : (
        <>
          <p class="quiet">
            {records.length === 1
              ? 'Train again with other settings, then compare the two.'
              : `Tick up to ${mostCompared} of them to compare.`}
          </p>
          <table class="run-table">
            <thead>
              <tr>
                <th scope="col">Training</th>
                <th scope="col">
                  <Term word="epoch">Epochs</Term>
                </th>
                <th scope="col">Time</th>
                {outcomes.map(([title]) => (
                  <th scope="col" key={title}>
                    {title}
                  </th>
                ))}
                <th scope="col">
                  <span class="visually-hidden">Actions</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {records.map((record) => (
                <RunRow
                  key={record.date}
                  record={record}
                  isChosen={chosen.value.includes(record.date)}
                  isFull={compared.length >= mostCompared}
                  onToggle={() => toggle(record.date)}
                />
              ))}
            </tbody>
          </table>
        </>
      )}
      {compared.length >= 2 && <CompareRuns records={compared} />}
    </div>
  );
}

/** Where what had the keyboard's focus is gone, for what takes its place. */
const focusOn = (element: HTMLElement | null) => element?.focus();

/** What was deleted last, until something else is. */
function UndoDelete() {
  const { runs } = useApp();
  const [first, ...others] = runs.deleted.value;
  if (!first) return null;
  return (
    <p class="row" role="status">
      {others.length > 0 ? `${others.length + 1} trainings` : runName(first)} deleted.
      <button
        key={first.date}
        type="button"
        name="undo-delete"
        ref={focusOn}
        onClick={() => void runs.undoRemove()}
      >
        Undo
      </button>
    </p>
  );
}

interface RunRowProps {
  record: RunRecord;
  isChosen: boolean;
  /** Whether no further run can be compared. */
  isFull: boolean;
  onToggle(): void;
}

function RunRow({ record, isChosen, isFull, onToggle }: RunRowProps) {
  const { runs, settings, data, run } = useApp();
  const { date, epochs, seconds, file, device } = record;
  const name = runName(record);
  const when = formatWhen(new Date(date), new Date());
  const cells: [title: string, value: string][] = [
    ['Epochs', String(epochs)],
    ['Time', formatDuration(seconds)],
    ...outcomes.map(([title, say]): [string, string] => [title, say(record)]),
  ];
  const isGoing = run.status.value === 'running';
  const [isRenaming, setRenaming] = useState(false);
  const isEntered = useRef(false);
  const isMissing = file !== null && data.file.value?.name !== file;
  return (
    <tr>
      <th scope="row">
        <label class="check">
          <input
            type="checkbox"
            name="compare-run"
            checked={isChosen}
            disabled={isFull && !isChosen}
            onChange={onToggle}
          />
          <span>
            <span class="visually-hidden">Compare </span>
            {name}
            <small>
              {when}, {device}
            </small>
          </span>
        </label>
      </th>
      {cells.map(([title, value]) => (
        <td key={title} data-title={title}>
          {value}
        </td>
      ))}
      <td class="run-actions">
        {isRenaming ? (
          <input
            type="text"
            name="run-name"
            aria-label={`New name of ${name}`}
            placeholder={name}
            value={record.name}
            ref={focusOn}
            onKeyDown={(event) => {
              if (event.key === 'Escape') event.currentTarget.value = record.name;
              else if (event.key !== 'Enter') return;
              // Or the key would press the button that takes its place.
              event.preventDefault();
              isEntered.current = true;
              event.currentTarget.blur();
            }}
            onBlur={({ currentTarget }) => {
              runs.rename(date, currentTarget.value);
              setRenaming(false);
            }}
          />
        ) : (
          <button
            type="button"
            name="rename-run"
            aria-label={`Rename ${name}, ${when}`}
            ref={isEntered.current ? focusOn : null}
            onClick={() => {
              isEntered.current = false;
              setRenaming(true);
            }}
          >
            Rename
          </button>
        )}
        {record.hasModel && (
          <button
            type="button"
            name="open-run"
            aria-label={`Open ${name}, ${when}`}
            title={
              isMissing ? `Shows its network; choose ${file} under Yours to test it` : 'Shows its network'
            }
            disabled={isGoing}
            onClick={() => void runs.open(date)}
          >
            Open
          </button>
        )}
        <button
          type="button"
          name="use-settings"
          aria-label={`Use settings of ${name}, ${when}`}
          title={isMissing ? `Takes its settings; choose ${file} under Yours, too` : 'Takes its settings'}
          disabled={isGoing}
          onClick={() => {
            settings.set(record.config);
            if (file === null) data.file.value = null;
          }}
        >
          Use settings
        </button>
        <button
          type="button"
          class="plain"
          name="delete-run"
          aria-label={`Delete ${name}, ${when}`}
          title="Delete"
          onClick={() => void runs.remove([date])}
        >
          ✕
        </button>
      </td>
    </tr>
  );
}
