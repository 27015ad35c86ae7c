import type { DataFile } from './format';

/** Whether a file is one that systems put beside others: hidden ones, thumbnails, what macOS adds to archives. */
export function isSystemFile(name: string): boolean {
  return /(^|\/)(__MACOSX\/|\.|(thumbs\.db|desktop\.ini|icon\r)$)/i.test(name);
}

/** Bytes in memory as a file, such as one that came out of an archive. */
export function bytesFile(name: string, bytes: Uint8Array): DataFile {
  return { name, size: bytes.length, read: async (start, end) => bytes.subarray(start, end) };
}

/** A browser's file. Its name has the folders below the one that was chosen. */
export function blobFile(file: File): DataFile {
  return {
    name: file.webkitRelativePath || file.name,
    size: file.size,
    read: async (start, end) => new Uint8Array(await file.slice(start, end).arrayBuffer()),
  };
}

/** A text in memory as a file. */
export function textFile(name: string, text: string): DataFile {
  return bytesFile(name, new TextEncoder().encode(text));
}
