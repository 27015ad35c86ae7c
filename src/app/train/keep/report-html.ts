import type { Localisation } from '../../../model/report/metrics/localisation';
import type { TestResults } from '../../../model/report/run-report';
import { mostLanes, signalStyle } from '../../shared/channels';
import { formatPercent } from '../../shared/format';
import { regionName } from '../series/class-name';
import { accuracyChart, lossChart } from './chart-svg';
import { escapeMarkup } from './markup';
import type { Fact, ReportContent, ReportSeries } from './report-content';
import { reportStyle } from './report-style';
import { seriesSvg } from './series-svg';

/** A run on one self-contained page: no script, no separate picture, no network. */
export function reportHtml(content: ReportContent): string {
  const { title, date, link, data } = content;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeMarkup(title)}</title>
<style>${reportStyle}</style>
</head>
<body>
<header>
<h1>${escapeMarkup(title)}</h1>
<p class="quiet">Trained with Gatewave, ${escapeMarkup(date)}</p>
<p>${escapeMarkup(data)}</p>
<p><a href="${escapeMarkup(link)}">Train it again with the same settings</a></p>
</header>
<main>
${content.results ? resultsSection(content, content.results) : '<section><h2>Results</h2><p>This run was not tested.</p></section>'}
${seriesSection(content.series)}
${errorsSection(content)}
${curvesSection(content)}
<section><h2>The run</h2>${factList(content.facts)}</section>
<section><h2>Settings</h2>${factList(content.recipe)}</section>
</main>
</body>
</html>
`;
}

function resultsSection(
  { classNames, threshold }: ReportContent,
  { test, localisation }: TestResults,
): string {
  const isBinary = classNames.length === 2;
  const numbers: Fact[] = [
    ['Accuracy', formatPercent(test.accuracy)],
    [isBinary ? 'F1' : 'F1, mean of the classes', metric(test.f1)],
    ['ROC AUC', metric(test.rocAuc)],
    ['Average precision', metric(test.averagePrecision)],
    ['Loss', test.loss.toFixed(4)],
  ];
  const rule = isBinary ? ` A series counts as ${classNames[1]} above a probability of ${threshold}.` : '';
  return `<section>
<h2>Results</h2>
<p>On ${test.count} series that the network had not seen.${escapeMarkup(rule)}</p>
<dl class="numbers">${numbers.map(([name, value]) => `<div><dt>${escapeMarkup(name)}</dt><dd>${escapeMarkup(value)}</dd></div>`).join('')}</dl>
<h3>Each class</h3>
<div class="scroll"><table>
<thead><tr><th scope="col">Class</th><th scope="col">Precision</th><th scope="col">Recall</th><th scope="col">F1</th><th scope="col">Series</th></tr></thead>
<tbody>${test.classes
    .map(({ precision, recall, f1, support }, label) =>
      row(classNames[label] ?? '', [...[precision, recall, f1].map(cell), String(support)]),
    )
    .join('\n')}</tbody>
</table></div>
<h3>Which class was taken for which</h3>
<div class="scroll"><table>
<thead><tr><th scope="col">True class</th>${classNames.map((name) => `<th scope="col">called ${escapeMarkup(name)}</th>`).join('')}</tr></thead>
<tbody>${test.confusion.map((counts, truth) => confusionRow(classNames[truth] ?? '', counts, truth)).join('\n')}</tbody>
</table></div>
<h3>More numbers</h3>
${factList([
  ['Accuracy', test.accuracy.toFixed(4)],
  ['Balanced accuracy', test.balancedAccuracy.toFixed(4)],
  ['Matthews correlation', test.matthewsCorrelation.toFixed(4)],
  ['ROC AUC of the predicted classes', metric(test.rocAucFromPredictions)],
  ['F1, mean of the classes', test.macro.f1.toFixed(4)],
  ['F1, weighted by their series', test.weighted.f1.toFixed(4)],
])}
${localisation ? localisationText(localisation) : ''}
</section>`;
}

function confusionRow(name: string, counts: readonly number[], truth: number): string {
  const cells = counts.map((count, label) => `<td${label === truth ? ' class="hit"' : ''}>${count}</td>`);
  return `<tr><th scope="row">${escapeMarkup(name)}</th>${cells.join('')}</tr>`;
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
<p>In the ${series} series whose ${escapeMarkup(name)} is marked, ${formatPercent(inside)} of the attention was on it (evenly spread it would be
${formatPercent(chanceInside)}), and ${formatPercent(near)} on it or within ${tolerance} steps of it (${formatPercent(chanceNear)}). The highest
attention was there in ${formatPercent(peakNear)} of them.</p>`;
}

