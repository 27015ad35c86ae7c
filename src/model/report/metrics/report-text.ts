import type { Interval } from './bootstrap';
import type { Calibration } from './calibration';
import { type AverageScores, type ClassScores, type ConfusionMatrix, mistakes } from './confusion';
import type { ClassificationReport } from './report';
import type { TemperatureScaling } from './temperature';

/** With more classes than this, the table shows only the worst and the best. */
const mostClasses = 30;
const worstShown = 10;
const bestShown = 5;
/** With more classes than this, the matrix gives way to the commonest mistakes. */
const mostColumns = 20;
const mistakesShown = 10;
const longestName = 32;

/**
 * The report as text: what is honest for these data first, then scikit-learn's table, the other measures, the confusion
 * matrix and the calibration. With many classes, tables show a part of them and say so.
 * @param digits after the decimal point.
 */
export function formatReport(report: ClassificationReport, digits = 4): string {
  return [
    headline(report, digits),
    classTable(report, digits),
    measures(report, digits),
    confusionText(report),
    calibrationText(report.calibration, digits),
  ].join('\n\n');
}

/** What a temperature would do, as text. */
export function formatTemperature(scaling: TemperatureScaling | null, digits = 4): string {
  if (!scaling) {
    return 'Temperature: none could be fitted; it takes validation series of which the model gets some wrong.';
  }
  const { temperature, series, loss, expectedCalibrationError } = scaling;
  const verdict = temperature > 1 ? 'too sure of itself' : 'not sure enough';
  return (
    `Temperature: ${temperature.toFixed(2)}, fitted on ${series} validation series (the model is ${verdict}).\n` +
    `  Logits divided by it would give loss ${loss.toFixed(digits)} and calibration error ` +
    `${expectedCalibrationError.toFixed(digits)}; the probabilities here are the model's own.`
  );
}

/** Accuracy and balanced accuracy, the more telling one first, and what needs no model. */
function headline(report: ClassificationReport, digits: number): string {
  const { accuracy, balancedAccuracy, intervals, isUneven, majority, classNames, classes } = report;
  const scores = [
    `Accuracy: ${accuracy.toFixed(digits)}${intervalText(intervals?.accuracy, digits)}`,
    `Balanced accuracy: ${balancedAccuracy.toFixed(digits)}${intervalText(intervals?.balancedAccuracy, digits)}`,
  ];
  const occurring = classes.filter(({ support }) => support > 0).length;
  const name = shorten(classNames[majority.label] as string);
  const guess =
    `Always answering ${name}, the largest class, would give accuracy ${majority.share.toFixed(digits)} and ` +
    `balanced accuracy ${(1 / occurring).toFixed(digits)}.`;
  const absent = classes.length - occurring;
  return [
    ...(isUneven ? scores.reverse() : scores),
    guess,
    ...(isUneven ? ['The classes are uneven: balanced accuracy, the mean of their recalls, says more.'] : []),
    ...(absent > 0
      ? [`${absent} of ${classes.length} classes have no series here; averages leave them out.`]
      : []),
  ].join('\n');
}

function intervalText(interval: Interval | null | undefined, digits: number): string {
  return interval
    ? ` (95 % interval ${interval.low.toFixed(digits)} to ${interval.high.toFixed(digits)})`
    : '';
}

function classTable(report: ClassificationReport, digits: number): string {
  const { classNames, classes, count } = report;
  const { shown, leftOut } = shownClasses(report);
  const names = shown.map((k) => shorten(classNames[k] as string));
  const width = names.reduce((most, name) => Math.max(most, name.length), 'weighted avg'.length);
  const row = (name: string, cells: string[]): string =>
    `${name.padStart(width)} ${cells.map((cell) => cell.padStart(10)).join('')}`.trimEnd();
  const scores = (name: string, each: ClassScores | AverageScores, ...auc: (number | null)[]): string => {
    const [precision, recall, f1, ...ranking] = [each.precision, each.recall, each.f1, ...auc].map((value) =>
      numberText(value, digits),
    ) as [string, string, string, ...string[]];
    return row(name, [precision, recall, f1, String(each.support), ...ranking]);
  };
  const rows = shown.map((k, i) => {
    const each = classes[k] as ClassificationReport['classes'][number];
    return scores(names[i] as string, each, each.rocAuc);
  });
  return [
    row('', ['precision', 'recall', 'f1-score', 'support', 'ROC AUC']),
    '',
    ...(leftOut === 0
      ? rows
      : [...rows.slice(0, worstShown), leftOutText(leftOut), ...rows.slice(worstShown)]),
    '',
    row('accuracy', ['', '', report.accuracy.toFixed(digits), String(count)]),
    scores('macro avg', report.macro, report.rocAuc),
    scores('weighted avg', report.weighted),
  ].join('\n');
}

