/** A result in a link or a file: a trained network, its figures, and the series it was shown with. No server has it. */
import { decompress } from '../../../data/formats/archive/decompress';
import { bytesFile } from '../../../data/formats/data-file';
import { metadataTexts } from '../../../model/weights/metadata';
import { writeSafetensors } from '../../../model/weights/safetensors';
import { toTorch } from '../../../model/weights/torch/classifier';
import { readTypedFile, type TypedFile } from '../../../model/weights/typed-file';
import { writeTypedFile } from '../../../model/weights/write-typed-file';
import { bytesOfBase64 } from '../../shared/base64';
import { resultFragment } from './address';
import { readRecords } from './read-records';
import type { RunRecord } from './run-record';

export interface SharedFile {
  network: TypedFile;
  /** The network as a model.safetensors. */
  model: Uint8Array;
  /** What is known of the run; without its history. */
  record: RunRecord;
  /** [time, channels], unprepared: the series that was shown. */
  example: Float32Array;
}

/** The first byte: raised whenever the rest is written in another way. */
const version = 1;

/**
 * The most characters of a link. Browsers take 80,000 (Safari) to two million (Chromium); the rest is left for the address
 * that the fragment follows, and for programs that a link is sent through.
 */
export const longestLink = 64_000;

/** What a result may unpack to: far more than a network that fits a link has, and no more than a page can hold. */
const mostBytes = 32 * 2 ** 20;

/**
 * @param trained the run's model.safetensors; its weights are rounded to 16 bits.
 * @param example [time, channels], unprepared.
 * @throws WeightsError where a weight is too large for 16 bits.
 */
export async function packResult(
  trained: Uint8Array,
  record: RunRecord,
  example: { series: Float32Array; channels: number },
): Promise<Uint8Array<ArrayBuffer>> {
  const { series, channels } = example;
  const file = writeTypedFile(trained, 'F16', {
    texts: { run: JSON.stringify({ ...record, history: [], hasModel: false }) },
    example: { shape: [series.length / channels, channels], data: series },
  });
  readTypedFile(file);
  // Unlike deflate-raw, gzip ends with a checksum: a damaged weight would else be believed.
  const packed = new Blob([file]).stream().pipeThrough(new CompressionStream('gzip'));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  const result = new Uint8Array(1 + bytes.length);
  result[0] = version;
  result.set(bytes, 1);
  return result;
}

/** @throws Error that says in a sentence what is wrong with the result. */
export async function unpackResult(bytes: Uint8Array<ArrayBuffer>): Promise<SharedFile> {
  const found = bytes[0];
  if (found === undefined) throw new Error('There is nothing in it.');
  if (found !== version) {
    throw new Error(
      `It is written in a way (${found}) that this version of the page, which reads ${version}, does not know.`,
    );
  }
  const network = readTypedFile(await unzip(bytes.slice(1)));
  const { example, texts } = network;
  const [record] = readRecords([parse(texts.run ?? '')]);
  if (!record || !example) throw new Error('The figures or the series are missing or damaged.');
  const { classifier, metadata } = network;
  const torch = toTorch(classifier.weights, classifier.sizes);
  const model = writeSafetensors(torch, { format: 'pt', ...metadataTexts(metadata) });
  return { network, model, record, example };
}

/** As letters, digits, `-` and `_`, with what says in an address that it is a result. */
export function toFragment(bytes: Uint8Array): string {
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return resultFragment + btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The bytes of a fragment of {@link toFragment}. @throws Error where it has other characters. */
export function ofFragment(fragment: string): Uint8Array<ArrayBuffer> {
  const text = fragment.slice(resultFragment.length);
  if (!fragment.startsWith(resultFragment) || !/^[\w-]*$/.test(text) || text.length % 4 === 1) {
    throw new Error('It is cut off, or has characters that no such link has.');
  }
  return bytesOfBase64(text.replaceAll('-', '+').replaceAll('_', '/'));
}

async function unzip(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  try {
    await decompress(bytesFile('result', packed), [0, packed.length], 'gzip', (part) => {
      size += part.length;
      if (size > mostBytes) throw new RangeError('It unpacks to more than a network needs.');
      parts.push(part as Uint8Array<ArrayBuffer>);
    });
  } catch (error) {
    if (error instanceof RangeError) throw error;
    throw new Error('It is cut off or damaged.');
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
