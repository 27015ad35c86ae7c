import { gunzipSync } from 'fflate';
import { decompress as unzstd } from 'fzstd';
import { type Compressors, snappyUncompress } from 'hyparquet';

/** Unpackers by codec, each into as many bytes as a page's header says. */
export const compressors = {
  UNCOMPRESSED: (packed) => packed,
  SNAPPY: (packed, length) => {
    const page = new Uint8Array(length);
    snappyUncompress(packed, page);
    return page;
  },
  GZIP: (packed, length) => gunzipSync(packed, { out: new Uint8Array(length) }),
  ZSTD: (packed, length) => unzstd(packed, new Uint8Array(length)),
} satisfies Compressors;

export type Codec = keyof typeof compressors;

export function isCodec(name: string): name is Codec {
  return Object.hasOwn(compressors, name);
}
