import Papa from 'papaparse';
import type { Dataset } from './dataset';
import { DataError } from './errors';

/**
 * The text that `readDataset` reads back to equal series: no header, one series a line, its label first. A missing value
 * is an empty cell.
 * @throws DataError when the series have several channels or different lengths, which this form cannot hold.
 */
export function writeCsv(dataset: Dataset): string {
  const { count, time, channels, series, labels, classNames, lengths } = dataset;
  if (channels !== 1) throw new DataError(`A CSV file holds series of one channel; these have ${channels}.`);
  if (lengths) throw new DataError('A CSV file holds series of one length; these have different ones.');
  const names = classNames.map((name) => Papa.unparse([[name]]));
  const lines: string[] = [];
  for (let row = 0; row < count; row++) {
    const values: (string | undefined)[] = [names[labels[row] as number]];
    for (let i = row * time; i < (row + 1) * time; i++) values.push(decimal(series[i] as number));
    lines.push(`${values.join(',')}\n`);
  }
  return lines.join('');
}

/** A decimal number that rounds to this float32: of 7 significant digits if they do, else of 9, which always do. */
function decimal(value: number): string {
  if (Number.isNaN(value)) return '';
  const short = Number(value.toPrecision(7));
  return String(Math.fround(short) === value ? short : Number(value.toPrecision(9)));
}
