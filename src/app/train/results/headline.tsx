import { isSineDataset } from '../../../data/sine-dataset';
import type { ClassificationReport } from '../../../model/report/metrics/report';
import { formatCount, formatInterval, formatPercent } from '../../shared/format';
import { className } from '../series/class-name';
import { useApp } from '../state/app';
import { article, presets } from '../state/presets';
import { figuresOf } from './figures';

/** How good the model is: one large number, and some that are more precise. */
export function Headline() {
  const { results } = useApp();
  const report = results.report.value;
  const current = results.results.value;
  if (!report || !current) return null;
  const { test, predictions } = current;
  const threshold = results.threshold.value;
  const isBinary = report.classNames.length === 2;
  const isArticle = isSineDataset(test) && test.time === presets.article.config.num_points;
  return (
    <div class="stack">
      <LeadingScore
        report={report}
        largest={className(test, report.majority.label)}
        rule={isBinary && threshold !== 0.5 ? ` at a threshold of ${Number(threshold.toFixed(3))}` : ''}
      />
      <table class="figures">
        <tbody>
          {figuresOf(test, report, predictions.loss).map(({ metric, name, help, value }) => (
            <tr key={metric}>
              <th scope="row">
                {name}
                <small>{help}</small>
              </th>
              <td data-metric={metric} data-value={value ?? ''}>
                {value?.toFixed(4) ?? '–'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {isArticle && (
        <p class="quiet">
          The task is that of {article.author}’s article <a href={article.link}>“{article.title}”</a> (
          {article.where}). Its network got 97.75 % of 2,000 test series right: it took 14 of 1,016 normal
          series for flattened ones and 31 of 984 flattened ones for normal. Its F1 is 0.9769, its ROC AUC of
          0/1 answers 0.9774.
        </p>
      )}
    </div>
  );
}

interface LeadingScoreProps {
  report: ClassificationReport;
  /** Name of the largest class. */
  largest: string;
  /** How the answers were found, where that is not the usual way. */
  rule: string;
}

/** The one number that is honest for these classes. */
function LeadingScore({ report, largest, rule }: LeadingScoreProps) {
  const { intervals, isUneven, majority, classes, count } = report;
  const [metric, score, interval] = isUneven
    ? ['balanced-accuracy', report.balancedAccuracy, intervals?.balancedAccuracy]
    : ['accuracy', report.accuracy, intervals?.accuracy];
  const present = classes.filter(({ support }) => support > 0).length;
  const absent = classes.length - present;
  const series = `${formatCount(count)} test series`;
  return (
    <>
      <p class="headline-accuracy">
        <strong data-metric={metric} data-value={score}>
          {formatPercent(score)}
        </strong>
        <span>
          {isUneven ? `balanced accuracy on ${series}` : `of ${series} right`}
          {rule}
          {interval && `, 95 % interval ${formatInterval(interval)}`}
        </span>
      </p>
      {isUneven && (
        <p class="quiet">
          The classes are uneven, so this is the share found of each class, averaged. A network that always
          answered {largest}, the largest, would score {formatPercent(1 / present)}, though it would be right
          for {formatPercent(majority.share)} of the series.
        </p>
      )}
      {absent > 0 && (
        <p class="quiet">
          {absent} of {classes.length} classes {absent === 1 ? 'has' : 'have'} no test series, and averages
          leave them out.
        </p>
      )}
    </>
  );
}
