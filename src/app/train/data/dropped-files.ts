import { isSystemFile } from '../../../data/formats/data-file';
import type { NamedFile } from '../state/parts';

/** What a folder may hold beside its data. */
const besides = /(?:^|\/)(?:readme|licen[cs]e|changelog)(?:\.\w+)?$/i;

/** Files from the picker, with the folders below the one that was chosen. */
export function pickedFiles(files: readonly File[]): NamedFile[] {
  return tidied(files.map((file) => ({ name: file.webkitRelativePath || file.name, file })));
}

/** All files that were dropped, those of folders, too. Must be called while the event is being handled. */
export async function droppedFiles({ items, files }: DataTransfer): Promise<NamedFile[]> {
  const entries = [...items].map((item) => item.webkitGetAsEntry?.()).filter((entry) => !!entry);
  if (entries.length === 0) return pickedFiles([...files]);
  const found = await Promise.all(entries.map((entry) => filesBelow(entry)));
  return tidied(found.flat());
}

async function filesBelow(entry: FileSystemEntry): Promise<NamedFile[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{ name: entry.fullPath.replace(/^\//, ''), file }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const children: FileSystemEntry[] = [];
  for (;;) {
    // It gives about a hundred at a time.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) break;
    children.push(...some);
  }
  return (await Promise.all(children.map(filesBelow))).flat();
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

/** In the order of their names, without the folder that holds them all, and without what is no data there. */
function tidied(files: readonly NamedFile[]): NamedFile[] {
  if (files.length < 2) return [...files];
  const data = files.filter(({ name }) => !isSystemFile(name) && !besides.test(name));
  const [root = ''] = data[0]?.name.split('/') ?? [];
  const isCommon = data.every(({ name }) => name.startsWith(`${root}/`));
  return data
    .map(({ name, file }) => ({ name: isCommon ? name.slice(root.length + 1) : name, file }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
}
