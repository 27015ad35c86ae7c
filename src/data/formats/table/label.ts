import { DataError } from '../../errors';
import { indexAmong } from '../class-names';
import { columnOf, type Draft, listed, namesOf, quoted, sentence } from './draft';
import { isIdName, isPersonName, labelRank } from './names';
import { numberedColumns, type Profile } from './profile';

/**
 * The column that holds the labels; −1: there is none. It is the one that the user names, the one that its name says,
 * the one with words that recur, or the first or the last column with few whole numbers.
 * @throws DataError when it cannot be told, and for a table without labels, unless the user or the length says that.
 */
export function findLabel(draft: Draft, form: 'wide' | 'long' | 'log'): number {
  const { options, profiles, guesses } = draft;
  if (options.label === 'none') return -1;
  if (options.label === 'first') return 0;
  if (options.label === 'last') return profiles.length - 1;
  const free = profiles.filter(({ index }) => ![draft.id, draft.time, draft.group].includes(index));
  const named = draft.hasHeader ? namedLabel(draft, free) : undefined;
  if (named) return named.index;
  const known = options.classNames ? knownLabel(free, options.classNames) : undefined;
  const found = known ?? textLabel(draft, free) ?? (form === 'wide' ? numericLabel(draft, free) : undefined);
  if (found) {
    guesses.push(
      sentence(`${columnOf(draft, found.index)} is taken for the label (--label says otherwise).`),
    );
    return found.index;
  }
  if (isAsLongAs(options.steps, free)) {
    guesses.push(
      `The series are taken for unlabelled ones of ${options.steps} steps (--label says otherwise).`,
    );
    return -1;
  }
  throw noLabel(draft, form);
}

/** By its name, if it holds what a label may be. */
function namedLabel(draft: Draft, free: readonly Profile[]): Profile | undefined {
  const ranked = free
    .map((profile) => ({ profile, rank: labelRank(profile.name, namesOf(free)) }))
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => a.rank - b.rank);
  const [best, second] = ranked;
  if (!best) return undefined;
  if (second && second.rank === best.rank) {
    throw ambiguous(draft, [best.profile, second.profile]);
  }
  const { profile } = best;
  if (profile.isNumeric && !profile.isWhole && profile.distinct > Math.max(2, profile.texts.length / 2)) {
    if (best.rank > 1) return undefined;
    throw new DataError(
      `${draft.fileName}: the column ${quoted(profile.name)} holds ${profile.distinct} different numbers in ${profile.texts.length} rows ` +
        '(a target to predict as a number?), but a label is one of a few classes. Name another column with --label NAME, ' +
        'or put its values into classes.',
    );
  }
  return profile;
}

