import { DataError } from '../../errors';

/** What the lines before `@data` say. Absent: nothing. */
export interface TsHeader {
  timeStamps?: boolean;
  univariate?: boolean;
  dimensions?: number;
  equalLength?: boolean;
  seriesLength?: number;
  /** Whether each series has a label. */
  classLabel?: boolean;
  classNames?: string[];
}

const flags: Record<string, 'timeStamps' | 'univariate' | 'equalLength'> = {
  timestamps: 'timeStamps',
  univariate: 'univariate',
  equallength: 'equalLength',
};
const counts: Record<string, 'dimensions' | 'seriesLength'> = {
  dimension: 'dimensions',
  dimensions: 'dimensions',
  serieslength: 'seriesLength',
};
/** Keys that say nothing the data do not. */
const ignored = new Set(['problemname', 'missing', 'targetlabel', 'data']);

/**
 * Takes a line such as `@classLabel true a b` into the header.
 * @returns a warning, if there is one.
 */
export function readHeaderLine(header: TsHeader, text: string, place: string): string | undefined {
  const [word = '', ...values] = text
    .slice(1)
    .trim()
    .split(/[\s,]+/);
  const key = word.toLowerCase();
  const flag = Object.hasOwn(flags, key) ? flags[key] : undefined;
  const count = Object.hasOwn(counts, key) ? counts[key] : undefined;
  if (flag) header[flag] = readFlag(values[0], `${place}: @${word}`);
  else if (count) header[count] = readCount(values[0], `${place}: @${word}`);
  else if (key === 'classlabel') {
    header.classLabel = readFlag(values[0], `${place}: @${word}`);
    header.classNames = header.classLabel && values.length > 1 ? values.slice(1) : undefined;
  } else if (key === 'targetlabel' && readFlag(values[0], `${place}: @${word}`)) {
    throw new DataError(
      `${place}: @${word} true says that the series have numbers to predict, but a label is one of a few classes. ` +
        'Put the numbers into classes first.',
    );
  } else if (!ignored.has(key)) return `${place}: @${word} is not known and was left out.`;
  return undefined;
}

function readFlag(value: string | undefined, place: string): boolean {
  const flag = value?.toLowerCase();
  if (flag !== 'true' && flag !== 'false') {
    throw new DataError(`${place} is ${JSON.stringify(value ?? '')}; expected true or false.`);
  }
  return flag === 'true';
}

function readCount(value: string | undefined, place: string): number {
  if (!/^[1-9]\d{0,8}$/.test(value ?? '')) {
    throw new DataError(`${place} is ${JSON.stringify(value ?? '')}; expected a whole number above 0.`);
  }
  return Number(value);
}
