import type { DataFile } from '../format';

/** Read and written at once. */
const sliceBytes = 1 << 16;

/**
 * Unpacks the bytes [start, end) of a file by the platform's own decompressor, which is several times as fast as one in
 * JavaScript. It takes no more memory than a slice needs.
 * @param take gets the bytes as they come; what it throws ends the decompression.
 * @throws TypeError (in Node also others) where the bytes are cut off or damaged.
 */
export async function decompress(
  file: DataFile,
  [start, end]: readonly [number, number],
  format: 'gzip' | 'deflate-raw',
  take: (bytes: Uint8Array, bytesRead: number) => void,
): Promise<void> {
  let at = start;
  const packed = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      if (at >= end) return controller.close();
      const next = Math.min(at + sliceBytes, end);
      controller.enqueue(new Uint8Array(await file.read(at, next)));
      at = next;
    },
  });
  const reader = packed.pipeThrough(new DecompressionStream(format)).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      take(value, at - start);
    }
  } finally {
    // After an error it is cancelled already, and says so.
    await reader.cancel().catch(() => {});
  }
}
