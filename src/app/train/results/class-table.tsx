import { formatCount } from '../../shared/format';
import { ScrollTable } from '../../shared/scroll-table';
import { className } from '../series/class-name';
import { useApp } from '../state/app';

/** Precision, recall and F1 of each class, as in scikit-learn's report. */
export function ClassTable() {
  const { results } = useApp();
  const report = results.report.value;
  const test = results.results.value?.test;
  if (!report || !test) return null;
  const rows = [
    ...report.classes.map((scores, label) => ({ ...scores, name: className(test, label) })),
    { ...report.macro, name: 'mean of the classes', rocAuc: report.rocAuc },
    { ...report.weighted, name: 'mean by size', rocAuc: undefined },
  ];
  return (
    <details class="class-table">
      <summary>Each class</summary>
      <ScrollTable label="Each class" columns={['Class', 'precision', 'recall', 'F1', 'ROC AUC', 'series']}>
        <tbody>
          {rows.map(({ name, precision, recall, f1, rocAuc, support }, i) => (
            <tr key={i}>
              <th scope="row">{name}</th>
              {[precision, recall, f1, rocAuc].map((score, column) => (
                <td key={column}>{score === undefined ? '' : (score?.toFixed(4) ?? '–')}</td>
              ))}
              <td>{formatCount(support)}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      <p class="quiet">
        Precision: how many of the series given to a class belong there. Recall: how many of a class’s series
        are given to it. ROC AUC: how often a series of the class gets a higher probability for it than one of
        another class. A dash means that there are no such series.
      </p>
    </details>
  );
}
