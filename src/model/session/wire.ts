/**
 * The plain values that structured clone carries, and callbacks, as JSON text: so session calls cross between Node
 * and the headless page, whose channel (the DevTools protocol) carries text only.
 */

const typedArrays = { Float32Array, Float64Array, Int32Array, Uint8Array, Uint32Array } as const;
type TypedArrayName = keyof typeof typedArrays;

/** The value it is called with crosses; a result would not. */
export type WireCallback = (value: unknown) => void;

/** What JSON has no notation for. */
type Packed =
  | { $type: TypedArrayName; base64: string }
  | { $type: 'Map'; entries: [unknown, unknown][] }
  | { $type: 'number'; text: string }
  | { $type: 'undefined' }
  | { $type: 'callback'; number: number };

/**
 * Text of a value: typed arrays become base64 of their bytes (little-endian, as every engine has them).
 * @param keep stores a callback found in the value, and returns the number that will stand for it.
 * @throws TypeError when the value holds something that could not be restored at the other end.
 */
export function encodeWire(value: unknown, keep?: (callback: WireCallback) => number): string {
  return JSON.stringify(value, (_key, item: unknown): unknown => pack(item, keep) ?? item);
}

/**
 * The value that `encodeWire` was given.
 * @param callbackOf gives the function that stands here for the callback of a number.
 */
export function decodeWire(text: string, callbackOf?: (number: number) => WireCallback): unknown {
  return JSON.parse(text, (_key, item: unknown) => (isPacked(item) ? unpack(item, callbackOf) : item));
}

function pack(item: unknown, keep?: (callback: WireCallback) => number): Packed | undefined {
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
  const bytes = new Uint8Array(item.buffer, item.byteOffset, item.byteLength);
  return { $type: name as TypedArrayName, base64: toBase64(bytes) };
}

function unpack(packed: Packed, callbackOf?: (number: number) => WireCallback): unknown {
  switch (packed.$type) {
    case 'undefined':
      return undefined;
    case 'number':
      return Number(packed.text);
    case 'Map':
      return new Map(packed.entries);
    case 'callback':
      return callbackOf?.(packed.number);
    default:
      return new typedArrays[packed.$type](fromBase64(packed.base64).buffer);
  }
}

function isPacked(item: unknown): item is Packed {
  return typeof item === 'object' && item !== null && '$type' in item;
}

function toBase64(bytes: Uint8Array): string {
  // The number of arguments of String.fromCharCode is limited.
  const block = 0x8000;
  let binary = '';
  for (let start = 0; start < bytes.length; start += block) {
    binary += String.fromCharCode(...bytes.subarray(start, start + block));
  }
  return btoa(binary);
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
