import { type FileMetaData, parquetSchema, type SchemaTree } from 'hyparquet';
import { parquetHeader } from 'hyparquet/src/column.js';
import { DataError } from '../../errors';
import { checkUnpackedSize } from '../archive/unpacked';
import type { DataFile } from '../format';
import { isCodec } from './codecs';
import { checkPageRuns, type Depth } from './runs';

type ColumnMetaData = NonNullable<FileMetaData['row_groups'][number]['columns'][number]['meta_data']>;

/** A value takes at least this much memory when it is read. */
const valueBytes = 4;

/**
 * Compares what the file says of its columns with the headers of their pages, before anything is allocated for them: a
 * reader makes room for as many values as a header claims.
 * @throws DataError when they do not fit together, or the values are out of all proportion to the file.
 */
export async function checkPages(file: DataFile, metadata: FileMetaData): Promise<void> {
  let unpacked = 0;
  const schema = parquetSchema(metadata);
  const leaves = leavesOf(schema);
  const paths = leaves.map(({ path }) => path);
  for (const group of metadata.row_groups) {
    const found = group.columns.map(({ meta_data: column }) => column?.path_in_schema.join('.'));
    if (String(found) !== String(paths)) throw damaged(file, 'its columns are not those of its schema');
    for (const [index, { meta_data: column }] of group.columns.entries()) {
      if (!column) throw damaged(file, 'a column has no description');
      unpacked += await checkColumn(file, column, leaves[index] as Leaf);
      checkUnpackedSize(file.name, file.size, unpacked);
    }
  }
}

/** A column with values of its own. */
interface Leaf extends Depth {
  path: string;
}

/** All columns, in the order in which row groups have them. */
function leavesOf(tree: SchemaTree, repetition = 0, definition = 0): Leaf[] {
  if (tree.children.length === 0) return [{ path: tree.path.join('.'), repetition, definition }];
  return tree.children.flatMap((child) => {
    const { repetition_type: type } = child.element;
    return leavesOf(
      child,
      repetition + Number(type === 'REPEATED'),
      definition + Number(type !== 'REQUIRED'),
    );
  });
}

/** @returns the bytes that the column's values take, at least. */
async function checkColumn(file: DataFile, column: ColumnMetaData, leaf: Leaf): Promise<number> {
  const name = column.path_in_schema.join('.');
  const { codec } = column;
  if (!isCodec(codec)) {
    throw new DataError(
      `${file.name}: the column ${name} is packed by ${codec}; SNAPPY, GZIP, ZSTD can be read. ` +
        "Write it again: df.to_parquet('data.parquet', compression='zstd').",
    );
  }
  const start = Number(column.dictionary_page_offset || column.data_page_offset);
  const length = Number(column.total_compressed_size);
  if (!(start >= 0 && length >= 0 && start + length <= file.size))
    throw damaged(file, `the column ${name} lies outside of it`);
  const bytes = await file.read(start, start + length);
  const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.length), offset: 0 };
  let values = 0;
  let unpacked = 0;
  while (reader.offset < length - 1) {
    const page = parquetHeader(reader);
    const dictionary = page.dictionary_page_header;
    const count = (page.data_page_header ?? page.data_page_header_v2 ?? dictionary)?.num_values ?? -1;
    if (!dictionary) values += count;
    unpacked += Math.max(page.uncompressed_page_size, valueBytes * count);
    if (count < 0 || page.compressed_page_size < 0 || page.uncompressed_page_size < 0)
      throw damaged(file, `a page of ${name} has a negative size`);
    if (codec === 'UNCOMPRESSED' && page.compressed_page_size !== page.uncompressed_page_size) {
      throw damaged(file, `a page of ${name} is not packed, but has two sizes`);
    }
    checkUnpackedSize(file.name, file.size, unpacked);
    const end = reader.offset + page.compressed_page_size;
    if (end > length) throw damaged(file, `a page of ${name} ends after its column`);
    checkPageRuns(bytes.subarray(reader.offset, end), page, codec, leaf);
    reader.offset = end;
  }
  if (values !== Number(column.num_values)) {
    throw damaged(file, `${name} should have ${column.num_values} values, its pages have ${values}`);
  }
  return unpacked;
}

function damaged(file: DataFile, what: string): DataError {
  return new DataError(`${file.name} is a damaged Parquet file: ${what}.`);
}
