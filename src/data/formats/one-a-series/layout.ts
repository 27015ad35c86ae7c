import type { SideTable } from '../../dataset';
import { DataError } from '../../errors';
import type { DataFile, ReadOptions } from '../format';
import { isArray } from '../numpy/header';
import { isIdName, labelRank } from '../table/names';
import { isNumber } from '../table/numbers';
import { forEachRow } from '../table/rows';
import { sampleTable } from '../table/sample';
import { isText, TextDecoding } from '../table/text';

/** Which file is which series. */
export interface Layout {
  series: { file: DataFile; label?: string; group?: string; place: string }[];
  /** Where the labels are. */
  label: string | null;
  about?: SideTable;
  guesses: string[];
  warnings: string[];
}

const headSize = 1 << 12;
/** Files that are looked at. */
const mostTables = 16;

/** `a/b/001.csv` → `b`; undefined: the file is in no folder, or only in an archive. */
function folderOf(name: string): string | undefined {
  const folder = name.split('/').at(-2);
  return folder === undefined || /\.(zip|tgz|tar)$/i.test(folder) ? undefined : folder;
}

/** A folder a class: `walking/001.csv`, `running/001.csv`. Undefined: the files are not arranged so. */
export async function findFolders(
  files: readonly DataFile[],
  isRead: (head: Uint8Array) => boolean,
): Promise<Layout | undefined> {
  const folders = new Map<string, DataFile[]>();
  for (const file of files) {
    const folder = folderOf(file.name);
    if (folder === undefined) return undefined;
    folders.set(folder, [...(folders.get(folder) ?? []), file]);
  }
  if (folders.size < 2 || files.length === folders.size) return undefined;
  for (const [first] of folders.values()) {
    const head = await (first as DataFile).read(0, Math.min(headSize, (first as DataFile).size));
    if (!isRead(head)) return undefined;
  }
  return {
    series: files.map((file) => ({ file, label: folderOf(file.name), place: file.name })),
    label: 'folder',
    guesses: [
      `Each file is taken for one series, and its folder for the label: ${[...folders.keys()].slice(0, 8).join(', ')}.`,
    ],
    warnings: [],
  };
}

/** A table that says of each other file which label it has. Undefined: there is no such table. */
export async function findTable(
  files: readonly DataFile[],
  options: ReadOptions,
): Promise<Layout | undefined> {
  const byName = new Map<string, DataFile>();
  for (const file of files) for (const name of namesOf(file.name)) byName.set(name, file);
  for (const file of likelyTables(files)) {
    const head = await file.read(0, Math.min(headSize, file.size));
    if (isArray(head) || !isText(head)) continue;
    const { head: rows } = await sampleTable(file);
    const [names = [], row = names] = rows;
    const column = row.findIndex((cell, index) => {
      const isMeant = !isNumber(cell) || (rows.length > 1 && isIdName(names[index] ?? ''));
      return isMeant && byName.has(cell) && byName.get(cell) !== file && namesEachOnce(rows, index, byName);
    });
    if (column >= 0) return await readIndex(file, column, byName, options);
  }
  return undefined;
}

/** Whether no file stands twice in a column, as files that are called as the classes do. */
function namesEachOnce(
  rows: readonly string[][],
  column: number,
  byName: ReadonlyMap<string, DataFile>,
): boolean {
  const named = rows.map((row) => byName.get(row[column] ?? '')).filter((file) => file !== undefined);
  return new Set(named).size === named.length;
}

/** It is in the outermost folder, and mostly called what it is. */
function likelyTables(files: readonly DataFile[]): DataFile[] {
  const depth = ({ name }: DataFile): number => name.split('/').length;
  const least = files.reduce((fewest, file) => Math.min(fewest, depth(file)), Number.POSITIVE_INFINITY);
  const isCalledSo = ({ name }: DataFile): boolean =>
    /(label|index|meta|ref|annot|target|class|info|list|manifest|train|test)[^/]*$/i.test(name);
  const outermost = files.filter((file) => depth(file) === least);
  return [...outermost.filter(isCalledSo), ...outermost.filter((file) => !isCalledSo(file))].slice(
    0,
    mostTables,
  );
}

