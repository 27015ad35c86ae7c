import type { ComponentChildren } from 'preact';
import type { ClassificationReport } from '../../../model/report/metrics/report';
import { formatCount, formatInterval, formatPercent } from '../../shared/format';
import { className } from '../series/class-name';
import { useApp } from '../state/app';
import { article } from '../state/presets';
import { articleFigures, isArticleTask } from './article';
import { type Figure, figuresOf } from './figures';

/** How good the model is: one large number, and some that are more precise. */
export function Headline() {
  const { results, run, settings, data } = useApp();
  const report = results.report.value;
  const current = results.results.value;
  if (!report || !current) return null;
  const { test, predictions } = current;
  const isBinary = report.classNames.length === 2;
  const threshold = results.threshold.value;
  const origin = run.origin.value;
  const isArticle = isArticleTask(
    origin?.config ?? settings.config.value,
    Boolean(origin ? origin.file : data.file.value),
  );
  const figures = figuresOf(test, report, predictions.loss);
  return (
    <div class="headline">
      <LeadingScore report={report} name={className(test, report.majority.label)}>
        {isBinary && threshold !== 0.5 && ` at a threshold of ${Number(threshold.toFixed(3))}`}
      </LeadingScore>
      <div class="scroll">
        <table class="figures">
          <thead>
            <tr>
              <th scope="col">
                <span class="visually-hidden">Figure</span>
              </th>
              <th scope="col">this model</th>
              {isArticle && <th scope="col">Paialunga</th>}
            </tr>
          </thead>
          <tbody>
            {isArticle && (
              <FigureRow
                isArticle
                figure={{
                  metric: 'accuracy-again',
                  name: 'Accuracy',
                  help: 'The share of right answers.',
                  value: report.accuracy,
                  article: articleFigures.accuracy,
                }}
              />
            )}
            {figures.map((figure) => (
              <FigureRow key={figure.name} figure={figure} isArticle={isArticle} />
            ))}
          </tbody>
        </table>
      </div>
      {isArticle && (
        <p class="quiet">
          The task, and the figures beside ours, are from {article.author}’s article{' '}
          <a href={article.link}>“{article.title}”</a> ({article.where}). Of its 2,000 test series it got{' '}
          {articleFigures.confusion[0]?.[0]} normal and {articleFigures.confusion[1]?.[1]} flattened ones
          right, {articleFigures.confusion[0]?.[1]} normal and {articleFigures.confusion[1]?.[0]} flattened
          ones wrong.
        </p>
      )}
    </div>
  );
}

interface LeadingScoreProps {
  report: ClassificationReport;
  /** Of the largest class. */
  name: string;
  children: ComponentChildren;
}

/** The one number that is honest for these classes. */
function LeadingScore({ report, name, children }: LeadingScoreProps) {
  const { accuracy, balancedAccuracy, intervals, isUneven, majority, classes, count } = report;
  const interval = isUneven ? intervals?.balancedAccuracy : intervals?.accuracy;
  const present = classes.filter(({ support }) => support > 0).length;
  const absent = classes.length - present;
  return (
    <>
      <p class="headline-accuracy">
        {isUneven ? (
          <strong data-metric="balanced-accuracy" data-value={balancedAccuracy}>
            {formatPercent(balancedAccuracy)}
          </strong>
        ) : (
          <strong data-metric="accuracy" data-value={accuracy}>
            {formatPercent(accuracy)}
          </strong>
        )}
        <span>
          {isUneven
            ? `balanced accuracy on ${formatCount(count)} test series`
            : `of ${formatCount(count)} test series right`}
          {children}
          {interval && `, 95 % interval ${formatInterval(interval)}`}
        </span>
      </p>
      {isUneven && (
        <p class="quiet">
          The classes are uneven, so this is the share found of each class, averaged. A network that always
          answered {name}, the largest, would score {formatPercent(1 / present)}, though it would be right for{' '}
          {formatPercent(majority.share)} of the series.
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

function FigureRow({ figure, isArticle }: { figure: Figure; isArticle: boolean }) {
  const { metric, name, help, value, digits = 4, reason, article } = figure;
  const isKnown = value !== null && Number.isFinite(value);
  return (
    <tr>
      <th scope="row">
        {name}
        <small>{isKnown ? help : (reason ?? help)}</small>
      </th>
      <td data-metric={metric} data-value={value ?? ''}>
        {isKnown ? value.toFixed(digits) : '–'}
      </td>
      {isArticle && <td class="quiet">{article?.toFixed(digits)}</td>}
    </tr>
  );
}
