import type { LabelColumn } from '../../../data/csv';
import type { Dataset } from '../../../data/dataset';

const mostRows = 3;
const mostValues = 7;

/** The beginnings of the first series, as they were understood. */
export function PreviewTable({ dataset, labelColumn }: { dataset: Dataset; labelColumn: LabelColumn }) {
  const { count, time, channels, series, labels, classNames } = dataset;
  const steps = Array.from({ length: Math.min(mostValues, time) }, (_, step) => step);
  const rows = Array.from({ length: Math.min(mostRows, count) }, (_, row) => row);
  const isLast = labelColumn === 'last';
  const more = time > mostValues && '…';
  return (
    // It scrolls sideways, which the keyboard can do where it can be focused.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section class="scroll preview" aria-label="The first series" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {!isLast && <th scope="col">class</th>}
            {steps.map((step) => (
              <th key={step} scope="col">
                {step + 1}
              </th>
            ))}
            {more && <td>{more}</td>}
            {isLast && <th scope="col">class</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const name = <th scope="row">{classNames[labels[row] as number]}</th>;
            return (
              <tr key={row}>
                {!isLast && name}
                {steps.map((step) => (
                  <td key={step}>
                    {Number((series[(row * time + step) * channels] as number).toPrecision(4))}
                  </td>
                ))}
                {more && <td>{more}</td>}
                {isLast && name}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
