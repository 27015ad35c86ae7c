import type { AverageScores, ClassScores } from '../../../model/report/metrics/confusion';
import { formatCount } from '../../shared/format';
import { ScrollTable } from '../../shared/scroll-table';
import { className } from '../series/class-name';
import { useApp } from '../state/app';

/** Precision, recall and F1 of each class, as in scikit-learn's report. */
export function FullReport() {
  const { results } = useApp();
  const report = results.report.value;
  const test = results.results.value?.test;
  if (!report || !test) return null;
  return (
    <details class="full-report">
      <summary>Full report</summary>
      <ScrollTable label="Full report">
        <thead>
          <tr>
            <th scope="col">Class</th>
            <th scope="col">precision</th>
            <th scope="col">recall</th>
            <th scope="col">F1</th>
            <th scope="col">ROC AUC</th>
            <th scope="col">series</th>
          </tr>
        </thead>
        <tbody>
          {report.classes.map((scores, k) => (
            <ScoresRow
              key={report.classNames[k]}
              name={className(test, k)}
              scores={scores}
              rocAuc={scores.rocAuc}
            />
          ))}
          <ScoresRow name="mean of the classes" scores={report.macro} rocAuc={report.rocAuc} />
          <ScoresRow name="mean by size" scores={report.weighted} />
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

interface ScoresRowProps {
  name: string;
  scores: ClassScores | AverageScores;
  /** Of the class against the rest. */
  rocAuc?: number | null;
}

function ScoresRow({ name, scores, rocAuc }: ScoresRowProps) {
  const { precision, recall, f1, support } = scores;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{precision?.toFixed(4) ?? '–'}</td>
      <td>{recall?.toFixed(4) ?? '–'}</td>
      <td>{f1?.toFixed(4) ?? '–'}</td>
      <td>{rocAuc === undefined ? '' : (rocAuc?.toFixed(4) ?? '–')}</td>
      <td>{formatCount(support)}</td>
    </tr>
  );
}
