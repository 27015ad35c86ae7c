import { UnreadableFileError } from '../../errors';
import type { DataFile } from '../format';
import { isGzip, openGzip } from './gzip';
import { isZip, openZip } from './zip';

/** Archives within archives. */
const deepest = 3;
/** What goes with data but is none. */
const beside =
  /(^|\/)(readme|licen[cs]e|notice|changelog)[^/]*$|\.(md|pdf|png|jpe?g|html?|docx?|py|ipynb|m|r)$/i;
/** The parts that archives of data sets have, by the usual ends of names. */
const part = /[-_. ]?(train|test)(?=[^a-z]|$)/i;

export interface Expanded {
  files: DataFile[];
  /** Names of files in archives that were left out. */
  leftOut: string[];
}

/**
 * Replaces zip and gzip files by what they hold, `data.zip` by `data.zip/a.csv` and so on. Formats that are themselves
 * zip archives, `.npz` and `.xlsx`, stay.
 * @throws UnreadableFileError when an archive is damaged, empty or holds both a training and a test part.
 */
export async function expandArchives(
  files: readonly DataFile[],
  progress: (bytesRead: number) => void,
  depth = 0,
): Promise<Expanded> {
  const all: Expanded = { files: [], leftOut: [] };
  for (const file of files) {
    const head = await file.read(0, Math.min(4, file.size));
    const members = isGzip(head)
      ? [await openGzip(file, progress)]
      : isZip(head)
        ? await membersOf(file)
        : null;
    if (!members) {
      all.files.push(file);
      continue;
    }
    if (depth === deepest)
      throw new UnreadableFileError(
        `${file.name}: archives within archives, more than ${deepest} deep, are not read.`,
      );
    const wanted = members.filter(({ name }) => !beside.test(name));
    if (wanted.length === 0) throw new UnreadableFileError(`${file.name} is an archive without data.`);
    checkParts(file.name, wanted);
    const inner = await expandArchives(wanted, progress, depth + 1);
    all.files.push(...inner.files);
    all.leftOut.push(
      ...members.filter((member) => !wanted.includes(member)).map(({ name }) => name),
      ...inner.leftOut,
    );
  }
  return all;
}

/** Null: it is a file of a format of its own. */
async function membersOf(archive: DataFile): Promise<DataFile[] | null> {
  const members = await openZip(archive);
  const isArrays = members.length > 0 && members.every(({ name }) => /\.npy$/i.test(name));
  const isOffice = members.some(({ name }) =>
    /^(\[Content_Types\]\.xml|xl\/workbook\.|mimetype$)/.test(name),
  );
  if (isArrays || isOffice) return null;
  return members.map((member) => ({ ...member, name: `${archive.name}/${member.name}` }));
}

function checkParts(name: string, members: readonly DataFile[]): void {
  const parts = new Set(
    members.map((member) => part.exec(member.name.slice(name.length))?.[1]?.toLowerCase()),
  );
  if (parts.has('train') && parts.has('test')) {
    throw new UnreadableFileError(
      `${name} holds both a training and a test part. Unpack it and give them separately, with --data and --test, so that nothing of the test part is trained on.`,
    );
  }
}
