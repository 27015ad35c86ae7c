import { type FileMetaData, parquetMetadataAsync, parquetRead, parquetSchema } from 'hyparquet';
import { DataError } from '../../errors';
import type { DataFile, Progress, Reading, ReadOptions } from '../format';
import { JsonEntries } from '../json/entries';
import { type Cell, SheetText } from '../sheet-text';
import { textTable } from '../table/text-table';
import { compressors } from './codecs';
import { findListColumns, isIndexName, type ListColumns } from './columns';
import { checkPages } from './pages';

/** Reads a Parquet file: with lists of numbers in columns a series a row, else as the text of a table would be read. */
export async function readParquetFile(
  file: DataFile,
  options: ReadOptions,
  progress: Progress,
): Promise<Reading> {
  try {
    const source = {
      byteLength: file.size,
      slice: async (start: number, end = file.size) => new Uint8Array(await file.read(start, end)).buffer,
    };
    const metadata = await parquetMetadataAsync(source, { geoparquet: false });
    await checkPages(file, metadata);
    const lists = findListColumns(file.name, parquetSchema(metadata), options);
    const rows = rowsOf(source, metadata, (read) => progress(Math.floor(read * file.size), file.size));
    return lists
      ? await readLists(file, rows, lists, options)
      : await readTable(file, rows, metadata, options);
  } catch (error) {
    if (error instanceof DataError || (error as Error).name === 'AbortError') throw error;
    throw new DataError(
      `${file.name} is a damaged Parquet file, or one that cannot be read here (${(error as Error).message}).`,
    );
  }
}

type Row = Record<string, unknown>;

/** Rows, a row group at a time. @param progress hears which share has been read. */
async function* rowsOf(
  file: Parameters<typeof parquetRead>[0]['file'],
  metadata: FileMetaData,
  progress: (share: number) => void,
): AsyncGenerator<Row[]> {
  const count = Number(metadata.num_rows);
  let rowStart = 0;
  for (const group of metadata.row_groups) {
    const rowEnd = rowStart + Number(group.num_rows);
    let rows: Row[] = [];
    await parquetRead({
      file,
      metadata,
      compressors,
      rowStart,
      rowEnd,
      rowFormat: 'object',
      onComplete: (read) => {
        rows = read;
      },
    });
    yield rows;
    progress(Math.min(1, rowEnd / count));
    rowStart = rowEnd;
  }
}

async function readLists(
  file: DataFile,
  groups: AsyncIterable<Row[]>,
  { values, label, id }: ListColumns,
  options: ReadOptions,
): Promise<Reading> {
  const entries = new JsonEntries(file.name, { ...options, label, id }, 'parquet');
  const [only, ...others] = values;
  let number = 0;
  for await (const rows of groups) {
    for (const row of rows) {
      number += 1;
      const own = Object.entries(row).filter(([name]) => !values.includes(name) && !isIndexName(name));
      const lists =
        others.length === 0
          ? toPlain(row[only as string])
          : Object.fromEntries(values.map((name) => [name, toPlain(row[name])]));
      const entry = {
        ...Object.fromEntries(own.map(([name, value]) => [name, toScalar(value)])),
        values: lists,
      };
      entries.add(entry, `${file.name}, row ${number}`);
    }
  }
  return entries.finish();
}

async function readTable(
  file: DataFile,
  groups: AsyncIterable<Row[]>,
  metadata: FileMetaData,
  options: ReadOptions,
): Promise<Reading> {
  const names = parquetSchema(metadata)
    .children.map(({ element }) => element.name)
    .filter((name) => !isIndexName(name));
  const text = new SheetText();
  text.push(names);
  let number = 0;
  for await (const rows of groups) {
    for (const row of rows) {
      number += 1;
      text.push(names.map((name) => toCell(row[name], `${file.name}, row ${number}, column ${name}`)));
    }
  }
  const { dataset, found } = await textTable.read(
    text.toFile(file.name),
    { header: true, ...options },
    () => {},
  );
  return { dataset, found: { ...found, format: found.format.replace(/^csv/, 'parquet') } };
}

function toCell(value: unknown, place: string): Cell {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'object') return value as Cell;
  if (value instanceof Date) return value;
  throw new DataError(
    `${place}: a cell holds ${Array.isArray(value) ? 'a list' : 'an object'}; expected a number or a text.`,
  );
}

/** Lists as plain arrays of numbers. */
function toPlain(value: unknown): unknown {
  if (Array.isArray(value) || ArrayBuffer.isView(value))
    return Array.from(value as ArrayLike<unknown>, toPlain);
  if (typeof value === 'bigint' || typeof value === 'boolean') return Number(value);
  return value ?? null;
}

/** Wide integers keep their digits, as ids may need them. */
function toScalar(value: unknown): unknown {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  return value instanceof Date ? value.toISOString() : value;
}
