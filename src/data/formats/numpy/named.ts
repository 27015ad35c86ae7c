import { DataError } from '../../errors';
import type { DataFile } from '../format';
import type { ArrayFiles } from './arrays';
import { describeShape, readArrayHeader } from './header';

/** Names that people give to arrays, in lower case. The part of a data set may be in front or behind. */
const roles: Record<keyof ArrayFiles, readonly string[]> = {
  values: ['x', 'data', 'values', 'series', 'samples', 'inputs', 'arr_0'],
  labels: ['y', 'label', 'labels', 'target', 'targets', 'class', 'classes', 'outputs', 'arr_1'],
  ids: ['id', 'ids', 'name', 'names'],
  groups: ['group', 'groups', 'subject', 'subjects'],
};
/** Parts of a data set, in the order in which they are preferred. */
const parts = ['', 'train', 'training', 'test', 'testing', 'val', 'valid', 'validation'];

export interface NamedArrays {
  files: ArrayFiles;
  warnings: string[];
}

/**
 * Tells from their names what several arrays are: `X` and `y`, or `X_train` and `y_train`, and so on.
 * @param place what holds them, for messages.
 * @throws DataError when none is known to be the values.
 */
export async function nameArrays(place: string, files: readonly DataFile[]): Promise<NamedArrays> {
  const named = new Map(files.map((file) => [plainName(file), file]));
  const found = parts.map((part) => ({ part, files: pick(named, part) })).filter(({ files }) => files.values);
  const chosen = found[0];
  if (!chosen?.files.values) {
    throw new DataError(
      `${place} has the arrays ${await describe(files)}; expected X, the values, and y, the labels: np.savez('data.npz', X=X, y=y).`,
    );
  }
  const warnings: string[] = [];
  const others = found.slice(1).map(({ part }) => part);
  if (others.length > 0) {
    warnings.push(
      `${place} has several parts. Only ${chosen.part || 'the one without a name'} was read, not ${others.join(', ')}: save each part as a file of its own.`,
    );
  }
  const used = new Set(Object.values(chosen.files));
  const unused = files.filter(
    (file) => !used.has(file) && !others.some((part) => endsWith(plainName(file), part)),
  );
  if (unused.length > 0) warnings.push(`${place}: the arrays ${await describe(unused)} were not used.`);
  return { files: chosen.files as ArrayFiles, warnings };
}

function pick(named: ReadonlyMap<string, DataFile>, part: string): Partial<ArrayFiles> {
  const find = (names: readonly string[]): DataFile | undefined =>
    names
      .flatMap((name) => (part ? [`${name}_${part}`, `${part}_${name}`, name + part] : [name]))
      .map((name) => named.get(name))
      .find((file) => file !== undefined);
  return Object.fromEntries(
    Object.entries(roles)
      .map(([role, names]) => [role, find(names)])
      .filter(([, file]) => file !== undefined),
  );
}

function endsWith(name: string, part: string): boolean {
  return part !== '' && (name.endsWith(part) || name.startsWith(part));
}

/** `data/X.npy` → `x`. */
function plainName({ name }: DataFile): string {
  return name
    .replace(/^.*\//, '')
    .replace(/\.npy$/i, '')
    .toLowerCase();
}

async function describe(files: readonly DataFile[]): Promise<string> {
  const shown = files.slice(0, 8).map(async (file) => {
    const { shape } = await readArrayHeader(file);
    return `${file.name.replace(/^.*\/|\.npy$/gi, '')} ${describeShape(shape)}`;
  });
  const texts = await Promise.all(shown);
  return files.length > texts.length
    ? `${texts.join(', ')} and ${files.length - texts.length} more`
    : texts.join(', ');
}
