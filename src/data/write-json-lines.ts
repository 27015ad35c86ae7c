import type { Dataset } from './dataset';
import { DataError } from './errors';
import { decimal } from './write-csv';

/**
 * The text that `readDataset` reads back to equal series, with the regions that CSV has no place for: JSON, one series a
 * line. A missing value is null.
 * @throws DataError when the series have several channels or different lengths.
 */
export function writeJsonLines({
  count,
  time,
  channels,
  series,
  labels,
  classNames,
  regions,
  lengths,
}: Dataset): string {
  if (channels !== 1 || lengths) {
    throw new DataError('Lines of JSON are written for series of one channel and one length only.');
  }
  const lines: string[] = [];
  for (let row = 0; row < count; row++) {
    const values = Array.from(series.subarray(row * time, (row + 1) * time), (value) =>
      Number.isNaN(value) ? 'null' : decimal(value),
    );
    const marked = regions ? `,"regions":${JSON.stringify(regions[row])}` : '';
    const label = JSON.stringify(classNames[labels[row] as number]);
    lines.push(`{"label":${label},"values":[${values.join(',')}]${marked}}\n`);
  }
  return lines.join('');
}
