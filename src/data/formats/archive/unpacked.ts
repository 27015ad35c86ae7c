import { UnreadableFileError } from '../../errors';
import type { DataFile } from '../format';

const blockBits = 20;
const blockSize = 1 << blockBits;

/** In bytes, of all that is unpacked from a file. */
export const largestUnpacked = 2 ** 31;
/** Deflate cannot make a byte of more than this many: RFC 1951 has lengths up to 258, of two bits each. */
export const highestRatio = 1032;
/** Series compress to a half or a tenth. Much beyond that, and not small, somebody wants to fill the memory. */
const suspiciousRatio = 250;
const suspiciousSize = 1 << 25;

/**
 * @throws UnreadableFileError when what is unpacked is out of all proportion, or more than memory should hold.
 */
export function checkUnpackedSize(name: string, packed: number, unpacked: number): void {
  const isBomb = unpacked > suspiciousSize && unpacked > suspiciousRatio * packed;
  if (!isBomb && unpacked <= largestUnpacked) return;
  const size = `${(unpacked / 2 ** 30).toFixed(1)} GiB`;
  throw new UnreadableFileError(
    isBomb
      ? `${name}: ${packed} bytes unpack to ${size} or more, which looks made to fill the memory. If it is meant, unpack it first.`
      : `${name} unpacks to more than ${largestUnpacked / 2 ** 30} GiB: unpack it first.`,
  );
}

/** Bytes as they are unpacked. Their memory grows with them, never with what a header claims. */
export class Unpacked {
  length = 0;
  private crc = -1;
  private readonly blocks: Uint8Array[] = [];

  /** @param most bytes that will come; small files then take little memory. */
  constructor(private readonly most = Number.POSITIVE_INFINITY) {}

  push(bytes: Uint8Array): void {
    this.crc = updateCrc(this.crc, bytes);
    for (let start = 0; start < bytes.length; ) {
      const offset = this.length & (blockSize - 1);
      if (offset === 0) this.blocks.push(new Uint8Array(Math.min(blockSize, this.most - this.length)));
      const part = bytes.subarray(start, start + blockSize - offset);
      this.blocks.at(-1)?.set(part, offset);
      this.length += part.length;
      start += part.length;
    }
  }

  /** CRC-32 of all bytes. */
  checksum(): number {
    return ~this.crc >>> 0;
  }

  slice(start: number, end: number): Uint8Array {
    const bytes = new Uint8Array(end - start);
    for (let at = start; at < end; ) {
      const offset = at & (blockSize - 1);
      const part = (this.blocks[at >>> blockBits] as Uint8Array).subarray(offset, offset + end - at);
      bytes.set(part, at - start);
      at += part.length;
    }
    return bytes;
  }

  toFile(name: string): DataFile {
    return { name, size: this.length, read: async (start, end) => this.slice(start, end) };
  }
}

/** CRC-32 of zip and gzip: RFC 1952, section 8. */
const crcTable = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

function updateCrc(before: number, bytes: Uint8Array): number {
  let crc = before;
  for (let i = 0; i < bytes.length; i++) {
    crc = (crcTable[(crc ^ (bytes[i] as number)) & 255] as number) ^ (crc >>> 8);
  }
  return crc;
}
