import { firstNameInZip, openZip } from '../archive/zip';
import type { Format } from '../format';
import { readArrays } from './arrays';
import { nameArrays } from './named';

/** A zip archive of arrays, as `np.savez` and `np.savez_compressed` write it. */
export const npz: Format = {
  name: 'npz',
  recognise: (head) => /\.npy$/.test(firstNameInZip(head)),
  async read(file, options, progress) {
    const members = (await openZip(file)).map((member) => ({
      ...member,
      name: `${file.name}/${member.name}`,
    }));
    const { files, warnings } = await nameArrays(file.name, members);
    const reading = await readArrays(files, 'npz', options, (read) =>
      progress(Math.min(file.size, Math.round((read / files.values.size) * file.size)), file.size),
    );
    return {
      dataset: reading.dataset,
      found: { ...reading.found, warnings: [...warnings, ...reading.found.warnings] },
    };
  },
};
