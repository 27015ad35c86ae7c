import { expose, transfer } from 'comlink';
import type { LabelColumn } from '../data/csv';
import { readDataFile } from './read-data-file';

/** Reads a file away from the page, which stays usable; without tf.js, so it starts at once. */
const reader = {
  async read(file: File, labelColumn: LabelColumn | 'guess') {
    const result = readDataFile(await file.text(), file.name, labelColumn);
    return transfer(result, [result.dataset.series.buffer, result.dataset.labels.buffer]);
  },
};
export type DataReader = typeof reader;

expose(reader);
