import { useSignal } from '@preact/signals';
import { formatDuration, percentOf } from '../../shared/format';
import { Term } from '../../shared/glossary';
import { useApp } from '../state/app';
import type { RunRecord } from '../state/run-record';
import { CompareRuns, mostCompared } from './compare-runs';
import { runName } from './run-name';
import { formatWhen } from './when';

/** The latest runs, which can be compared, and whose settings can be used again. */
export function RunList() {
  const { runs } = useApp();
  const chosen = useSignal<string[]>([]);
  const records = runs.records.value;
  const compared = records.filter(({ date }) => chosen.value.includes(date));
  const toggle = (date: string): void => {
    const { value } = chosen;
    chosen.value = value.includes(date) ? value.filter((each) => each !== date) : [...value, date];
  };
  return (
    <div class="keep-block run-list" id="runs">
      <div class="run-list-head">
        <h3>Trainings so far</h3>
        {records.length > 0 && <ClearButton onClear={() => runs.clear()} />}
      </div>
      {!runs.isKept.value && (
        <p class="hint" id="runs-not-kept">
          This browser does not let the page store anything, so the list will be gone when you leave.
        </p>
      )}
      {records.length === 0 ? (
        <p class="quiet">Trainings are listed here when they have ended, so that you can compare them.</p>
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
                <th scope="col">
                  <Term word="validation">Validation</Term> <Term word="loss" />
                </th>
                <th scope="col">Test accuracy</th>
                <th scope="col">Balanced accuracy</th>
                <th scope="col">F1</th>
                <th scope="col">ROC AUC</th>
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

/** Asks for confirmation before everything is gone. */
function ClearButton({ onClear }: { onClear(): void }) {
  const isAsked = useSignal(false);
  return (
    <button
      type="button"
      class="plain"
      name="clear-runs"
      onBlur={() => {
        isAsked.value = false;
      }}
      onClick={() => {
        if (isAsked.value) onClear();
        isAsked.value = !isAsked.value;
      }}
    >
      {isAsked.value ? 'Really clear all?' : 'Clear all'}
    </button>
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
  const { date, epochs, seconds, validationLoss, test, file, device } = record;
  const name = runName(record);
  const when = formatWhen(new Date(date), new Date());
  const cells: [title: string, value: string][] = [
    ['Epochs', String(epochs)],
    ['Time', formatDuration(seconds)],
    ['Validation loss', validationLoss?.toFixed(4) ?? '–'],
    ['Test accuracy', percentOf(test?.accuracy)],
    ['Balanced accuracy', percentOf(test?.balancedAccuracy)],
    ['F1', test?.f1?.toFixed(3) ?? '–'],
    ['ROC AUC', test?.rocAuc?.toFixed(4) ?? '–'],
  ];
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
        <button
          type="button"
          name="use-settings"
          aria-label={`Use settings of ${name}, ${when}`}
          title={isMissing ? `Takes its settings; choose ${file} under Data, too` : 'Takes its settings'}
          disabled={run.status.value === 'running'}
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
          onClick={() => runs.remove(date)}
        >
          ✕
        </button>
      </td>
    </tr>
  );
}
