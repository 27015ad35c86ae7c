import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A path to a folder that has none of the characters that Vite takes for parts of an address: the folder's own, or that of
 * a link to it, which is removed when the process ends.
 *
 * @param {string} folder
 * @returns {string}
 */
export function plainPath(folder) {
  if (!/[#?%]/.test(folder)) return folder;
  const place = mkdtempSync(join(tmpdir(), 'gatewave-link-'));
  process.once('exit', () => rmSync(place, { recursive: true, force: true }));
  const link = join(place, 'gatewave');
  symlinkSync(folder, link, 'junction');
  return link;
}
