import { DataError } from '../../errors';
import { suggest } from '../../suggest';
import type { ReadOptions } from '../format';
import { columnOf, type Draft, listed, quoted, sentence } from './draft';
import { findForm } from './form';
import { findHeader } from './header';
import { findLabel } from './label';
import { isIdName, isPersonName } from './names';
import { adviceOn, isNumber } from './numbers';
import { numberedColumns, type Profile, profileColumns } from './profile';
import { refuseHalves, refuseTitle } from './refusals';
import type { Sample } from './sample';

/** How a table is to be read. Columns are given by their positions; −1: there is none. */
export interface TablePlan {
  /** A row is a series; a row is a moment of one of several series; a row is a moment of one recording. */
  form: 'wide' | 'long' | 'log';
  names: string[] | null;
  /** Number of columns, without an empty one after a separator at the end of each row. */
  width: number;
  label: number;
  id: number;
  time: number;
  group: number;
  /** Columns of values; of a wide table, those of its first step, then of its second, and so on. */
  values: number[];
  channels: number;
  channelNames?: string[];
  /** Columns that are kept beside the series. */
  about: number[];
  guesses: string[];
}

/** @throws DataError that names the option that says what cannot be told from the file. */
export function planTable(fileName: string, sample: Sample, options: ReadOptions): TablePlan {
  refuseTitle(fileName, sample);
  const { names: found, guesses } = findHeader([...sample.head, ...sample.rest], options.header);
  const head = found ? sample.head.slice(1) : sample.head;
  const body = [...head, ...sample.rest];
  if (!body[0]) throw new DataError(`${fileName} holds no series: it has the names of columns, but no rows.`);
  const { width, names } = fitHeader(fileName, found, body, sample.lines);
  if (width < 2 && options.label !== 'none') {
    throw new DataError(
      `${fileName}, line ${sample.lines[0]}: there are no values beside the label. ` +
        'Values are separated by commas, semicolons, tabs, bars or spaces.',
    );
  }
  const profiles = profileColumns(body, width, names);
  if (!profiles.some(({ isNumeric }) => isNumeric)) throw noNumbers(fileName, profiles);
  const draft: Draft = {
    fileName,
    options,
    separator: sample.rows.separator,
    hasHeader: names !== null,
    profiles,
    body,
    contiguous: head.length,
    label: -1,
    id: -1,
    time: -1,
    group: -1,
    guesses,
  };
  draft.group = saidColumn(draft, 'group');
  draft.id = saidColumn(draft, 'id');
  draft.time = saidColumn(draft, 'time');
  if (!['first', 'last', 'none'].includes(options.label ?? 'none')) draft.label = saidColumn(draft, 'label');
  const form = findForm(draft);
  if (draft.label < 0) draft.label = findLabel(draft, form);
  const { label, id, time, group } = draft;
  const columns = form === 'wide' ? wideColumns(draft) : channelColumns(draft);
  return { form, names, width, ...columns, label, id: form === 'wide' ? draft.id : id, time, group, guesses };
}

/** Number of columns and their names, where some writers leave the name of the first one out, or end rows by a separator. */
function fitHeader(
  fileName: string,
  names: string[] | null,
  body: readonly string[][],
  lines: readonly number[],
): { width: number; names: string[] | null } {
  let width = body[0]?.length ?? 0;
  const ends = body.every((row) => row.length !== width || row[width - 1] === '');
  const isNamed = names !== null && names.length >= width && names[width - 1] !== '';
  if (ends && !isNamed && width > 1) width -= 1;
  if (!names) return { width, names };
  const trimmed = names.length > width && names[width] === '' ? names.slice(0, width) : names;
  // R's write.table gives row names a column but no name.
  const complete = trimmed.length === width - 1 ? ['', ...trimmed] : trimmed;
  if (complete.length !== width) {
    throw new DataError(
      `${fileName}, line ${lines[1]}, column ${Math.min(complete.length, width) + 1}: this line has ${width} cells, ` +
        `but line ${lines[0]} names ${complete.length} columns.`,
    );
  }
  return { width, names: complete };
}

