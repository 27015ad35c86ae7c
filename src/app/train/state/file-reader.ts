import { proxy, wrap } from 'comlink';
import type { Progress, ReadOptions } from '../../../data/formats/format';
import type { DataReader } from '../../data-worker';
import type { OwnData } from './own-data';
import type { ChosenFile } from './parts';

/** Reads files; a new reading ends the previous one. */
export interface FileReader {
  read(files: readonly ChosenFile[], options: ReadOptions, progress: Progress): Promise<OwnData>;
  /** Ends the reading under way, which never resolves. */
  cancel(): void;
}

export function createFileReader(): FileReader {
  let worker: Worker | null = null;
  return {
    async read(files, options, progress) {
      worker?.terminate();
      const own = new Worker(new URL('../../data-worker.ts', import.meta.url), { type: 'module' });
      worker = own;
      const broken = new Promise<never>((_, reject) => {
        own.onerror = () =>
          reject(new Error('The files could not be read: they may be too large for this tab.'));
      });
      try {
        // A file that crosses loses the folders in its name.
        const named = files.map(({ name, file, part }) => ({ name, file, part }));
        return await Promise.race([wrap<DataReader>(own).read(named, options, proxy(progress)), broken]);
      } finally {
        // The worker holds several times the size of the files.
        own.terminate();
      }
    },
    cancel() {
      worker?.terminate();
    },
  };
}
