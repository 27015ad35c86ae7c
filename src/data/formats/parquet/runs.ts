import type { PageHeader } from 'hyparquet';
import { type Codec, compressors } from './codecs';

/** How deep the values of a column may be repeated or missing. */
export interface Depth {
  repetition: number;
  definition: number;
}

/**
 * Checks the runs of a page of data: those of its levels and, where it has some, of the numbers of its dictionary's
 * values.
 * @param packed the page as it is in the file.
 * @throws Error when a run claims more values than the page has; what the decompressor throws.
 */
export function checkPageRuns(packed: Uint8Array, header: PageHeader, codec: Codec, depth: Depth): void {
  const { data_page_header: v1, data_page_header_v2: v2, uncompressed_page_size: size } = header;
  const [repetition, definition] = [bitsFor(depth.repetition), bitsFor(depth.definition)];
  if (v1) {
    const view = viewOf(compressors[codec](packed, size));
    let at = 0;
    for (const width of [repetition, definition]) {
      if (width === 0) continue;
      checkRuns(view, at + 4, width, v1.num_values);
      at += 4 + view.getUint32(at, true);
    }
    checkValues(view, at, v1.encoding, v1.num_values);
  } else if (v2) {
    const [repetitionEnd, definitionEnd] = [
      v2.repetition_levels_byte_length,
      v2.repetition_levels_byte_length + v2.definition_levels_byte_length,
    ];
    const view = viewOf(packed);
    if (repetition > 0) checkRuns(view, 0, repetition, v2.num_values);
    if (definition > 0) checkRuns(view, repetitionEnd, definition, v2.num_values);
    const rest = packed.subarray(definitionEnd);
    const length = size - definitionEnd;
    const page = v2.is_compressed === false || length === 0 ? rest : compressors[codec](rest, length);
    checkValues(viewOf(page), 0, v2.encoding, v2.num_values - v2.num_nulls);
  }
}

function checkValues(view: DataView, start: number, encoding: string, most: number): void {
  if (!encoding.endsWith('_DICTIONARY') || view.byteLength <= start) return;
  const width = view.getUint8(start);
  // There are fewer values than entries of the levels where some are missing, so a list of runs may end early.
  if (width > 0) checkRuns(view, start + 1, width, most, view.byteLength);
}

/** Values of a run in groups of eight may go beyond a page's last one. */
const slack = 512;

/**
 * Goes over the runs of the hybrid of run lengths and packed bits, and stops at the first that is longer than what there
 * should be: a reader fills its memory with as many values as a run claims, which may be a thousand million in five
 * bytes. Format: parquet.apache.org, "Run Length Encoding / Bit-Packing Hybrid".
 * @param width of a value, in bits.
 * @param end where the runs may end, if there may be fewer values.
 * @throws Error when the runs claim more values than there are.
 */
function checkRuns(
  view: DataView,
  start: number,
  width: number,
  values: number,
  end = Number.POSITIVE_INFINITY,
): void {
  let seen = 0;
  let at = start;
  while (seen < values && at < end) {
    let header = 0;
    let shift = 0;
    let byte: number;
    do {
      byte = view.getUint8(at++);
      header += (byte & 127) * 2 ** shift;
      shift += 7;
    } while (byte & 128);
    const count = Math.floor(header / 2);
    const isPacked = header % 2 === 1;
    seen += isPacked ? 8 * count : count;
    if (seen > values + slack || count === 0) throw new Error(`a run of ${count} among ${values} values`);
    at += isPacked ? count * width : (width + 7) >> 3;
  }
}

function bitsFor(level: number): number {
  return 32 - Math.clz32(level);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}
