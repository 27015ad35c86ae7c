import { withChannelsOf } from '../channels';
import type { Dataset, SideTable } from '../dataset';
import { DataError } from '../errors';
import { type PackedTexts, packTexts, unpackTexts } from '../packed-texts';
import { findClasses } from './class-names';
import type { Found, Reading, ReadOptions } from './format';

/**
 * The series of several files as one data set, in the order of the files. It has the classes of all, and ids, groups
 * and columns of the side table where every file has them.
 * @param names of the files, for errors.
 * @throws DataError when the files do not fit together.
 */
export function joinReadings(
  readings: readonly Reading[],
  names: readonly string[],
  options: ReadOptions,
): Reading {
  const [first, ...others] = readings;
  if (!first) throw new DataError('There are no files to read.');
  if (others.length === 0) return first;
  const datasets = readings.map(({ dataset }, index) => {
    const [firstName, name] = [names[0] as string, names[index] as string];
    checkLabels(first.dataset, dataset, firstName, name);
    return withChannelsOf(dataset, first.dataset, { other: name, like: firstName });
  });
  const dataset = joinDatasets(datasets, options.classNames);
  return { dataset, found: joinFound(readings.map((reading) => reading.found)) };
}

function checkLabels(first: Dataset, other: Dataset, firstName: string, name: string): void {
  if (isLabelled(other) === isLabelled(first)) return;
  const [without, labelled] = isLabelled(first) ? [name, firstName] : [firstName, name];
  throw new DataError(`${without} has no labels, but ${labelled} has: read them separately.`);
}

function isLabelled({ labels }: Dataset): boolean {
  return labels.some((label) => label >= 0);
}

function joinDatasets(datasets: readonly Dataset[], known: readonly string[] | undefined): Dataset {
  const [first] = datasets as [Dataset];
  const { channels, channelNames } = first;
  const count = datasets.reduce((sum, dataset) => sum + dataset.count, 0);
  const time = datasets.reduce((most, dataset) => Math.max(most, dataset.time), 0);
  const series = new Float32Array(count * time * channels);
  const labels = new Int32Array(count);
  const lengths = new Int32Array(count);
  const { classNames, indexOf } = joinClasses(datasets, known);
  let row = 0;
  for (const dataset of datasets) {
    const size = dataset.time * channels;
    for (let i = 0; i < dataset.count; i++, row++) {
      series.set(dataset.series.subarray(i * size, (i + 1) * size), row * time * channels);
      const label = dataset.labels[i] as number;
      labels[row] = label < 0 ? -1 : indexOf(dataset.classNames[label] as string);
      lengths[row] = dataset.lengths?.[i] ?? dataset.time;
    }
  }
  const all = (pick: (dataset: Dataset) => PackedTexts | undefined): PackedTexts | undefined => {
    const columns = datasets.flatMap((dataset) => pick(dataset) ?? []);
    return columns.length === datasets.length ? packTexts(textsOf(columns)) : undefined;
  };
  const ids = all((dataset) => dataset.ids);
  const groups = all((dataset) => dataset.groups);
  const hasRegions = datasets.some((dataset) => dataset.regions !== undefined);
  const about = joinAbout(datasets);
  return {
    count,
    time,
    channels,
    series,
    labels,
    classNames,
    ...(lengths.some((length) => length !== time) && { lengths }),
    ...(channelNames && { channelNames }),
    ...(ids && { ids }),
    ...(groups && { groups }),
    ...(hasRegions && {
      regions: datasets.flatMap(({ regions, count }) => regions ?? Array.from({ length: count }, () => [])),
    }),
    ...(about && { about }),
  };
}

function* textsOf(columns: readonly PackedTexts[]): Generator<string> {
  for (const column of columns) yield* unpackTexts(column);
}

function joinClasses(datasets: readonly Dataset[], known: readonly string[] | undefined) {
  const names = [...new Set(datasets.flatMap((dataset) => dataset.classNames))];
  const { classNames, indices } = known ? { classNames: [...known], indices: [] } : findClasses(names);
  const places = known
    ? new Map(known.map((name, index) => [name, index]))
    : new Map(names.map((name, place) => [name, indices[place] as number]));
  return { classNames, indexOf: (name: string) => places.get(name) as number };
}

function joinAbout(datasets: readonly Dataset[]): SideTable | undefined {
  const columns = Object.keys(datasets[0]?.about ?? {}).filter((name) =>
    datasets.every(({ about }) => about && Object.hasOwn(about, name)),
  );
  if (columns.length === 0) return undefined;
  return Object.fromEntries(
    columns.map((name) => {
      const values = datasets.flatMap(({ about }) => about?.[name] as readonly (string | number)[]);
      return [name, values.every((value) => typeof value === 'number') ? values : values.map(String)];
    }),
  ) as SideTable;
}

function joinFound(found: readonly Found[]): Found {
  const [first] = found as [Found];
  const unique = (pick: (one: Found) => readonly string[]): string[] => [...new Set(found.flatMap(pick))];
  return {
    format: unique(({ format }) => [format]).join(' + '),
    label: first.label,
    missing: found.reduce((sum, { missing }) => sum + missing, 0),
    guesses: unique(({ guesses }) => guesses),
    warnings: unique(({ warnings }) => warnings),
  };
}
