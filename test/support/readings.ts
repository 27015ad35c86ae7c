import { expect } from 'vitest';
import type { Dataset } from '../../src/data/dataset';
import { DataError } from '../../src/data/errors';
import { textFile } from '../../src/data/formats/data-file';
import type { Reading, ReadOptions } from '../../src/data/formats/format';
import { readDataset } from '../../src/data/formats/read-dataset';

/** Reads a text as the file data.csv. */
export function readText(text: string, options?: ReadOptions): Promise<Reading> {
  return readDataset([textFile('data.csv', text)], options);
}

/** The message of the DataError that a reading ends with. */
export async function problemOf(reading: Promise<unknown>): Promise<string> {
  try {
    await reading;
  } catch (error) {
    expect(error).toBeInstanceOf(DataError);
    return (error as Error).message;
  }
  return 'no error';
}

/** The values of each series, without padding. */
export function seriesOf({ count, time, channels, series, lengths }: Dataset): number[][] {
  const size = time * channels;
  return Array.from({ length: count }, (_, i) =>
    Array.from(series.subarray(i * size, i * size + (lengths?.[i] ?? time) * channels)),
  );
}

/** The name of each series' class. */
export function labelsOf({ labels, classNames }: Dataset): (string | undefined)[] {
  return Array.from(labels, (label) => classNames[label]);
}