/** The column of a name or, without a header, of a number. */
function saidColumn(draft: Draft, option: 'label' | 'id' | 'time' | 'group'): number {
  const name = draft.options[option];
  return name === undefined ? -1 : columnNamed(draft, name, option);
}

function columnNamed({ fileName, profiles, hasHeader }: Draft, name: string, option: string): number {
  const [exact, again] = profiles.filter((profile) => profile.name === name);
  if (again) {
    throw new DataError(
      `${fileName} has two columns called ${quoted(name)} (--${option}), ${(exact as Profile).index + 1} and ${again.index + 1}: rename one of them.`,
    );
  }
  const found = exact ?? profiles.find((profile) => profile.name.toLowerCase() === name.toLowerCase());
  if (found) return found.index;
  const names = profiles.map((profile) => profile.name);
  const meant = hasHeader ? suggest(name, names) : undefined;
  const advice = meant
    ? `Did you mean ${JSON.stringify(meant)}?`
    : hasHeader
      ? `Its columns are ${listed(names)}.`
      : `Its first row has no names, so give the number of the column: 1 to ${names.length}.`;
  throw new DataError(`${fileName} has no column ${JSON.stringify(name)} (--${option}). ${advice}`);
}

/** Where the values of a wide table are; the id, where it has a column of them; and what else it has. */
function wideColumns(draft: Draft): Pick<TablePlan, 'values' | 'channels' | 'channelNames' | 'about'> {
  const { fileName, profiles, options, guesses, hasHeader } = draft;
  const free = profiles.filter(({ index }) => ![draft.label, draft.id, draft.group].includes(index));
  if (options.channels) {
    throw new DataError(
      `${fileName}: --channels names the columns of a table with a moment a row; this one has a series a row.`,
    );
  }
  if (draft.id < 0) draft.id = findId(draft, free);
  const rest = free.filter((profile) => profile.index !== draft.id && !isMargin(draft, profile));
  const numeric = rest.filter(({ isNumeric }) => isNumeric);
  const numbered = hasHeader ? numberedColumns(numeric) : new Map<string, number[]>();
  const counted = [...numbered.values()].flat();
  const values =
    2 * counted.length >= numeric.length && counted.length > 1 ? counted : numeric.map(({ index }) => index);
  const about = rest.map(({ index }) => index).filter((index) => !values.includes(index));
  if (values.length === 0) throw noNumbers(fileName, rest);
  refuseHalves(draft, values);
  if (about.length > 0) tellAbout(draft, about);
  const groups = [...numbered].filter(([, columns]) => columns.every((column) => values.includes(column)));
  const steps = groups[0]?.[1].length ?? 0;
  const isWhole = groups.every(([, columns]) => columns.length === steps) && counted.length === values.length;
  if (groups.length < 2 || !isWhole) return { values: values.sort((a, b) => a - b), channels: 1, about };
  const channelNames = groups.map(([prefix]) => prefix);
  guesses.push(`The names of the columns say ${groups.length} channels: ${listed(channelNames)}.`);
  return {
    values: Array.from({ length: steps }, (_, step) =>
      groups.map(([, columns]) => columns[step] as number),
    ).flat(),
    channels: groups.length,
    channelNames,
    about,
  };
}

/** Whether a column without a name before all others is empty, as beside a table that begins in a sheet's column B. */
function isMargin({ hasHeader, body }: Draft, { index, name }: Profile): boolean {
  const isEmpty = body.every((row) => row.slice(0, index + 1).every((cell) => cell === ''));
  return isEmpty && (!hasHeader || name === '');
}

