import { classCounts, type Dataset } from '../data/dataset';
import { DataError } from '../data/errors';
import type { Found, Reading } from '../data/formats/format';
import { validateForTraining } from '../data/validate';
import { datasetWarnings } from '../data/warnings';

/** What `gatewave inspect --json` prints. */
export interface Inspection {
  format: string;
  series: number;
  channels: number;
  /** Steps of the shortest and of the longest series. */
  length: [min: number, max: number];
  /** Series of each class. */
  classes: Record<string, number>;
  label: string | null;
  /** Whether the series have ids. */
  ids: boolean;
  missing: number;
  guesses: string[];
  warnings: string[];
}

/** What was found in the files, with what speaks against training on it. @param source what messages call the files. */
export function inspectReading({ dataset, found }: Reading, source: string): Inspection {
  const counts = classCounts(dataset);
  const lengths = dataset.lengths ?? [dataset.time];
  const isLabelled = dataset.labels.some((label) => label >= 0);
  return {
    format: found.format,
    series: dataset.count,
    channels: dataset.channels,
    length: [least(lengths), dataset.time],
    classes: isLabelled
      ? Object.fromEntries(dataset.classNames.map((name, label) => [name, counts[label] as number]))
      : {},
    label: found.label,
    ids: dataset.ids !== undefined,
    missing: found.missing,
    guesses: found.guesses,
    warnings: [...found.warnings, ...obstacles(dataset, source), ...datasetWarnings(dataset)],
  };
}

function least(values: ArrayLike<number>): number {
  let smallest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < values.length; i++) smallest = Math.min(smallest, values[i] as number);
  return smallest;
}

function obstacles(dataset: Dataset, source: string): string[] {
  try {
    validateForTraining(dataset, source);
    return [];
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    return [error.message];
  }
}

const mostClasses = 12;

/** The same for people. @param proposal the command to go on with. */
export function formatInspection(inspection: Inspection, proposal: string): string {
  const { format, series, channels, length, classes, label, ids, missing, guesses, warnings } = inspection;
  const [min, max] = length;
  const entries = Object.entries(classes);
  const listed = entries.slice(0, mostClasses).map(([name, count]) => `${name} (${count})`);
  const more = entries.length > mostClasses ? `, and ${entries.length - mostClasses} more` : '';
  const lines = [
    `Format    ${format}`,
    `Series    ${series}`,
    `Channels  ${channels}`,
    `Length    ${min === max ? `${max} steps` : `${min} to ${max} steps`}`,
    `Classes   ${entries.length === 0 ? 'none' : `${entries.length}: ${listed.join(', ')}${more}`}`,
    `Label     ${label === null ? '-' : placeOf(label)}`,
    `Ids       ${ids ? 'yes' : 'no'}`,
    `Missing   ${missing === 0 ? 'no values' : `${missing} values`}`,
    ...section('Guessed', guesses),
    ...section('Good to know', warnings),
    ...section('Next', [proposal]),
  ];
  return `${lines.join('\n')}\n`;
}

function placeOf(label: Found['label']): string {
  return label === 'first' || label === 'last' ? `${label} column` : `column ${JSON.stringify(label)}`;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
}
