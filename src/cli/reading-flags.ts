import type { ArgsDef } from 'citty';
import type { ReadOptions } from '../data/formats/format';
import { CommandError } from './errors';

function flag<const Hint extends string>(valueHint: Hint, description: string) {
  return { type: 'string', valueHint, description } as const;
}

/** Flags that say how data files are to be read; all that is not said is guessed, and told. */
export const readingFlags = {
  label: flag('NAME|first|last|none', 'column of the labels; none: the series have no labels'),
  header: {
    type: 'boolean',
    description: 'the first row of a table has the names of its columns',
    negativeDescription: 'the first row of a table is data',
  },
  rows: { type: 'enum', options: ['series', 'moments'], description: 'what a row of a table is' },
  id: flag('NAME', 'column that names the series of a row'),
  time: flag('NAME', 'column that has the moment of a row'),
  channels: flag('A,B,C', 'columns of the channels, of a table with a moment a row'),
  group: flag('NAME', 'column whose equal values stay together when the series are split, such as a person'),
  window: flag('N', 'cut a recording, a moment a row, into windows of N rows'),
  stride: flag('N', 'rows from one window to the next (default: its length)'),
  purity: flag('X', 'leave out windows in which less than this share of the rows has one label (default 0)'),
  axes: {
    type: 'enum',
    options: ['nct', 'ntc'],
    description: 'axes of an array: series, channels, time; or the last two swapped',
  },
} as const satisfies ArgsDef;

export type ReadingFlagValues = {
  [Name in keyof typeof readingFlags]?: string | boolean | undefined;
};

/** @throws CommandError that names the flag with a wrong value. */
export function readOptions(flags: ReadingFlagValues): ReadOptions {
  const text = (name: keyof ReadingFlagValues): string | undefined => {
    const value = flags[name];
    return typeof value === 'string' ? value : undefined;
  };
  const channels = text('channels')
    ?.split(',')
    .map((name) => name.trim());
  const options: { [Key in keyof ReadOptions]: ReadOptions[Key] | undefined } = {
    label: text('label'),
    header: typeof flags.header === 'boolean' ? flags.header : undefined,
    rows: text('rows') as ReadOptions['rows'],
    id: text('id'),
    time: text('time'),
    channels,
    group: text('group'),
    window: numberOf(
      'window',
      text('window'),
      (value) => Number.isInteger(value) && value > 0,
      'a whole number above 0',
    ),
    stride: numberOf(
      'stride',
      text('stride'),
      (value) => Number.isInteger(value) && value > 0,
      'a whole number above 0',
    ),
    purity: numberOf('purity', text('purity'), (value) => value >= 0 && value <= 1, 'a number from 0 to 1'),
    axes: text('axes') as ReadOptions['axes'],
  };
  if (options.window === undefined && (options.stride ?? options.purity) !== undefined) {
    throw new CommandError('--stride and --purity are for windows: say their length with --window N.');
  }
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

function numberOf(
  name: string,
  text: string | undefined,
  isAllowed: (value: number) => boolean,
  expected: string,
): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!isAllowed(value)) throw new CommandError(`--${name} is ${text}; it must be ${expected}.`);
  return value;
}
