import { ScrollTable } from '../../shared/scroll-table';
import { type RunRecord, runName } from '../state/run-record';
import { CompareChart, letterOf, runStyle } from './compare-chart';
import { outcomes } from './outcomes';
import { settingsThatDiffer } from './settings-difference';
import { formatWhen } from './when';

/** Some runs side by side: how their validation loss fell, and which settings differ. */
export function CompareRuns({ records }: { records: RunRecord[] }) {
  const differences = settingsThatDiffer(records);
  const outcome = outcomes.map(([name, say]) => ({ name, values: records.map(say) }));
  const now = new Date();
  return (
    <div class="stack compare" id="compare-runs">
      <h4>Comparison</h4>
      <ul class="legend">
        {records.map((record, i) => (
          <li key={record.date}>
            <svg viewBox="0 0 28 10" aria-hidden="true">
              <path class="run-line" style={runStyle(i)} d="M0,5h28" />
            </svg>
            <strong>{letterOf(i)}</strong> {runName(record)}, {formatWhen(new Date(record.date), now)}
          </li>
        ))}
      </ul>
      <div class="compare-sides">
        <CompareChart records={records} />
        <ScrollTable label="Settings that differ">
          <thead>
            <tr>
              <th scope="col">
                {differences.length === 0 ? 'All settings are the same' : 'Settings that differ'}
              </th>
              {records.map((record, i) => (
                <th scope="col" key={record.date}>
                  {letterOf(i)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...differences, ...outcome].map(({ name, values }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {values.map((value, i) => (
                  <td key={letterOf(i)}>{value}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      </div>
    </div>
  );
}
