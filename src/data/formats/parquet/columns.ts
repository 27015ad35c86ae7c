import type { SchemaTree } from 'hyparquet';
import { DataError } from '../../errors';
import type { ReadOptions } from '../format';
import { isIdName, isPersonName, labelRank } from '../table/names';

/** The columns of a file whose rows are series. */
export interface ListColumns {
  /** Lists of numbers: a channel each, or one whose lists are steps of several channels. */
  values: string[];
  label?: string;
  id?: string;
}

const numbers = ['INT32', 'INT64', 'FLOAT', 'DOUBLE', 'BOOLEAN', 'FIXED_LEN_BYTE_ARRAY'];

function isList({ element }: SchemaTree): boolean {
  return (
    element.repetition_type === 'REPEATED' ||
    element.converted_type === 'LIST' ||
    element.logical_type?.type === 'LIST'
  );
}

function holdsNumbers(tree: SchemaTree): boolean {
  const [child, ...others] = tree.children;
  if (others.length > 0) return false;
  return child ? holdsNumbers(child) : numbers.includes(tree.element.type ?? '');
}

/** What pandas keeps of a frame's index. */
export function isIndexName(name: string): boolean {
  return /^__index_level_\d+__$/.test(name);
}

/**
 * The columns with lists of numbers, and what else says something of each series; undefined: there are none.
 * @throws DataError when the options name a column that is not there.
 */
export function findListColumns(
  fileName: string,
  schema: SchemaTree,
  options: ReadOptions,
): ListColumns | undefined {
  const lists = schema.children
    .filter((column) => isList(column) && holdsNumbers(column))
    .map(({ element }) => element.name);
  if (lists.length === 0) return undefined;
  const plain = schema.children.filter(
    ({ children, element }) => children.length === 0 && !isIndexName(element.name),
  );
  const names = plain.map(({ element }) => element.name);
  const check = (name: string, among: readonly string[]): string => {
    if (among.includes(name)) return name;
    throw new DataError(
      `${fileName} has no such column ${JSON.stringify(name)}; it has ${among.slice(0, 12).join(', ')}.`,
    );
  };
  const texts = plain
    .filter(({ element }) => element.type === 'BYTE_ARRAY')
    .map(({ element }) => element.name);
  const id = options.id ?? names.find((name) => isIdName(name) && !isPersonName(name) && labelRank(name) < 0);
  return {
    values: options.channels?.map((name) => check(name, lists)) ?? lists,
    label: findLabel(
      options.label,
      names,
      texts.filter((name) => name !== id),
      check,
    ),
    id: id === undefined ? undefined : check(id, names),
  };
}

function findLabel(
  said: ReadOptions['label'],
  names: readonly string[],
  texts: readonly string[],
  check: (name: string, among: readonly string[]) => string,
): string | undefined {
  if (said === 'none') return said;
  if (said === 'first') return names[0];
  if (said === 'last') return names.at(-1);
  if (said !== undefined) return check(said, names);
  const ranked = names.filter((name) => labelRank(name) >= 0).sort((a, b) => labelRank(a) - labelRank(b));
  return ranked[0] ?? (texts.length === 1 ? texts[0] : undefined);
}
