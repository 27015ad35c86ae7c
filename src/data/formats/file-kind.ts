/** [what it is, the bytes it begins with, at which place]; long enough that no label of a table begins so. */
const signatures: readonly [kind: string, start: string, place?: number][] = [
  ['a PNG picture', '\x89PNG'],
  ['a JPEG picture', '\xff\xd8\xff'],
  ['a GIF picture', 'GIF8'],
  ['a WebP picture', 'WEBP', 8],
  ['a TIFF picture', 'II*\0'],
  ['a TIFF picture', 'MM\0*'],
  ['a WAV recording', 'WAVE', 8],
  ['an MP3 recording', 'ID3\x03'],
  ['an Ogg recording', 'OggS\0'],
  ['a FLAC recording', 'fLaC\0'],
  ['an MP4 film', 'ftyp', 4],
  ['a PDF document', '%PDF'],
  ['an old Excel or Word file (.xls, .doc)', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['a zip archive', 'PK\x03\x04'],
  ['an empty zip archive', 'PK\x05\x06'],
  ['a gzip file', '\x1f\x8b'],
  ['a bzip2 file', 'BZh91AY'],
  ['an xz file', '\xfd7zXZ\0'],
  ['a Zstandard file', '\x28\xb5\x2f\xfd'],
  ['a 7-Zip archive', '7z\xbc\xaf\x27\x1c'],
  ['a RAR archive', 'Rar!\x1a\x07'],
  ['a tar archive', 'ustar', 257],
  ['a NumPy array (.npy)', '\x93NUMPY'],
  ['a Parquet file', 'PAR1\x15'],
  ['an Arrow or Feather file', 'ARROW1\0'],
  ['a Feather file', 'FEA1\0'],
  ['an HDF5 file', '\x89HDF\r\n\x1a\n'],
  ['a MATLAB file', 'MATLAB 5.0 MAT-file'],
  ['an SQLite database', 'SQLite format 3'],
  ['an R data file', 'RDX2\n'],
  ['an R data file', 'RDX3\n'],
  ['a Python pickle', '\x80\x04\x95'],
  ['a Python pickle', '\x80\x03'],
  ['a program', '\x7fELF'],
];

const markup: readonly [kind: string, pattern: RegExp][] = [
  ['a web page (HTML)', /^\s*<(!doctype html|html|head|body|table)\b/i],
  ['an XML file', /^\s*<\?xml/i],
  ['a JSON file', /^\s*(\{\s*("|\})|\[\s*([[{"\]]|-?\d))/],
  ['a PostScript file', /^%!PS/],
];

/** What a file that holds no table is, in words; undefined: it is not one that is known. */
export function knownKind(head: Uint8Array): string | undefined {
  const text = latin1(head.subarray(0, 512));
  const signature = signatures.find(([, start, place = 0]) => text.startsWith(start, place));
  return signature?.[0] ?? markup.find(([, pattern]) => pattern.test(text.replace(/^\xef\xbb\xbf/, '')))?.[0];
}

function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}
