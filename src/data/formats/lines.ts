import { DataError } from '../errors';
import type { DataFile, Progress } from './format';
import { encodingOf, readSlices, TextDecoding, toText } from './table/text';

const newline = 10;
const carriageReturn = 13;
/** In bytes. */
const longestLine = 1 << 28;

/**
 * Calls `take` with each line of a text, from line 1, in the encoding that the text has. The text may be longer than a
 * string; a line may not.
 */
export async function forEachLine(
  file: DataFile,
  take: (text: string, line: number) => void,
  progress: Progress,
): Promise<void> {
  const encoding = encodingOf(await file.read(0, Math.min(1024, file.size)));
  const decoding = new TextDecoding(file.name);
  let line = 1;
  let rest: Uint8Array[] = [];
  let restLength = 0;
  const end = (bytes: Uint8Array): void => {
    const whole = restLength === 0 ? bytes : concatenate([...rest, bytes], restLength + bytes.length);
    const isCrLf = whole.at(-1) === carriageReturn;
    take(decoding.decode(whole, 0, whole.length - (isCrLf ? 1 : 0), line), line);
    line += 1;
    rest = [];
    restLength = 0;
  };
  for await (const slice of readSlices(file, encoding, progress)) {
    let start = 0;
    for (let at = slice.indexOf(newline); at >= 0; at = slice.indexOf(newline, start)) {
      end(slice.subarray(start, at));
      start = at + 1;
    }
    if (start === slice.length) continue;
    rest.push(slice.slice(start));
    restLength += slice.length - start;
    if (restLength > longestLine) {
      throw new DataError(`${file.name}, line ${line}: this line has no end within ${longestLine} bytes.`);
    }
  }
  if (restLength > 0) end(new Uint8Array(0));
}

function concatenate(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The first line of a text that is neither blank nor a comment, for recognising a format; '' where there is none. */
export function firstLine(head: Uint8Array): string {
  const text = new TextDecoder().decode(toText(head, encodingOf(head)));
  const lines = text.split(/[\r\n]+/).map((line) => line.trim());
  return lines.find((line) => line !== '' && !/^[#%]/.test(line)) ?? '';
}
