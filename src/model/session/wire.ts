/**
 * JSON that keeps typed arrays and undefined-free plain values whole: how session calls cross between Node and the
 * headless page, whose channel (the DevTools protocol) carries text only.
 */

const typedArrays = { Float32Array, Float64Array, Int32Array, Uint8Array, Uint32Array } as const;
type TypedArrayName = keyof typeof typedArrays;

interface Packed {
  $typedArray: TypedArrayName;
  base64: string;
}

/** Text of a plain value; typed arrays become base64 of their bytes (little-endian, as every engine has them). */
export function encodeWire(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) => {
    if (!ArrayBuffer.isView(item)) return item;
    const name = item.constructor.name;
    if (!(name in typedArrays))
      throw new TypeError(`A ${name} cannot be sent; known are ${Object.keys(typedArrays)}.`);
    return {
      $typedArray: name,
      base64: toBase64(new Uint8Array(item.buffer, item.byteOffset, item.byteLength)),
    };
  });
}

/** The value that `encodeWire` was given. */
export function decodeWire(text: string): unknown {
  return JSON.parse(text, (_key, item: unknown) => {
    if (!isPacked(item)) return item;
    return new typedArrays[item.$typedArray](fromBase64(item.base64).buffer);
  });
}

function isPacked(item: unknown): item is Packed {
  return typeof item === 'object' && item !== null && '$typedArray' in item && 'base64' in item;
}

function toBase64(bytes: Uint8Array): string {
  // String.fromCharCode takes only so many arguments at once.
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
