/** The page's end of an exchange of bytes with the command that serves it. */

/** Bytes that are sent at once: a browser copies a request's body more than once on its way. */
const piece = 2 ** 24;

/**
 * Fetches the bytes at an address.
 * @param size how many there are, so that they need no second copy.
 */
export async function fetchBytes(url: string, size: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(size);
  const response = await fetch(url);
  const reader = response.body?.getReader();
  let filled = 0;
  for (let read = await reader?.read(); read?.value; read = await reader?.read()) {
    bytes.set(read.value, filled);
    filled += read.value.length;
  }
  if (filled !== size) throw new Error(`${filled} of ${size} bytes came from ${url}.`);
  return bytes;
}

/** Puts bytes to an address, piece by piece. */
export async function putBytes(url: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  let start = 0;
  do {
    const body = bytes.subarray(start, start + piece);
    const { ok, status } = await fetch(`${url}?size=${bytes.length}`, { method: 'PUT', body });
    if (!ok) throw new Error(`${url} answered with status ${status}.`);
    start += piece;
  } while (start < bytes.length);
}
