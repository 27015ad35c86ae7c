import { expose, transfer } from 'comlink';
import type { Dataset } from '../data/dataset';
import { blobFile } from '../data/formats/data-file';
import type { Progress, ReadOptions } from '../data/formats/format';
import { readOwnData } from './train/state/own-data';
import type { ChosenFile } from './train/state/parts';

/** In milliseconds. */
const betweenReports = 100;

/**
 * Reads files outside the page's thread, slice by slice, so that the page stays responsive. It does without tf.js, so
 * it starts at once.
 */
const reader = {
  async read(files: readonly ChosenFile[], options: ReadOptions, progress: Progress) {
    let last = Number.NEGATIVE_INFINITY;
    const parts = files.map(({ name, file, part }) => ({ part, file: { ...blobFile(file), name } }));
    const own = await readOwnData(parts, options, (read, inAll) => {
      const now = performance.now();
      if (now - last < betweenReports) return;
      last = now;
      progress(read, inAll);
    });
    return transfer(own, [own.dataset, ...Object.values(own.given)].flatMap(buffersOf));
  },
};
export type DataReader = typeof reader;

expose(reader);

function buffersOf({ series, labels, lengths, ids, groups }: Dataset): ArrayBufferLike[] {
  const arrays = [series, labels, lengths, ids?.ends, groups?.ends];
  return arrays.flatMap((array) => (array ? [array.buffer] : []));
}
