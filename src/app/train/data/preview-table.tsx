import type { Dataset } from '../../../data/dataset';
import { ScrollTable } from '../../shared/scroll-table';

const mostRows = 3;
const mostValues = 7;

/** The beginnings of the first series, as they were read: the class comes first, wherever it is in the file. */
export function PreviewTable({ dataset }: { dataset: Dataset }) {
  const { count, time, channels, series, labels, classNames } = dataset;
  const steps = Array.from({ length: Math.min(mostValues, time) }, (_, step) => step);
  const rows = Array.from({ length: Math.min(mostRows, count) }, (_, row) => row);
  const more = time > mostValues && '…';
  return (
    <ScrollTable class="preview" label="The first series">
      <thead>
        <tr>
          <th scope="col">class</th>
          {steps.map((step) => (
            <th key={step} scope="col">
              {step + 1}
            </th>
          ))}
          {more && <td>{more}</td>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row}>
            <th scope="row">{classNames[labels[row] as number]}</th>
            {steps.map((step) => (
              <td key={step}>{Number((series[(row * time + step) * channels] as number).toPrecision(4))}</td>
            ))}
            {more && <td>{more}</td>}
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
}