/** What a table may call a file: `a/001.csv`, `001.csv`, `a/001` or `001`. */
function namesOf(name: string): string[] {
  const parts = name.split('/');
  const paths = parts.map((_, i) => parts.slice(i).join('/'));
  return paths.flatMap((path) => [path, path.replace(/\.[^./]+$/, '')]);
}

async function readIndex(
  table: DataFile,
  fileColumn: number,
  byName: ReadonlyMap<string, DataFile>,
  options: ReadOptions,
): Promise<Layout> {
  const { rows, head } = await sampleTable(table);
  const hasHeader = !byName.has(head[0]?.[fileColumn] ?? '');
  const names = (head[0] ?? []).map((cell, index) => (hasHeader ? cell : `column ${index + 1}`));
  const label = findLabel(table.name, names, fileColumn, hasHeader, options);
  const group = options.group === undefined ? -1 : names.indexOf(options.group);
  const others = [...names.keys()].filter((index) => ![fileColumn, label, group].includes(index));
  const about = new Map(others.map((index) => [names[index] as string, [] as string[]]));
  const series: Layout['series'] = [];
  let isHeader = hasHeader;
  await forEachRow(
    { ...rows, decoding: new TextDecoding(table.name) },
    (row) => {
      if (isHeader) {
        isHeader = false;
        return;
      }
      const name = row.text(fileColumn);
      const file = byName.get(name);
      if (!file) {
        throw new DataError(
          `${table.name}, line ${row.line}, column ${fileColumn + 1}: there is no file ${JSON.stringify(name)} among those that were given.`,
        );
      }
      if (row.count < names.length)
        throw new DataError(
          `${table.name}, line ${row.line}: ${row.count} cells where the first line has ${names.length}.`,
        );
      series.push({
        file,
        ...(label >= 0 && { label: row.text(label) }),
        ...(group >= 0 && { group: row.text(group) }),
        place: `${table.name}, line ${row.line}, column ${label + 1}`,
      });
      for (const index of others) about.get(names[index] as string)?.push(row.text(index));
    },
    () => {},
  );
  const used = new Set([table, ...series.map(({ file }) => file)]);
  const unused = [...new Set(byName.values())].filter((file) => !used.has(file));
  return {
    series,
    label: label < 0 ? null : (names[label] as string),
    about: Object.fromEntries(about),
    guesses: [
      `Each file is taken for one series; ${table.name} says which they are${label < 0 ? '' : ` and, in ${names[label]}, their labels`}.`,
    ],
    warnings:
      unused.length === 0
        ? []
        : [
            `${table.name} does not name ${unused.length} of the files, which were left out: ${unused
              .slice(0, 4)
              .map(({ name }) => name)
              .join(', ')}.`,
          ],
  };
}

function findLabel(
  tableName: string,
  names: readonly string[],
  fileColumn: number,
  hasHeader: boolean,
  { label }: ReadOptions,
): number {
  if (label === 'none') return -1;
  if (label === 'first') return 0;
  if (label === 'last') return names.length - 1;
  const others = [...names.keys()].filter((index) => index !== fileColumn);
  if (label !== undefined) {
    const index = names.indexOf(label);
    if (index < 0)
      throw new DataError(
        `${tableName} has no column ${JSON.stringify(label)}; it has ${names.slice(0, 12).join(', ')}.`,
      );
    return index;
  }
  if (others.length === 1) return others[0] as number;
  const ranked = others.filter((index) => hasHeader && labelRank(names[index] as string) >= 0);
  const [best] = ranked.sort((a, b) => labelRank(names[a] as string) - labelRank(names[b] as string));
  if (best !== undefined) return best;
  throw new DataError(
    `${tableName} names files, but it cannot be told which of its columns holds the label (${names.slice(0, 12).join(', ')}). Say it with --label NAME.`,
  );
}
