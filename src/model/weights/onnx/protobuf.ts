/** Writes messages in the protocol-buffer encoding (https://protobuf.dev/programming-guides/encoding). */

/** Bytes of the fields of a message, nested until it is written. */
export type Part = Uint8Array | Part[];

/** A field that is a message itself. */
export function message(field: number, parts: Part[]): Part {
  return delimited(field, flatten(parts));
}

export function text(field: number, value: string): Part {
  return delimited(field, new TextEncoder().encode(value));
}

/** A whole number that is not negative. */
export function integer(field: number, value: number): Part {
  return [varint(field * 8), varint(value)];
}

/** A field of bytes after their length: wire type 2. */
export function delimited(field: number, bytes: Uint8Array): Part {
  return [varint(field * 8 + 2), varint(bytes.length), bytes];
}

/** Seven bits per byte, lowest first; the eighth bit says that more follow. */
function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  return Uint8Array.from([...bytes, rest]);
}

/** All parts in one piece. */
export function flatten(part: Part): Uint8Array {
  const pieces: Uint8Array[] = [];
  const collect = (piece: Part): void => {
    if (Array.isArray(piece)) piece.forEach(collect);
    else pieces.push(piece);
  };
  collect(part);
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const piece of pieces) {
    bytes.set(piece, offset);
    offset += piece.length;
  }
  return bytes;
}
