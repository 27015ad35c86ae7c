import { DataError } from '../../errors';
import { isEvenlySpaced, momentOf } from '../table/profile';
import { readValue } from '../values';

/** A line of data: the values of each channel, and what stands behind the last colon. */
export interface SeriesLine {
  channels: Float32Array[];
  /** Absent: the lines have no labels. */
  label?: string;
}

/** `1,2,3:4,5,6:a` */
export function readPlainLine(text: string, hasLabel: boolean, place: string): SeriesLine {
  const parts = text.split(':');
  const label = hasLabel ? parts.pop()?.trim() : undefined;
  if (parts.length === 0) throw new DataError(`${place}: there is no label; it stands last, after a colon.`);
  const channels = parts.map((part, channel) => {
    const texts = part.split(',');
    return Float32Array.from(texts, (value, step) =>
      readValue(value.trim(), () => `${place}, channel ${channel + 1}, value ${step + 1}`),
    );
  });
  return { channels, label };
}

const moment = /\s*\(([^()]*),([^(),]*)\)\s*/y;

/**
 * `(2007-01-01 00:00:00,1.5),(2007-01-01 00:01:00,2):a`. Times must rise.
 * @param notice hears that the times of a channel are not evenly spaced.
 */
export function readStampedLine(
  text: string,
  hasLabel: boolean,
  place: string,
  notice: () => void,
): SeriesLine {
  const channels: Float32Array[] = [];
  let at = 0;
  do {
    const times: number[] = [];
    const values: number[] = [];
    const here = () => `${place}, channel ${channels.length + 1}, value ${values.length + 1}`;
    do {
      moment.lastIndex = at;
      const [all, time = '', value = ''] = moment.exec(text) ?? [];
      if (!all) throw new DataError(`${here()}: expected a time and a value, such as (0,1.5).`);
      times.push(readTime(time.trim(), times.at(-1), here));
      values.push(readValue(value.trim(), here));
      at = moment.lastIndex;
    } while (text[at++] === ',');
    if (times.length > 2 && !isEvenlySpaced(times)) notice();
    channels.push(Float32Array.from(values));
  } while (text[at - 1] === ':' && /^\s*\(/.test(text.slice(at, at + 20)));
  const hasMore = at <= text.length;
  if (hasLabel && !hasMore)
    throw new DataError(`${place}: there is no label; it stands last, after a colon.`);
  if (hasMore && (!hasLabel || text[at - 1] !== ':')) {
    throw new DataError(
      `${place}: ${JSON.stringify(text.slice(at - 1, at + 20))} was not expected after the values.`,
    );
  }
  return { channels, label: hasLabel ? text.slice(at).trim() : undefined };
}

function readTime(text: string, before: number | undefined, place: () => string): number {
  const time = momentOf(text);
  if (Number.isNaN(time))
    throw new DataError(`${place()}: ${JSON.stringify(text)} is neither a number nor a date.`);
  if (before !== undefined && time <= before) {
    throw new DataError(
      `${place()}: the time ${text} is not after the one before it; the values must be in order.`,
    );
  }
  return time;
}