function seriesSection(series: readonly ReportSeries[]): string {
  if (series.length === 0) return '';
  const regions = series.map((each) => each.regions);
  const hasRegions = regions.some(({ length }) => length > 0);
  return `<section>
<h2>Test series and their attention</h2>
<p class="quiet">${signalKeys(series[0]?.channelNames ?? [])} &ensp; <span class="key attention"></span>attention${
    hasRegions ? ` &ensp; <span class="key region"></span>${escapeMarkup(regionName(regions))}` : ''
  }</p>
${series.map((each) => `<figure>${seriesSvg(each)}<figcaption>${escapeMarkup(each.title)}</figcaption></figure>`).join('\n')}
</section>`;
}

function signalKeys(names: readonly string[]): string {
  if (names.length === 1) return `<span class="key signal"></span>${escapeMarkup(names[0] ?? '')}`;
  return names
    .slice(0, mostLanes)
    .map((name, channel) => {
      const colour = signalStyle(channel, names.length)['--signal'];
      return `<span class="key signal" style="--signal:${colour}"></span>${escapeMarkup(name)}`;
    })
    .join(' &ensp; ');
}

function errorsSection({ results, errors, errorCount }: ReportContent): string {
  if (!results) return '';
  if (errorCount === 0) return '<section><h2>Errors</h2><p>No test series was misclassified.</p></section>';
  const which =
    errorCount > errors.length ? ` Here are the ${errors.length} that it was most certain of.` : '';
  return `<section>
<h2>Errors</h2>
<p>${errorCount} of ${results.test.count} test series ${errorCount === 1 ? 'was' : 'were'} misclassified.${which}</p>
<div class="scroll"><table>
<thead><tr><th scope="col">Series</th><th scope="col">True class</th><th scope="col">Called</th><th scope="col">Probability</th></tr></thead>
<tbody>${errors
    .map(({ number, truth, predicted, certainty }) =>
      row(String(number), [truth, predicted, formatPercent(certainty)]),
    )
    .join('\n')}</tbody>
</table></div>
</section>`;
}

function curvesSection({ epochs }: ReportContent): string {
  if (epochs.length === 0) return '';
  return `<section>
<h2>Training</h2>
<figure>${lossChart(epochs)}</figure>
<figure>${accuracyChart(epochs)}</figure>
<details><summary>The numbers of each epoch</summary>
<div class="scroll"><table>
<thead><tr><th scope="col">Epoch</th><th scope="col">Training loss</th><th scope="col">Validation loss</th><th scope="col">Training accuracy</th><th scope="col">Validation accuracy</th></tr></thead>
<tbody>${epochs
    .map((epoch) =>
      row(String(epoch.epoch), [
        epoch.trainLoss.toFixed(4),
        epoch.validationLoss.toFixed(4),
        formatPercent(epoch.trainAccuracy),
        formatPercent(epoch.validationAccuracy),
      ]),
    )
    .join('\n')}</tbody>
</table></div></details>
</section>`;
}

function factList(facts: readonly Fact[]): string {
  const items = facts.map(
    ([name, value]) => `<div><dt>${escapeMarkup(name)}</dt><dd>${escapeMarkup(value)}</dd></div>`,
  );
  return `<dl class="facts">${items.join('\n')}</dl>`;
}

function row(name: string, cells: readonly string[]): string {
  return `<tr><th scope="row">${escapeMarkup(name)}</th>${cells.map((cell) => `<td>${escapeMarkup(cell)}</td>`).join('')}</tr>`;
}

/** A score of a class; a dash where the series cannot tell. */
function cell(value: number | null): string {
  return value?.toFixed(4) ?? '–';
}

function metric(value: number | null): string {
  return value === null ? 'not defined' : value.toFixed(4);
}
