import { formatCount, formatPercent } from '../../shared/format';
import { className } from '../series/class-name';
import { useApp } from '../state/app';
import { articleFigures, isArticleTask } from './article';

interface Figure {
  /** For tests and style sheets. */
  metric: string;
  name: string;
  help: string;
  value: number | null;
  digits?: number;
  /** Why there is no value. */
  reason?: string;
  article?: number;
}

/** How good the model is, in one large number and some that say it more exactly. */
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
  const present = report.classes.filter(({ support }) => support > 0).length;
  const oneClass = present < 2 ? 'All test series are of one class.' : undefined;
  const noPositive =
    isBinary && report.classes[1]?.support === 0 ? `No test series is ${className(test, 1)}.` : undefined;
  const figures: Figure[] = [
    {
      metric: 'f1',
      name: isBinary ? 'F1' : 'F1, mean of the classes',
      help: isBinary
        ? `Balances how many ${className(test, 1)} series are found and how many of those called so are.`
        : 'Balances, for each class, how many series are found and how many of those called so are.',
      value: noPositive ? null : report.f1,
      ...reasonOf(noPositive),
      article: articleFigures.f1,
    },
    {
      metric: 'roc-auc',
      name: 'ROC AUC',
      help: 'How often a series of the class gets a higher probability than one that is not. At 0.5 it is guessing.',
      value: report.rocAuc,
      ...reasonOf(oneClass ?? someMissing(report.rocAuc)),
    },
    {
      metric: 'roc-auc-of-answers',
      name: 'ROC AUC of 0/1 answers',
      help: 'The same from the answers alone, without their probabilities. This is what the article reports.',
      value: report.rocAucFromPredictions,
      ...reasonOf(oneClass ?? someMissing(report.rocAucFromPredictions)),
      article: articleFigures.rocAucFromPredictions,
    },
    {
      metric: 'average-precision',
      name: 'Average precision',
      help: 'The area under the precision-recall curve.',
      value: report.averagePrecision,
      ...reasonOf(noPositive ?? someMissing(report.averagePrecision)),
    },
    {
      metric: 'mcc',
      name: 'MCC',
      help: 'Matthews correlation of answer and truth: 1 is perfect, 0 is guessing.',
      value: oneClass ? null : report.matthewsCorrelation,
      ...reasonOf(oneClass),
    },
    {
      metric: 'loss',
      name: 'Loss',
      help: 'Mean cross-entropy, which training makes small.',
      value: predictions.loss,
      reason: 'It is not a number.',
    },
  ];
  return (
    <div class="headline">
      <p class="headline-accuracy">
        <strong data-metric="accuracy" data-value={report.accuracy}>
          {formatPercent(report.accuracy)}
        </strong>
        <span>
          of {formatCount(report.count)} test series right
          {isBinary && threshold !== 0.5 && ` at a threshold of ${Number(threshold.toFixed(3))}`}
        </span>
      </p>
      <div class="scroll">
        <table class="figures">
          <thead>
            <tr>
              <th scope="col">
                <span class="visually-hidden">Figure</span>
              </th>
              <th scope="col">this model</th>
              {isArticle && <th scope="col">article</th>}
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
          The article tested 2,000 series of 500 points: {articleFigures.confusion[0]?.[0]} normal and{' '}
          {articleFigures.confusion[1]?.[1]} flattened ones right, {articleFigures.confusion[0]?.[1]} normal
          and {articleFigures.confusion[1]?.[0]} flattened ones wrong.
        </p>
      )}
    </div>
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

function reasonOf(reason: string | undefined): { reason?: string } {
  return reason === undefined ? {} : { reason };
}

function someMissing(value: number | null): string | undefined {
  return value === null ? 'Of some class there is no test series.' : undefined;
}
