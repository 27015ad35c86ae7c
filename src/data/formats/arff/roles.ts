import { DataError } from '../../errors';
import type { ReadOptions } from '../format';
import { isIdName, isPersonName, labelRank } from '../table/names';
import type { Attribute } from './attributes';

/** What each attribute is for, as its index; −1: none. */
export interface Roles {
  label: number;
  id: number;
  group: number;
  /** Numeric attributes, a step each, or one relational attribute. */
  values: number[];
  about: number[];
  guesses: string[];
}

/** @throws DataError when the options name what is not there, or the label cannot be told. */
export function findRoles(fileName: string, attributes: readonly Attribute[], options: ReadOptions): Roles {
  const guesses: string[] = [];
  const label = findLabel(fileName, attributes, options, guesses);
  const find = (name: string | undefined): number =>
    name === undefined ? -1 : indexOf(fileName, attributes, name);
  const group = find(options.group);
  const rest = attributes.map((_, index) => index).filter((index) => index !== label && index !== group);
  const id = options.id === undefined ? guessId(attributes, rest, guesses) : find(options.id);
  const others = rest.filter((index) => index !== id);
  const ofType = (type: Attribute['type']) => others.filter((index) => attributes[index]?.type === type);
  const relational = ofType('relational');
  const values = relational.length > 0 ? relational : ofType('numeric');
  if (values.length === 0)
    throw new DataError(`${fileName} has no numeric attribute, so there are no values.`);
  if (relational.length > 1) {
    throw new DataError(
      `${fileName} has ${relational.length} relational attributes; one is expected, with the channels as its rows.`,
    );
  }
  return { label, id, group, values, about: others.filter((index) => !values.includes(index)), guesses };
}

function findLabel(
  fileName: string,
  attributes: readonly Attribute[],
  { label }: ReadOptions,
  guesses: string[],
): number {
  if (label === 'none') return -1;
  if (label === 'first') return 0;
  if (label === 'last') return attributes.length - 1;
  if (label !== undefined) return indexOf(fileName, attributes, label);
  const names = attributes.map(({ name, type }, index) => ({ index, name, type }));
  const nominal = names.filter(({ type }) => type === 'nominal');
  const ranked = names
    .filter(({ name, type }) => type !== 'relational' && labelRank(name) >= 0)
    .sort((a, b) => labelRank(a.name) - labelRank(b.name));
  // Weka takes the last attribute for the class unless it is told another.
  const last = names.at(-1);
  const found =
    nominal.length === 1
      ? nominal[0]
      : last?.type === 'nominal'
        ? last
        : (ranked.find(({ type }) => nominal.length === 0 || type === 'nominal') ?? nominal[0]);
  if (!found) {
    throw new DataError(
      `${fileName} has no nominal attribute, such as @attribute class {a,b}, so there is no label. Name an attribute with --label NAME; ` +
        'series without labels, to predict, are read with --label none.',
    );
  }
  if (nominal.length !== 1) {
    guesses.push(
      `The attribute ${JSON.stringify(found.name)} is taken for the label (--label says otherwise).`,
    );
  }
  return found.index;
}

function guessId(attributes: readonly Attribute[], rest: readonly number[], guesses: string[]): number {
  const id = rest.find((index) => {
    const { name, type } = attributes[index] as Attribute;
    return type !== 'relational' && type !== 'nominal' && isIdName(name) && !isPersonName(name);
  });
  if (id === undefined) return -1;
  guesses.push(
    `The attribute ${JSON.stringify(attributes[id]?.name)} is taken for the series' ids (--id says otherwise).`,
  );
  return id;
}

function indexOf(fileName: string, attributes: readonly Attribute[], name: string): number {
  const index = attributes.findIndex((attribute) => attribute.name === name);
  if (index >= 0) return index;
  const names = attributes.slice(-8).map((attribute) => attribute.name);
  throw new DataError(
    `${fileName} has no attribute ${JSON.stringify(name)}; its last ones are ${names.join(', ')}.`,
  );
}