/** A column that names the series: by its name, or since its cells are all different and are no measurements. */
function findId(draft: Draft, free: readonly Profile[]): number {
  const { hasHeader, guesses } = draft;
  const unique = free.filter(
    ({ distinct, texts, rows }) => distinct === texts.length && texts.length === rows,
  );
  const isName = ({ isNumeric, isWhole, index }: Profile): boolean => !isNumeric || (isWhole && index === 0);
  const named = hasHeader ? unique.find((profile) => isIdName(profile.name) && isName(profile)) : undefined;
  if (named) {
    if (named.index > 0 || named.isNumeric) {
      guesses.push(sentence(`${columnOf(draft, named.index)} is taken for ids (--id says otherwise).`));
    }
    return named.index;
  }
  const text = unique.find((profile) => !profile.isNumeric);
  const [first] = free;
  const others = free.filter((profile) => profile !== first);
  const stands = first && first.index === 0 && first.rows >= 4 && unique.includes(first) && first.isWhole;
  const differs = stands && others.length > 1 && others.every((other) => !other.isWhole);
  const found = text ?? (differs ? first : undefined);
  if (!found) return -1;
  guesses.push(
    sentence(
      `${columnOf(draft, found.index)} is taken for ids: its cells are all different (--id says otherwise).`,
    ),
  );
  return found.index;
}

function tellAbout(draft: Draft, about: readonly number[]): void {
  const { profiles, guesses } = draft;
  const places = about.map((index) => {
    const { isNumeric, texts } = profiles[index] as Profile;
    const example = isNumeric ? undefined : texts.find((text) => !isNumber(text));
    return `${columnOf(draft, index)}${example === undefined ? '' : ` (${quoted(example.slice(0, 40))}, for example)`}`;
  });
  guesses.push(sentence(`${listed(places)} ${about.length === 1 ? 'is' : 'are'} not taken for values.`));
  const person = about.find((index) => isPersonName((profiles[index] as Profile).name));
  if (person !== undefined) {
    const { name } = profiles[person] as Profile;
    guesses.push(`Series of one ${name} may end in several parts; --group ${name} keeps them together.`);
  }
}

function noNumbers(fileName: string, profiles: readonly Profile[]): DataError {
  const told = profiles.flatMap(({ index, texts }) => texts.slice(0, 2).map((text) => ({ index, text })));
  const example = told.find(({ text }) => /\d/.test(text)) ?? told[0];
  const text = example?.text ?? '';
  const has = example ? `: column ${example.index + 1} has ${quoted(text.slice(0, 80))}, for example` : '';
  return new DataError(`${fileName} has no columns of numbers for values${has}.${adviceOn(text)}`);
}

/** The channels of a table with a moment a row, and what else it has. */
function channelColumns(draft: Draft): Pick<TablePlan, 'values' | 'channels' | 'channelNames' | 'about'> {
  const { fileName, options, profiles, guesses, hasHeader } = draft;
  const roles = [draft.label, draft.id, draft.time, draft.group];
  const free = profiles.filter(({ index }) => !roles.includes(index));
  const values = options.channels
    ? options.channels.map((name) => columnNamed(draft, name, 'channels'))
    : free.filter(({ isNumeric }) => isNumeric).map(({ index }) => index);
  const taken = values.find((index) => roles.includes(index));
  if (taken !== undefined) {
    throw new DataError(
      `${fileName}: ${columnOf(draft, taken)} is named as a channel, but it has another role.`,
    );
  }
  if (values.length === 0)
    throw new DataError(`${fileName} has no column of numbers for a channel: name some with --channels A,B.`);
  const about = free.map(({ index }) => index).filter((index) => !values.includes(index));
  const channelNames = values.map((index) => (profiles[index] as Profile).name);
  if (!options.channels) {
    guesses.push(
      `${values.length === 1 ? 'The channel is' : 'The channels are'} ${listed(channelNames.map(quoted))} (--channels says otherwise).`,
    );
  }
  return { values, channels: values.length, ...(hasHeader && { channelNames }), about };
}
