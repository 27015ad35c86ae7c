import type { Dataset } from './dataset';
import { DataError } from './errors';

/**
 * A data set with its channels in the order of another one's, where both name theirs. The name of an only channel says
 * nothing.
 * @param other what the message calls the data set, and `like` what it calls the other one.
 * @throws DataError when they have not the same channels.
 */
export function withChannelsOf(
  dataset: Dataset,
  first: Pick<Dataset, 'channels' | 'channelNames'>,
  { other, like }: { other: string; like: string },
): Dataset {
  if (dataset.channels !== first.channels) {
    throw new DataError(
      `${other} has ${countOf(dataset)} and ${like} has ${countOf(first)}: both must have the same.`,
    );
  }
  const { channels, channelNames: names } = dataset;
  const { channelNames: wanted } = first;
  if (channels === 1 || !names || !wanted || names.join('\n') === wanted.join('\n')) return dataset;
  const places = wanted.map((name) => names.indexOf(name));
  if (places.includes(-1)) {
    throw new DataError(
      `${other} has the channels ${listed(names)}; ${like} has ${listed(wanted)}. Both must have the same: name them alike, or ` +
        'say which with --channels.',
    );
  }
  const series = dataset.series.map(
    (_, i) => dataset.series[i - (i % channels) + (places[i % channels] as number)] as number,
  );
  return { ...dataset, series, channelNames: [...wanted] };
}

function countOf({ channels }: Pick<Dataset, 'channels'>): string {
  return channels === 1 ? 'one channel' : `${channels} channels`;
}

function listed(names: readonly string[]): string {
  return names.length > 8 ? `${names.slice(0, 8).join(', ')} and ${names.length - 8} more` : names.join(', ');
}
