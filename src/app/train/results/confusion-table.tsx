import { isSineDataset } from '../../../data/sine-dataset';
import { formatCount, formatPercent } from '../../shared/format';
import { className } from '../series/class-name';
import { useApp } from '../state/app';

interface ConfusionTableProps {
  /** Shows the series of a true and a predicted class. */
  onShow(label: number, predicted: number): void;
}

/** How many series of each class were called which; each cell leads to its series. */
export function ConfusionTable({ onShow }: ConfusionTableProps) {
  const { results } = useApp();
  const report = results.report.value;
  const test = results.results.value?.test;
  if (!report || !test) return null;
  const names = report.classNames.map((_, label) => className(test, label));
  return (
    <div class="confusion">
      <h3 id="confusion-title">Which were mistaken for which</h3>
      <p class="quiet">Select a number to see its series.</p>
      <div class="scroll">
        <table aria-labelledby="confusion-title">
          <thead>
            <tr>
              <td />
              {names.map((name, k) => (
                <th scope="col" key={report.classNames[k]}>
                  called {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {report.confusion.map((row, label) => {
              const support = report.classes[label]?.support ?? 0;
              return (
                <tr key={report.classNames[label]}>
                  <th scope="row">
                    {isSineDataset(test) ? '' : 'class '}
                    {names[label]}
                    <small>{formatCount(support)} series</small>
                  </th>
                  {row.map((count, predicted) => {
                    const share = support === 0 ? 0 : count / support;
                    const series = `series that ${count === 1 ? 'is' : 'are'} ${names[label]}`;
                    return (
                      <td key={report.classNames[predicted]}>
                        <button
                          type="button"
                          name={`cell-${label}-${predicted}`}
                          class="confusion-cell"
                          style={{ '--share': `${Math.round(100 * share)}%` }}
                          onClick={() => onShow(label, predicted)}
                        >
                          <span class="count">{formatCount(count)}</span>
                          <span class="visually-hidden">
                            {` ${series}, called ${names[predicted]}: show them. `}
                          </span>
                          <small>
                            <span aria-hidden="true">{label === predicted ? '✓ ' : '✗ '}</span>
                            {support === 0 ? '–' : formatPercent(share)}
                          </small>
                        </button>
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </div>
  );
}
