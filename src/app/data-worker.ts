import { expose, transfer } from 'comlink';
import type { LabelColumn } from '../data/csv';
import { readDataText } from './train/state/read-file';

/**
 * Reads a file outside the page's thread, so that the page stays responsive. It does without tf.js, so it starts at
 * once.
 */
const reader = {
  async read(file: File, asked: LabelColumn | null) {
    const reading = readDataText(await file.text(), file.name, asked);
    const { dataset } = reading;
    return transfer(reading, dataset ? [dataset.series.buffer, dataset.labels.buffer] : []);
  },
};
export type DataReader = typeof reader;

expose(reader);
