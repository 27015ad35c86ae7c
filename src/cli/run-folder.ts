/** Folders of runs: no two runs share one. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isRunning } from '../browser/running';
import { CommandError, fileReason } from './errors';
import { prepareFolder } from './files';

/** The mark of a run that is going on: the name ends with the number of its process. */
const markPrefix = '.run-';

/** A name that says when a run began, to the second. */
export function defaultFolder(now = new Date()): string {
  return join('runs', now.toISOString().slice(0, 19).replaceAll(':', '-'));
}

/** Makes a new folder of this name or, where there is one, of the name with a number. @throws CommandError */
export async function newFolder(name: string): Promise<string> {
  await prepareFolder(dirname(name));
  for (let number = 1; ; number++) {
    const path = number === 1 ? name : `${name}-${number}`;
    try {
      mkdirSync(path);
      return path;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') continue;
      throw new CommandError(
        `Cannot make the folder ${path}: ${fileReason(error)}. Name another with --out.`,
      );
    }
  }
}

/**
 * Makes a folder this process's own until it ends. A run of before may have left files there; they are replaced.
 * @throws CommandError while another run writes to it, or where nothing can be written.
 */
export async function claimFolder(path: string): Promise<void> {
  await prepareFolder(path);
  const mark = join(path, `${markPrefix}${process.pid}`);
  writeFileSync(mark, '');
  const release = () => rmSync(mark, { force: true });
  for (const name of readdirSync(path)) {
    const owner = name.startsWith(markPrefix) ? Number(name.slice(markPrefix.length)) : Number.NaN;
    if (Number.isNaN(owner) || owner === process.pid) continue;
    if (isRunning(owner)) {
      release();
      throw new CommandError(
        `Another run, the process ${owner}, writes to the folder ${path}: name another with --out. ` +
          `(If there is no such run, remove ${join(path, name)}.)`,
      );
    }
    rmSync(join(path, name), { force: true });
  }
  process.once('exit', release);
}
