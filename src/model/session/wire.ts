/**
 * The plain values that structured clone carries, and callbacks, as JSON text and the bytes of typed arrays beside it: so
 * session calls cross between Node and the headless page. The text goes through the DevTools protocol, where a message is
 * limited; the bytes need another way.
 */

const typedArrays = { Float32Array, Float64Array, Int32Array, Uint8Array, Uint32Array } as const;
type TypedArrayName = keyof typeof typedArrays;

/** The value it is called with crosses; a result would not. */
export type WireCallback = (value: unknown) => void;

/** What JSON has no notation for. */
type Packed =
  | { $type: TypedArrayName; array: number }
  | { $type: 'Map'; entries: [unknown, unknown][] }
  | { $type: 'number'; text: string }
  | { $type: 'undefined' }
  | { $type: 'callback'; number: number };

/** A value on its way. */
export interface WireMessage {
  text: string;
  /** Bytes of the typed arrays, in the order in which the text counts them; little-endian, as every engine has them. */
  arrays: Uint8Array[];
}

/**
 * A value as text and bytes; the bytes are views of the value's own memory.
 * @param keep stores a callback found in the value, and returns the number that will stand for it.
 * @throws TypeError when the value holds something that could not be restored at the other end.
 */
export function encodeWire(value: unknown, keep?: (callback: WireCallback) => number): WireMessage {
  const arrays: Uint8Array[] = [];
  const text = JSON.stringify(value, (_key, item: unknown): unknown => pack(item, arrays, keep) ?? item);
  return { text, arrays };
}

/**
 * The value that `encodeWire` was given. Its typed arrays are views of the bytes, each of which starts a buffer.
 * @param callbackOf gives the function that stands here for the callback of a number.
 */
export function decodeWire(
  { text, arrays }: WireMessage,
  callbackOf?: (number: number) => WireCallback,
): unknown {
  return JSON.parse(text, (_key, item: unknown) =>
    isPacked(item) ? unpack(item, arrays, callbackOf) : item,
  );
}

function pack(
  item: unknown,
  arrays: Uint8Array[],
  keep?: (callback: WireCallback) => number,
): Packed | undefined {
  if (item === undefined) return { $type: 'undefined' };
  if (typeof item === 'number' && !Number.isFinite(item)) return { $type: 'number', text: String(item) };
  if (item instanceof Map) return { $type: 'Map', entries: [...item] };
  if (typeof item === 'function') {
    if (!keep) throw new TypeError('A function can be sent only as an argument of a call.');
    return { $type: 'callback', number: keep(item as WireCallback) };
  }
  if (!ArrayBuffer.isView(item)) return undefined;
  const name = item.constructor.name;
  if (!(name in typedArrays)) {
    throw new TypeError(`A ${name} cannot be sent; known are ${Object.keys(typedArrays).join(', ')}.`);
  }
  const array = arrays.push(new Uint8Array(item.buffer, item.byteOffset, item.byteLength)) - 1;
  return { $type: name as TypedArrayName, array };
}

function unpack(
  packed: Packed,
  arrays: readonly Uint8Array[],
  callbackOf?: (number: number) => WireCallback,
): unknown {
  switch (packed.$type) {
    case 'undefined':
      return undefined;
    case 'number':
      return Number(packed.text);
    case 'Map':
      return new Map(packed.entries);
    case 'callback':
      return callbackOf?.(packed.number);
    default: {
      const { buffer, byteOffset, byteLength } = arrays[packed.array] as Uint8Array<ArrayBuffer>;
      const TypedArray = typedArrays[packed.$type];
      return new TypedArray(buffer, byteOffset, byteLength / TypedArray.BYTES_PER_ELEMENT);
    }
  }
}

function isPacked(item: unknown): item is Packed {
  return typeof item === 'object' && item !== null && '$type' in item;
}
