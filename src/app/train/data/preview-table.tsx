import { channelNamesOf, type Dataset } from '../../../data/dataset';
import { ScrollTable } from '../../shared/scroll-table';
import { rowOf } from '../series/series-parts';

const mostValues = 7;
const mostRows = 3;

/** The beginnings of the first series, as they were read: the class comes first, wherever it is in the file. */
export function PreviewTable({ dataset }: { dataset: Dataset }) {
  const { count, time, channels, labels, classNames } = dataset;
  const steps = Array.from({ length: Math.min(mostValues, time) }, (_, step) => step);
  const names = channelNamesOf(dataset);
  // Of several channels, the first ones of the first series.
  const rows = Array.from({ length: mostRows }, (_, i) =>
    channels === 1 ? { row: i, channel: 0 } : { row: 0, channel: i },
  ).filter(({ row, channel }) => row < count && channel < channels);
  const more = time > mostValues && '…';
  return (
    <ScrollTable class="preview" label="The first series">
      <thead>
        <tr>
          <th scope="col">class</th>
          {channels > 1 && <th scope="col">channel</th>}
          {steps.map((step) => (
            <th key={step} scope="col">
              {step + 1}
            </th>
          ))}
          {more && <td>{more}</td>}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ row, channel }) => {
          const series = rowOf(dataset, row);
          return (
            <tr key={`${row} ${channel}`}>
              <th scope="row">{classNames[labels[row] as number]}</th>
              {channels > 1 && <td>{names[channel]}</td>}
              {steps.map((step) => (
                <td key={step}>{say(series[step * channels + channel])}</td>
              ))}
              {more && <td>{more}</td>}
            </tr>
          );
        })}
      </tbody>
    </ScrollTable>
  );
}

function say(value: number | undefined): string {
  if (value === undefined) return '';
  return Number.isNaN(value) ? 'missing' : String(Number(value.toPrecision(4)));
}
