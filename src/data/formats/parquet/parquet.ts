import type { Format } from '../format';

const magic = [0x50, 0x41, 0x52, 0x31];

/** Parquet, with columns of lists or, as in a table, of numbers. */
export const parquet: Format = {
  name: 'parquet',
  hasColumns: true,
  recognise: (head) => magic.every((byte, index) => head[index] === byte),
  async read(file, options, progress) {
    const { readParquetFile } = await import('./read-parquet');
    return await readParquetFile(file, options, progress);
  },
};
