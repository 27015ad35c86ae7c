import type { Format } from '../format';
import { readArrays } from './arrays';
import { isArray } from './header';

/** One array of values, without labels unless the options say where they are. */
export const npy: Format = {
  name: 'npy',
  hasColumns: true,
  recognise: isArray,
  read: (file, options, progress) =>
    readArrays({ values: file }, 'npy', options, (read) => progress(read, file.size)),
};
