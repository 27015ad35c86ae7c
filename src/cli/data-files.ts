import { open, readdir, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { isSystemFile } from '../data/formats/data-file';
import type { DataFile } from '../data/formats/format';
import { CommandError, fileReason } from './errors';

/**
 * The files of these paths; a folder means all files below it, sorted by name, but for hidden ones. A file has its own
 * name, and the folders below the one that was named.
 * @throws CommandError when a path is no file or folder.
 */
export async function dataFiles(paths: readonly string[]): Promise<DataFile[]> {
  const files: DataFile[] = [];
  for (const path of paths) {
    const names = await fileNames(path);
    if (names.length === 0) throw new CommandError(`The folder ${path} holds no files.`);
    for (const name of names) files.push(await dataFile(name === '' ? path : join(path, name), name));
  }
  return files;
}

/** Paths of the files below a folder; an empty one: it is a file itself. */
async function fileNames(path: string): Promise<string[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [''];
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => relative(path, join(entry.parentPath, entry.name)))
      .filter((name) => !isSystemFile(name.split(sep).join('/')))
      .sort();
  } catch (error) {
    throw unreadable(path, error);
  }
}

async function dataFile(path: string, name: string): Promise<DataFile> {
  try {
    const { size } = await stat(path);
    return {
      name: name === '' ? basename(path) : name.split(sep).join('/'),
      size,
      read: (start, end) => readRange(path, start, end),
    };
  } catch (error) {
    throw unreadable(path, error);
  }
}

/** Opens the file for each range: there are few, since readers ask for large ones, and nothing has to be closed later. */
async function readRange(path: string, start: number, end: number): Promise<Uint8Array> {
  try {
    const handle = await open(path);
    try {
      const bytes = new Uint8Array(end - start);
      let filled = 0;
      while (filled < bytes.length) {
        const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, start + filled);
        if (bytesRead === 0) throw new CommandError(`${path} became shorter while it was read.`);
        filled += bytesRead;
      }
      return bytes;
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw error instanceof CommandError ? error : unreadable(path, error);
  }
}

function unreadable(path: string, error: unknown): CommandError {
  return new CommandError(`Cannot read the data ${path}: ${fileReason(error)}.`);
}
