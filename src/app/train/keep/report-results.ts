import type { Agreement } from '../../../model/report/agreement';
import type { Interval } from '../../../model/report/metrics/bootstrap';
import type { Calibration } from '../../../model/report/metrics/calibration';
import { mistakes } from '../../../model/report/metrics/confusion';
import type { Localisation } from '../../../model/report/metrics/localisation';
import type { ClassificationReport } from '../../../model/report/metrics/report';
import type { TestResults } from '../../../model/report/run-report';
import { formatInterval, formatPercent } from '../../shared/format';
import { describeTemperature } from '../series/calibration-text';
import { regionWord } from '../series/class-name';
import { escapeMarkup, factList, table, tableRow } from './markup';

/** With more classes, the matrix gives way to the commonest mistakes. */
const mostColumns = 30;
const mostMistakes = 30;

/**
 * The results in the HTML report, the most honest number first.
 * @param names of the classes, as shown.
 * @param threshold the probability above which class 1 of two was predicted.
 */
export function resultsSection(
  names: readonly string[],
  { test, temperature, localisation, agreement }: TestResults,
  threshold: number,
): string {
  const isBinary = names.length === 2;
  const { intervals, isUneven, majority } = test;
  const accuracy = ['Accuracy', formatPercent(test.accuracy), intervalText(intervals?.accuracy)];
  const balanced = [
    'Balanced accuracy',
    formatPercent(test.balancedAccuracy),
    intervalText(intervals?.balancedAccuracy),
  ];
  const numbers = [
    ...(isUneven ? [balanced, accuracy] : [accuracy, balanced]),
    [isBinary ? 'F1' : 'F1, mean of the classes', metric(test.f1)],
    ['ROC AUC', metric(test.rocAuc)],
    ['Loss', test.loss.toFixed(4)],
  ].map(
    ([name = '', value = '', note = '']) =>
      `<div><dt>${escapeMarkup(name)}</dt><dd>${escapeMarkup(value)}</dd>${note && `<dd class="note">${note}</dd>`}</div>`,
  );
  const rule = isBinary ? ` A series counts as ${names[1]} above a probability of ${threshold}.` : '';
  const guess = ` Always answering ${names[majority.label]}, the largest class, would be right for ${formatPercent(majority.share)} of them.`;
  return `<section>
<h2>Results</h2>
<p>On ${test.count} series that the network had not seen.${escapeMarkup(rule + guess)}${
    isUneven
      ? ' The classes are uneven: balanced accuracy, the share found of each class averaged, says more.'
      : ''
  }</p>
<dl class="numbers">${numbers.join('')}</dl>
<h3>Each class</h3>
${table(
  ['Class', 'Precision', 'Recall', 'F1', 'ROC AUC', 'Series'],
  test.classes.map(({ precision, recall, f1, rocAuc, support }, label) =>
    tableRow(names[label] ?? '', [...[precision, recall, f1, rocAuc].map(cell), String(support)]),
  ),
)}
<h3>Which class was taken for which</h3>
${names.length > mostColumns ? mistakesTable(test, names) : confusionTable(test, names)}
<h3>More numbers</h3>
${factList([
  ['Average precision', metric(test.averagePrecision)],
  ['Matthews correlation', test.matthewsCorrelation.toFixed(4)],
  ['ROC AUC of the predicted classes', metric(test.rocAucFromPredictions)],
  ['F1, mean of the classes', test.macro.f1.toFixed(4)],
  ['F1, weighted by their series', test.weighted.f1.toFixed(4)],
])}
${calibrationText(test.calibration)}
${temperature ? `<p>${escapeMarkup(describeTemperature(temperature))}</p>` : ''}
${localisation ? localisationText(localisation) : ''}
${agreement ? agreementText(agreement) : ''}
</section>`;
}

function intervalText(interval: Interval | null | undefined): string {
  return interval ? `95 % interval ${formatInterval(interval)}` : '';
}

function confusionTable({ confusion, classes }: ClassificationReport, names: readonly string[]): string {
  const rows = confusion.map((counts, truth) => {
    const support = classes[truth]?.support ?? 0;
    const cells = counts.map((count, label) => {
      const heat = support > 0 ? Math.round((40 * count) / support) : 0;
      const colour = label === truth ? 'accent' : 'bad';
      const style = `background:color-mix(in srgb,var(--${colour}) ${heat}%,transparent)`;
      return `<td${label === truth ? ' class="hit"' : ''} style="${style}">${count}</td>`;
    });
    return `<tr><th scope="row">${escapeMarkup(names[truth] ?? '')}</th>${cells.join('')}</tr>`;
  });
  return table(['True class', ...names.map((name) => `called ${name}`)], rows);
}

function mistakesTable({ confusion }: ClassificationReport, names: readonly string[]): string {
  const all = mistakes(confusion);
  const rows = all
    .slice(0, mostMistakes)
    .map(({ label, predicted, count }) =>
      tableRow(names[label] ?? '', [names[predicted] ?? '', String(count)]),
    );
  return `<p>The ${rows.length} commonest of ${all.length} kinds of mistakes; report.json has the whole matrix.</p>
${table(['True class', 'Called', 'Series'], rows)}`;
}

function calibrationText({ bins, expectedCalibrationError }: Calibration): string {
  return `<h3>Calibration</h3>
<p>How often answers were right, by their probability; the expected calibration error is ${expectedCalibrationError.toFixed(4)}.</p>
${table(
  ['Probability', 'Series', 'Mean', 'Right'],
  bins
    .filter(({ count }) => count > 0)
    .map(({ from, to, count, confidence, accuracy }) =>
      tableRow(`${from.toFixed(1)} to ${to.toFixed(1)}`, [String(count), cell(confidence), cell(accuracy)]),
    ),
)}`;
}

function localisationText({
  name,
  series,
  inside,
  chanceInside,
  near,
  chanceNear,
  peakNear,
  tolerance,
}: Localisation): string {
  return `<h3>Where it looked</h3>
<p>In the ${series} series whose ${escapeMarkup(regionWord(name))} is marked, ${formatPercent(inside)} of the attention was on it (evenly spread it would be
${formatPercent(chanceInside)}), and ${formatPercent(near)} on it or within ${tolerance} steps of it (${formatPercent(chanceNear)}). The highest
attention was there in ${formatPercent(peakNear)} of them.</p>`;
}

function agreementText({ series, correlation, attention, occlusion }: Agreement): string {
  const inside =
    attention && occlusion
      ? ` Inside the ${escapeMarkup(attention.name)} of these series lie ${formatPercent(attention.inside)} of the attention and
${formatPercent(occlusion.inside)} of what hiding takes from the answer (${formatPercent(occlusion.chanceInside)} by chance).`
      : '';
  return `<h3>Does hiding what it looked at change its answer?</h3>
<p>In ${series} test series a tenth of the series was hidden at a time, and the network was asked again. ${
    correlation
      ? `The order of the stretches by attention and by how far the answer falls without them has a rank correlation of ${correlation.median.toFixed(2)}
in the median (quartiles ${correlation.lowerQuartile.toFixed(2)} and ${correlation.upperQuartile.toFixed(2)}); 1 is full agreement, 0 none.`
      : 'No stretch changed an answer.'
  }${inside}</p>`;
}

/** A score of a class; a dash where the series cannot tell. */
function cell(value: number | null): string {
  return value?.toFixed(4) ?? '–';
}

function metric(value: number | null): string {
  return value === null ? 'not defined' : value.toFixed(4);
}
