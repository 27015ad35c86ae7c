import { createWriteStream, mkdtempSync, rmdirSync } from 'node:fs';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { formatJson } from '../data/json';
import { CommandError, fileReason } from './errors';

/** The text of a file the user named. @throws CommandError when it cannot be read. */
export async function readText(path: string, what: string): Promise<string> {
  return (await readBytes(path, what)).toString('utf8');
}

/** The bytes of a file the user named. @throws CommandError when it cannot be read. */
export async function readBytes(path: string, what: string): Promise<Buffer<ArrayBuffer>> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new CommandError(`Cannot read the ${what} ${path}: ${fileReason(error)}.`);
  }
}

/** Whether there is a folder of this name. */
export async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}

/** Whether there is a file of this name. */
export async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() ?? false;
}

/**
 * Makes a folder, with those above it, and makes sure that files can be put into it.
 * @param remedy what to do otherwise, for the message.
 * @throws CommandError otherwise.
 */
export async function prepareFolder(path: string, remedy = 'Name another with --out.'): Promise<void> {
  try {
    await makeFolder(path);
    // Checking permissions is not enough: root has them all, even on a read-only file system.
    rmdirSync(mkdtempSync(join(path, '.gatewave-')));
  } catch (error) {
    throw new CommandError(`Cannot write to the folder ${path}: ${fileReason(error)}. ${remedy}`);
  }
}

/** Node's own recursive mkdir never returns where the system refuses new folders with ENOENT, as Linux does in /proc. */
async function makeFolder(path: string): Promise<void> {
  if (await isFolder(path)) return;
  await makeFolder(dirname(path));
  try {
    await mkdir(path);
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!(await isFolder(path))) throw error;
  }
}

/** Makes sure, before long work, that a file can be written; makes the folder it goes to. @throws CommandError otherwise. */
export async function prepareFile(path: string, remedy?: string): Promise<void> {
  if (await isFolder(path)) {
    throw new CommandError(`Cannot write ${path}: ${fileReason({ code: 'EISDIR' })}.`);
  }
  await prepareFolder(dirname(path), remedy);
}

/**
 * Writes a whole file or, whatever ends the process meanwhile, leaves the one that was there.
 * @throws CommandError when the file cannot be written.
 */
export async function writeOutput(path: string, content: string | Uint8Array): Promise<void> {
  const draft = `${path}.${process.pid}.part`;
  try {
    await writeFile(draft, content);
    await rename(draft, path);
  } catch (error) {
    throw new CommandError(`Cannot write ${path}: ${fileReason(error)}.`);
  }
}

/** Writes a value as JSON. @throws CommandError when the file cannot be written. */
export async function writeJson(folder: string, name: string, value: unknown): Promise<void> {
  await writeOutput(join(folder, name), formatJson(value));
}

/** Writes a file piece by piece. @throws CommandError when it cannot be written; what making a piece throws, as it is. */
export async function writeBlocks(
  path: string,
  blocks: Iterable<string> | AsyncIterable<string>,
): Promise<void> {
  try {
    await pipeline(blocks, createWriteStream(path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
    throw new CommandError(`Cannot write ${path}: ${fileReason(error)}.`);
  }
}
