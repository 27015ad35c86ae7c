import Papa from 'papaparse';
import { channelNamesOf, type Dataset } from './dataset';
import { DataError } from './errors';

/**
 * The text that `readDataset` reads back to equal series: one series a line, its label first. Series of one channel have no
 * header; of several, the header names each channel's steps, as in `class,x_0,x_1,y_0,y_1`. A missing value is an empty
 * cell.
 * @throws DataError when the series have different lengths, which this form cannot hold.
 */
export function writeCsv(dataset: Dataset): string {
  const { count, time, channels, series, labels, classNames, lengths } = dataset;
  if (lengths) throw new DataError('A CSV file holds series of one length; these have different ones.');
  const names = classNames.map((name) => Papa.unparse([[name]]));
  const lines = channels === 1 ? [] : [`${Papa.unparse([headerOf(dataset)])}\n`];
  for (let row = 0; row < count; row++) {
    const values: (string | undefined)[] = [names[labels[row] as number]];
    for (let channel = 0; channel < channels; channel++) {
      const [first, end] = [row * time * channels + channel, (row + 1) * time * channels];
      for (let i = first; i < end; i += channels) values.push(decimal(series[i] as number));
    }
    lines.push(`${values.join(',')}\n`);
  }
  return lines.join('');
}

function headerOf(dataset: Dataset): string[] {
  const steps = Array.from({ length: dataset.time }, (_, step) => step);
  const named = channelNamesOf(dataset).map((name) => name.replaceAll(/\W+/g, '-'));
  return ['class', ...named.flatMap((name) => steps.map((step) => `${name}_${step}`))];
}

/** A decimal number that rounds to this float32: of 7 significant digits if they do, else of 9, which always do. */
export function decimal(value: number): string {
  if (Number.isNaN(value)) return '';
  const short = Number(value.toPrecision(7));
  return String(Math.fround(short) === value ? short : Number(value.toPrecision(9)));
}
