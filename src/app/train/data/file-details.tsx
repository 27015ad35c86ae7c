import { channelNamesOf, classCounts, type Dataset } from '../../../data/dataset';
import { formatCount, listOf } from '../../shared/format';
import { ShareBar } from '../../shared/share-bar';
import { stepsOf } from '../series/series-parts';
import { useApp } from '../state/app';
import type { DataFile } from '../state/data';
import { FileList } from './file-list';
import { onPage } from './on-page';
import { PreviewTable } from './preview-table';
import { ReadingChoices } from './reading-choices';
import { WarningList } from './warning-list';

/** What was found in the visitor's files, and how they were read. */
export function FileDetails() {
  const { data, settings } = useApp();
  const file = data.file.value;
  if (!file) return null;
  const { name, dataset, warnings, found } = file;
  return (
    <div class="stack file-details" id="file-details">
      <p>
        <strong class="file-name">{name}</strong>
      </p>
      <dl class="found">
        {factsOf(file).map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <WarningList about="the series" warnings={warnings.series} />
      {/* With a problem they belong to the files that have it, and stand there. */}
      {!data.problem.value && (
        <>
          <FileList />
          {found && <Guesses guesses={found.guesses} />}
          <WarningList about="how the files were read" warnings={found?.warnings ?? []} />
          {settings.config.value.recipe === 'general' && (
            <p class="quiet">
              They are trained on with the recipe General, whose rules look at the series: see{' '}
              <a href="#model">Network</a>.
            </p>
          )}
          <ReadingChoices />
        </>
      )}
      <ClassCounts dataset={dataset} />
      <WarningList about="the classes" warnings={warnings.classes} />
      <PreviewTable dataset={dataset} />
      <WarningList about="the values" warnings={warnings.values} />
      <button type="button" name="remove-file" onClick={() => data.removeFile()}>
        Use generated series instead
      </button>
      <p class="quiet">The generator’s settings are hidden while your data are in use.</p>
    </div>
  );
}

function Guesses({ guesses }: { guesses: readonly string[] }) {
  if (guesses.length === 0) return null;
  return (
    <ul class="guesses" aria-label="What the program decided">
      {guesses.map((guess) => (
        <li key={guess}>{onPage(guess)}</li>
      ))}
    </ul>
  );
}

function factsOf({ dataset, given, found }: DataFile): [term: string, value: string][] {
  const { count, channels } = dataset;
  const facts: [string, string][] = [
    ['Series', `${formatCount(count)}${given.test ? ' to train on' : ''}`],
    ['Steps', describeSteps(dataset)],
  ];
  if (given.validation) facts.push(['To validate', formatCount(given.validation.count)]);
  if (given.test) facts.push(['To test', formatCount(given.test.count)]);
  if (channels > 1) facts.push(['Channels', describeChannels(dataset)]);
  if (found) {
    facts.unshift(['Format', formats[found.format] ?? found.format]);
    if (found.label !== null) facts.push(['Class', places[found.label] ?? `column “${found.label}”`]);
    if (found.missing > 0) facts.push(['Missing', `${formatCount(found.missing)} values`]);
  }
  return facts;
}

const places: Record<string, string> = { first: 'first column', last: 'last column' };

const formats: Record<string, string> = {
  csv: 'table, one series to a row',
  'csv-long': 'table, one moment of a series to a row',
  'csv-log': 'log, one moment to a row',
  'one-a-series': 'one file for each series',
  ucr: 'UCR archive',
  ts: 'sktime and UEA archive (.ts)',
  arff: 'Weka (.arff)',
  npy: 'NumPy array',
  npz: 'NumPy arrays (.npz)',
  json: 'JSON',
  parquet: 'Parquet',
  xlsx: 'Excel, first sheet',
};

function describeSteps(dataset: Dataset): string {
  let shortest = dataset.time;
  let longest = 0;
  for (let row = 0; row < dataset.count; row++) {
    const steps = stepsOf(dataset, row);
    shortest = Math.min(shortest, steps);
    longest = Math.max(longest, steps);
  }
  return shortest === longest ? formatCount(longest) : `${formatCount(shortest)} to ${formatCount(longest)}`;
}

/** The most channels that are named. */
const mostNamed = 4;

function describeChannels(dataset: Dataset): string {
  const { channels, channelNames } = dataset;
  if (!channelNames) return formatCount(channels);
  const names = channelNamesOf(dataset);
  const rest = channels - mostNamed;
  return `${channels}: ${rest > 0 ? `${names.slice(0, mostNamed).join(', ')} and ${rest} more` : listOf(names)}`;
}

const mostClasses = 10;

function ClassCounts({ dataset }: { dataset: Dataset }) {
  const counts = classCounts(dataset);
  const largest = counts.reduce((most, count) => Math.max(most, count), 0);
  const rows = counts.map((count, label) => ({ count, name: dataset.classNames[label] as string }));
  const hidden = rows.length - mostClasses;
  return (
    <div>
      <h3>{formatCount(rows.length)} classes</h3>
      <ul class="class-counts">
        {rows.slice(0, mostClasses).map(({ name, count }) => (
          <li key={name}>
            <span class="class-name">{name}</span>
            <ShareBar share={count / largest} />
            <span>{formatCount(count)}</span>
          </li>
        ))}
      </ul>
      {hidden > 0 && <p class="quiet">and {formatCount(hidden)} more</p>}
    </div>
  );
}