/** The first or the last column, where most of its texts are among the classes that are asked for. */
function knownLabel(free: readonly Profile[], classNames: readonly string[]): Profile | undefined {
  const ends = [free[0], free.length > 1 ? free.at(-1) : undefined].filter(
    (profile) => profile !== undefined,
  );
  const fitting = ends.filter(({ texts }) => {
    const known = texts.filter((text) => indexAmong(classNames, text) !== undefined);
    return known.length > 0 && 2 * known.length >= texts.length;
  });
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** The one column with words that recur. */
function textLabel(draft: Draft, free: readonly Profile[]): Profile | undefined {
  const words = free.filter(({ isNumeric, isDate }) => !isNumeric && !isDate);
  const labels = words.filter(({ name, distinct, texts }) => {
    if (texts.length <= 3) return true;
    const isId = (isIdName(name) && !/name/i.test(name)) || isPersonName(name);
    return distinct < texts.length && !(draft.hasHeader && isId);
  });
  if (labels.length > 1) {
    // One that never changes says nothing beside one that does.
    const telling = labels.filter(({ distinct }) => distinct > 1);
    if (telling.length === 1) return telling[0];
    throw ambiguous(draft, labels);
  }
  return labels[0];
}

/** The first or the last column, where it has few whole numbers and the other has not. */
function numericLabel(draft: Draft, free: readonly Profile[]): Profile | undefined {
  const numeric = free.filter(({ isNumeric }) => isNumeric);
  if (numeric.length < 2) return undefined;
  if (isAsLongAs(draft.options.steps, free)) return undefined;
  if (draft.hasHeader) {
    const numbered = numberedColumns(numeric);
    const counted = [...numbered.values()].flat();
    const others = numeric.filter(({ index, name }) => !counted.includes(index) && !isIdName(name));
    const [only] = others;
    if (only && counted.length >= 2 && others.length === 1) return isClassLike(only) ? only : undefined;
    // Plain numbers may be those of all columns, the label's among them.
    if (counted.length >= 2 && others.length === 0 && !numbered.has('')) return undefined;
  }
  // Beside a column that is missing throughout, the label is still the first or the last.
  const ends = numeric.filter(
    ({ name, distinct, texts }) =>
      texts.length > 0 && !(draft.hasHeader && isIdName(name) && distinct === texts.length),
  );
  if (ends.length === 0) return undefined;
  const first = ends[0] as Profile;
  const last = ends.at(-1) as Profile;
  const candidates = (first === last ? [first] : [first, last]).filter(isClassLike);
  if (candidates.length < 2) return candidates[0];
  // The archives' own text files always have the label first.
  if (!draft.hasHeader && (draft.separator === '\t' || draft.separator === 'space')) return first;
  const others = numeric.filter((profile) => !candidates.includes(profile));
  const typical = median(others.map(({ distinct }) => distinct));
  for (const stands of [changes, fewerThan(typical), isCounting]) {
    const [one, ...more] = candidates.filter(stands);
    if (one && more.length === 0) return one;
  }
  throw ambiguous(draft, candidates);
}

/** Whole numbers of which there are few. */
function isClassLike({ isWhole, distinct, texts }: Profile): boolean {
  return isWhole && (texts.length <= 3 || distinct <= Math.max(2, texts.length / 2));
}

function changes({ distinct }: Profile): boolean {
  return distinct > 1;
}

function fewerThan(typical: number) {
  return ({ distinct }: Profile): boolean => 3 * distinct <= typical;
}

/** 0, 1, 2 … or 1, 2, 3 …, or −1 and 1. */
function isCounting({ texts }: Profile): boolean {
  const values = [...new Set(texts.map(Number))].sort((a, b) => a - b);
  if (values.join() === '-1,1') return true;
  const [least = 0] = values;
  return (least === 0 || least === 1) && values.every((value, i) => value === least + i);
}

/** Whether all columns are numbers and just as many as a series has steps. */
function isAsLongAs(steps: number | undefined, free: readonly Profile[]): boolean {
  const values = free.filter(
    ({ isNumeric, name, isWhole, distinct, texts }) =>
      isNumeric && !(isIdName(name) && isWhole && distinct === texts.length),
  );
  return steps !== undefined && values.length === steps;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

function ambiguous(draft: Draft, candidates: readonly Profile[]): DataError {
  const columns = candidates.map(({ index }) => columnOf(draft, index));
  const choices = candidates.map((candidate) => labelFlag(draft, candidate));
  return new DataError(
    `${draft.fileName}: ${listed(columns).replace(/, (?=[^,]*$)/, ' and ')} could each hold the label. ` +
      `Say which: ${listed(choices)}, or --label none.`,
  );
}

function noLabel(draft: Draft, form: 'wide' | 'long' | 'log'): DataError {
  const { fileName, body, profiles, hasHeader } = draft;
  const how = hasHeader ? '--label NAME' : '--label first, --label last or the number of its column';
  if (form !== 'wide') {
    return new DataError(
      `${fileName} has no column that looks like a label. Name it with ${how}; series without labels are read with --label none.`,
    );
  }
  // Classes of one series each look like ids.
  const unlike = profiles.find(
    ({ index, isNumeric, isWhole, isDate, distinct, texts }) =>
      distinct === texts.length && texts.length > 1 && !isDate && (isNumeric ? isWhole && index === 0 : true),
  );
  const ids = unlike
    ? ` ${sentence(columnOf(draft, unlike.index))} has ${unlike.distinct} different cells in ${unlike.texts.length} rows, as ids have; ` +
      `if they are classes nevertheless, say ${labelFlag(draft, unlike)}.`
    : '';
  return new DataError(
    `${fileName} has no column that looks like a label: neither words that recur nor, first or last, few whole numbers ` +
      `(${profiles.length} columns, ${body.length} rows looked at).${ids} Say where it is with ${how}; series without labels, ` +
      'to predict, are read with --label none.',
  );
}

/** The flag that says that a column is the label: by its name, where no other has it, else by its place. */
function labelFlag({ hasHeader, profiles }: Draft, { index, name }: Profile): string {
  const isNamed = hasHeader && name !== '' && profiles.filter((other) => other.name === name).length === 1;
  if (isNamed) return `--label ${/\s/.test(name) ? quoted(name) : name}`;
  return `--label ${index === 0 ? 'first' : index === profiles.length - 1 ? 'last' : index + 1}`;
}
