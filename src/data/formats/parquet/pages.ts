import { type FileMetaData, parquetSchema, type SchemaTree } from 'hyparquet';
import { parquetHeader } from 'hyparquet/src/column.js';
import { DataError } from '../../errors';
import { checkUnpackedSize } from '../archive/unpacked';
import type { DataFile } from '../format';

type ColumnMetaData = NonNullable<FileMetaData['row_groups'][number]['columns'][number]['meta_data']>;

/** A value takes at least this much memory when it is read. */
const valueBytes = 4;
const codecs = ['UNCOMPRESSED', 'SNAPPY', 'GZIP', 'ZSTD'];

/**
 * Compares what the file says of its columns with the headers of their pages, before anything is allocated for them: a
 * reader makes room for as many values as a header claims.
 * @throws DataError when they do not fit together, or the values are out of all proportion to the file.
 */
export async function checkPages(file: DataFile, metadata: FileMetaData): Promise<void> {
  let unpacked = 0;
  const paths = leavesOf(parquetSchema(metadata));
  for (const group of metadata.row_groups) {
    const found = group.columns.map(({ meta_data: column }) => column?.path_in_schema.join('.'));
    if (String(found) !== String(paths)) throw damaged(file, 'its columns are not those of its schema');
    for (const { meta_data: column } of group.columns) {
      if (!column) throw damaged(file, 'a column has no description');
      unpacked += await checkColumn(file, column);
      checkUnpackedSize(file.name, file.size, unpacked);
    }
  }
}

/** The paths of all columns, in the order in which row groups have them. */
function leavesOf(tree: SchemaTree): string[] {
  return tree.children.length > 0 ? tree.children.flatMap(leavesOf) : [tree.path.join('.')];
}

/** @returns the bytes that the column's values take, at least. */
async function checkColumn(file: DataFile, column: ColumnMetaData): Promise<number> {
  const name = column.path_in_schema.join('.');
  if (!codecs.includes(column.codec)) {
    throw new DataError(
      `${file.name}: the column ${name} is packed by ${column.codec}; ${codecs.slice(1).join(', ')} can be read. ` +
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
    const {
      data_page_header: v1,
      data_page_header_v2: v2,
      dictionary_page_header: dictionary,
      ...page
    } = parquetHeader(reader);
    const count = v1?.num_values ?? v2?.num_values ?? dictionary?.num_values ?? -1;
    if (!dictionary) values += count;
    unpacked += Math.max(page.uncompressed_page_size, valueBytes * count);
    if (count < 0 || page.compressed_page_size < 0 || page.uncompressed_page_size < 0)
      throw damaged(file, `a page of ${name} has a negative size`);
    if (column.codec === 'UNCOMPRESSED' && page.compressed_page_size !== page.uncompressed_page_size) {
      throw damaged(file, `a page of ${name} is not packed, but has two sizes`);
    }
    checkUnpackedSize(file.name, file.size, unpacked);
    reader.offset += page.compressed_page_size;
    if (reader.offset > length) throw damaged(file, `a page of ${name} ends after its column`);
  }
  if (values !== Number(column.num_values)) {
    throw damaged(file, `${name} should have ${column.num_values} values, its pages have ${values}`);
  }
  return unpacked;
}

function damaged(file: DataFile, what: string): DataError {
  return new DataError(`${file.name} is a damaged Parquet file: ${what}.`);
}
