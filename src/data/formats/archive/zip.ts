import { UnreadableFileError } from '../../errors';
import { isSystemFile } from '../data-file';
import type { DataFile } from '../format';
import { decompress } from './decompress';
import { checkUnpackedSize, highestRatio, Unpacked } from './unpacked';

const localSignature = 0x04034b50;
const centralSignature = 0x02014b50;
const endSignature = 0x06054b50;
const localBytes = 30;
const centralBytes = 46;
const endBytes = 22;
const longestComment = 0xffff;
const stored = 0;
const deflated = 8;

/** A file's entry in the central directory. */
interface Entry {
  name: string;
  flags: number;
  method: number;
  crc: number;
  packed: number;
  unpacked: number;
  offset: number;
}

export function isZip(head: Uint8Array): boolean {
  return head.length >= 4 && viewOf(head).getUint32(0, true) === localSignature;
}

/** Name of the first file of an archive, from its first bytes. */
export function firstNameInZip(head: Uint8Array): string {
  if (!isZip(head) || head.length < localBytes) return '';
  return decodeName(head.subarray(localBytes, localBytes + viewOf(head).getUint16(26, true)));
}

/**
 * The files of a zip archive, each unpacked when it is first read. Sizes are taken from the archive but not believed:
 * what is unpacked must be as long as it said, and have the checksum that it said.
 * Format: PKWARE, APPNOTE.TXT 6.3.
 * @throws UnreadableFileError when the archive is cut off, damaged, encrypted or made to fill the memory.
 */
export async function openZip(archive: DataFile): Promise<DataFile[]> {
  const entries = await readDirectory(archive);
  const visible = entries.filter(({ name }) => !isSystemFile(name) && !name.endsWith('/'));
  for (const entry of visible) {
    if (entry.unpacked > highestRatio * (entry.packed + 16)) {
      throw new UnreadableFileError(
        `${archive.name}: ${entry.name} claims ${entry.unpacked} bytes in ${entry.packed}; no zip file packs so densely. It is damaged.`,
      );
    }
  }
  const sum = (pick: (entry: Entry) => number): number =>
    visible.reduce((total, entry) => total + pick(entry), 0);
  if (sum(({ packed }) => packed) > archive.size) {
    throw new UnreadableFileError(`${archive.name}: its files claim more bytes than it has. It is damaged.`);
  }
  checkUnpackedSize(
    archive.name,
    archive.size,
    sum(({ unpacked }) => unpacked),
  );
  return visible.map((entry) => {
    let unpacked: Promise<Unpacked> | undefined;
    return {
      name: entry.name,
      size: entry.unpacked,
      read: async (start, end) => {
        unpacked ??= unpack(archive, entry);
        return (await unpacked).slice(start, end);
      },
    };
  });
}

async function readDirectory(archive: DataFile): Promise<Entry[]> {
  const tailStart = Math.max(0, archive.size - endBytes - longestComment);
  const tail = await archive.read(tailStart, archive.size);
  const view = viewOf(tail);
  let end = tail.length - endBytes;
  while (end >= 0 && view.getUint32(end, true) !== endSignature) end -= 1;
  if (end < 0)
    throw new UnreadableFileError(`${archive.name} is a zip archive that is cut off: its end is missing.`);
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const start = view.getUint32(end + 16, true);
  if (count === 0xffff || size === 0xffffffff || start === 0xffffffff) {
    throw new UnreadableFileError(
      `${archive.name} is a zip archive of more than 4 GiB or 65,535 files: unpack it first.`,
    );
  }
  if (start + size > tailStart + end) throw damaged(archive, 'its list of files does not fit into it');
  return parseDirectory(archive, await archive.read(start, start + size), count);
}

function parseDirectory(archive: DataFile, bytes: Uint8Array, count: number): Entry[] {
  const view = viewOf(bytes);
  const entries: Entry[] = [];
  let at = 0;
  for (let i = 0; i < count; i++) {
    if (at + centralBytes > bytes.length || view.getUint32(at, true) !== centralSignature) {
      throw damaged(archive, `its list of files ends after ${i} of ${count}`);
    }
    const nameEnd = at + centralBytes + view.getUint16(at + 28, true);
    entries.push({
      name: decodeName(bytes.subarray(at + centralBytes, nameEnd)),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

async function unpack(archive: DataFile, entry: Entry): Promise<Unpacked> {
  const place = `${archive.name}, ${entry.name}`;
  if (entry.flags & 1) throw new UnreadableFileError(`${place} is encrypted: unpack it first.`);
  if (entry.method !== stored && entry.method !== deflated) {
    throw new UnreadableFileError(
      `${place} is packed by method ${entry.method}, which is not read here: unpack it first.`,
    );
  }
  const headerEnd = entry.offset + localBytes;
  if (headerEnd > archive.size) throw damaged(archive, `${entry.name} begins after its end`);
  const header = viewOf(await archive.read(entry.offset, headerEnd));
  if (header.getUint32(0, true) !== localSignature)
    throw damaged(archive, `${entry.name} is not where it says`);
  const start = headerEnd + header.getUint16(26, true) + header.getUint16(28, true);
  const end = start + entry.packed;
  if (end > archive.size) throw damaged(archive, `${entry.name} ends after its end`);
  const result = new Unpacked(entry.unpacked);
  const take = (bytes: Uint8Array): void => {
    if (result.length + bytes.length > entry.unpacked) {
      throw damaged(archive, `${entry.name} is longer than the ${entry.unpacked} bytes it claims`);
    }
    result.push(bytes);
  };
  if (entry.method === stored) take(await archive.read(start, end));
  else await inflate(archive, [start, end], entry, take);
  if (result.length !== entry.unpacked || result.checksum() !== entry.crc) {
    throw damaged(archive, `${entry.name} is not what was packed: its length or checksum differs`);
  }
  return result;
}

async function inflate(
  archive: DataFile,
  range: readonly [number, number],
  { name }: Entry,
  take: (bytes: Uint8Array) => void,
): Promise<void> {
  try {
    await decompress(archive, range, 'deflate-raw', take);
  } catch (error) {
    if (error instanceof UnreadableFileError) throw error;
    throw damaged(archive, `${name} cannot be unpacked (${(error as Error).message})`);
  }
}

function damaged(archive: DataFile, what: string): UnreadableFileError {
  return new UnreadableFileError(`${archive.name} is a damaged zip archive: ${what}.`);
}

/** UTF-8 where it can be that; the archive's flag for it is often wrong. */
function decodeName(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('latin1').decode(bytes);
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}
