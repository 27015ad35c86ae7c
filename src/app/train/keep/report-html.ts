import { mostLanes, signalStyle } from '../../shared/channels';
import { formatPercent } from '../../shared/format';
import { regionName } from '../series/class-name';
import { accuracyChart, lossChart } from './chart-svg';
import { escapeMarkup, factList, table, tableRow } from './markup';
import type { ReportContent, ReportSeries } from './report-content';
import { resultsSection } from './report-results';
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
${content.results ? resultsSection(content.classNames, content.results, content.threshold) : '<section><h2>Results</h2><p>This run was not tested.</p></section>'}
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
${table(
  ['Series', 'True class', 'Called', 'Probability'],
  errors.map(({ number, truth, predicted, certainty }) =>
    tableRow(String(number), [truth, predicted, formatPercent(certainty)]),
  ),
)}
</section>`;
}

function curvesSection({ epochs }: ReportContent): string {
  if (epochs.length === 0) return '';
  return `<section>
<h2>Training</h2>
<figure>${lossChart(epochs)}</figure>
<figure>${accuracyChart(epochs)}</figure>
<details><summary>The numbers of each epoch</summary>
${table(
  ['Epoch', 'Training loss', 'Validation loss', 'Training accuracy', 'Validation accuracy'],
  epochs.map((epoch) =>
    tableRow(String(epoch.epoch), [
      epoch.trainLoss.toFixed(4),
      epoch.validationLoss.toFixed(4),
      formatPercent(epoch.trainAccuracy),
      formatPercent(epoch.validationAccuracy),
    ]),
  ),
)}</details>
</section>`;
}
