import { expose, transfer } from 'comlink';
import { blobFile } from '../data/formats/data-file';
import type { ReadOptions } from '../data/formats/format';
import { readDataFile } from './train/state/read-file';

/**
 * Reads a file outside the page's thread, so that the page stays responsive. It does without tf.js, so it starts at
 * once.
 */
const reader = {
  async read(file: File, options: ReadOptions) {
    const reading = await readDataFile(blobFile(file), options);
    const { dataset } = reading;
    return transfer(reading, dataset ? [dataset.series.buffer, dataset.labels.buffer] : []);
  },
};
export type DataReader = typeof reader;

expose(reader);