/** All classes, or of many those with the lowest and the highest F1, the lowest first. */
function shownClasses({ classes }: ClassificationReport): { shown: number[]; leftOut: number } {
  const all = classes.map((_, k) => k);
  if (classes.length <= mostClasses) return { shown: all, leftOut: 0 };
  const f1 = (k: number): number => classes[k]?.f1 ?? 0;
  const support = (k: number): number => classes[k]?.support ?? 0;
  const ordered = all.filter((k) => support(k) > 0).sort((a, b) => f1(a) - f1(b) || support(b) - support(a));
  if (ordered.length <= worstShown + bestShown) return { shown: ordered, leftOut: 0 };
  const shown = [...ordered.slice(0, worstShown), ...ordered.slice(-bestShown)];
  return { shown, leftOut: ordered.length - shown.length };
}

function leftOutText(leftOut: number): string {
  return `   … ${leftOut} classes whose F1 is between these are left out; the report in JSON has them all`;
}

function measures(report: ClassificationReport, digits: number): string {
  const { classNames, classes } = report;
  const metric = (name: string, value: number | null): string =>
    `${name}: ${value === null ? `not defined (${whyNot(report)})` : value.toFixed(digits)}`;
  const isBinary = classNames.length === 2;
  const ranked = classes.filter(({ rocAuc }) => rocAuc !== null).length;
  const mean = isBinary ? '' : `, mean of ${ranked} ${ranked === 1 ? 'class' : 'classes'} against the rest`;
  return [
    metric(isBinary ? 'F1' : 'F1 (macro)', report.f1),
    metric(`ROC AUC (probabilities${mean})`, report.rocAuc),
    metric(
      `ROC AUC (${isBinary ? '0/1 predictions' : 'predicted classes'}${mean})`,
      report.rocAucFromPredictions,
    ),
    metric('Average precision', report.averagePrecision),
    metric('MCC', report.matthewsCorrelation),
  ].join('\n');
}

/** Why a measure is not defined: with one class there is nothing to tell apart. */
function whyNot({ classNames, majority }: ClassificationReport): string {
  return `all series are of class ${shorten(classNames[majority.label] as string)}`;
}

function confusionText({ confusion, classNames }: ClassificationReport): string {
  if (classNames.length > mostColumns) return mistakesText(confusion, classNames);
  const columns = confusion.flat().reduce((most, value) => Math.max(most, String(value).length), 1);
  const names = classNames.map(shorten);
  const width = names.reduce((most, name) => Math.max(most, name.length), 0);
  const rows = confusion.map(
    (row, k) =>
      `  ${(names[k] as string).padEnd(width)}  ${row.map((value) => String(value).padStart(columns)).join(' ')}`,
  );
  return ['Confusion matrix (rows: true class, columns: predicted class, in the same order):', ...rows].join(
    '\n',
  );
}

/** The pairs of classes that were confused most often. */
function mistakesText(confusion: ConfusionMatrix, classNames: readonly string[]): string {
  const pairs = mistakes(confusion);
  if (pairs.length === 0) return 'No series was taken for one of another class.';
  const name = (k: number): string => shorten(classNames[k] as string);
  const lines = pairs
    .slice(0, mistakesShown)
    .map(
      ({ label, predicted, count }) =>
        `  ${String(count).padStart(6)}  ${name(label)} taken for ${name(predicted)}`,
    );
  const rest = pairs.length - lines.length;
  const title = `The commonest mistakes (the ${classNames.length} × ${classNames.length} confusion matrix is in the report in JSON):`;
  return [title, ...lines, ...(rest > 0 ? [`  … and ${rest} more pairs of classes`] : [])].join('\n');
}

function calibrationText({ bins, expectedCalibrationError }: Calibration, digits: number): string {
  const row = (cells: string[]): string => `  ${cells.map((cell) => cell.padStart(11)).join(' ')}`;
  const rows = bins
    .filter(({ count }) => count > 0)
    .map(({ from, to, count, confidence, accuracy }) =>
      row([
        `${from.toFixed(1)} to ${to.toFixed(1)}`,
        String(count),
        numberText(confidence, digits),
        numberText(accuracy, digits),
      ]),
    );
  return [
    'Calibration (how often the answer was right, by its probability):',
    row(['probability', 'series', 'mean', 'right']),
    ...rows,
    `Expected calibration error: ${expectedCalibrationError.toFixed(digits)}`,
  ].join('\n');
}

function numberText(value: number | null, digits: number): string {
  return value === null ? '–' : value.toFixed(digits);
}

function shorten(name: string): string {
  return name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name;
}
