import { firstNameInZip } from '../archive/zip';
import type { Format } from '../format';

/** An Excel workbook (or another office document, which the reader refuses by its name). */
export const xlsx: Format = {
  name: 'xlsx',
  hasColumns: true,
  recognise: (head) =>
    /^(\[Content_Types\]\.xml|_rels\/|xl\/|docProps\/|word\/|ppt\/|mimetype$)/.test(firstNameInZip(head)),
  async read(file, options, progress) {
    const { readWorkbookFile } = await import('./read-workbook');
    return await readWorkbookFile(file, options, progress);
  },
};
