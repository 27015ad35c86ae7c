import { wrap } from 'comlink';
import type { ReadOptions } from '../../../data/formats/format';
import type { DataReader } from '../../data-worker';
import type { FileReading } from './read-file';

/** Reads one file at a time; a new one ends the reading of the previous one. */
export type ReadFile = (file: File, options: ReadOptions) => Promise<FileReading>;

export function createFileReader(): ReadFile {
  let worker: Worker | null = null;
  return async (file, options) => {
    worker?.terminate();
    const own = new Worker(new URL('../../data-worker.ts', import.meta.url), { type: 'module' });
    worker = own;
    const broken = new Promise<never>((_, reject) => {
      own.onerror = () =>
        reject(new Error(`${file.name} could not be read: it may be too large for this tab.`));
    });
    try {
      return await Promise.race([wrap<DataReader>(own).read(file, options), broken]);
    } finally {
      // The worker holds several times the size of the file.
      own.terminate();
    }
  };
}
