import { DataError } from '../../errors';
import { findJsonProblem } from '../../json';
import type { DataFile, Format, Progress } from '../format';
import { forEachLine } from '../lines';
import { encodingOf, isText, readSlices, toText } from '../table/text';
import { JsonEntries } from './entries';
import { isObject, show } from './values';

/** In bytes: engines end a string at some 500 million characters. */
const largestText = 2 ** 28;
/** Keys under which an object may hold its series. */
const wrappers = ['series', 'data'];

/**
 * JSON: an array of objects, each a series with `values` and, where there are any, `label`, `id`, `group`, `regions` and
 * more; or JSON Lines, such an object a line.
 */
export const json: Format = {
  name: 'json',
  recognise: (head) =>
    isText(head) &&
    /^\s*(\[\s*([[{\]"\-\d]|$)|\{\s*["}])/.test(new TextDecoder().decode(toText(head, encodingOf(head)))),
  async read(file, options, progress) {
    const entries = new JsonEntries(file.name, options);
    if (await isJsonLines(file)) {
      await forEachLine(
        file,
        (text, line) => {
          if (text.trim() !== '') entries.add(parse(text, file.name, line), `${file.name}, line ${line}`);
        },
        progress,
      );
      return entries.finish();
    }
    const whole = parse(await readText(file, progress), file.name);
    seriesIn(whole, file.name).forEach((entry, index) => {
      entries.add(entry, `${file.name}, [${index}]`);
    });
    return entries.finish();
  },
};

/** Whether the first line that is not blank is a series by itself, or another object that a further one follows. */
async function isJsonLines(file: DataFile): Promise<boolean> {
  const enough = {};
  let found = false;
  let isObjectLine = false;
  const look = (text: string): void => {
    const start = text.trim();
    if (start === '') return;
    if (isObjectLine) {
      found = start.startsWith('{');
      throw enough;
    }
    try {
      const value: unknown = JSON.parse(withoutNan(start));
      isObjectLine = isObject(value);
      found = isObject(value) && Object.hasOwn(value, 'values');
    } catch {
      // The object goes on in the next line.
    }
    if (found || !isObjectLine) throw enough;
  };
  try {
    await forEachLine(file, look, () => {});
  } catch (error) {
    if (error !== enough) throw error;
  }
  return found;
}

async function readText(file: DataFile, progress: Progress): Promise<string> {
  if (file.size > largestText) {
    throw new DataError(
      `${file.name} has ${Math.round(file.size / 1e6)} MB, too much for one JSON text. Write a series a line (JSON Lines), which has no limit.`,
    );
  }
  const encoding = encodingOf(await file.read(0, Math.min(1024, file.size)));
  const decoder = new TextDecoder();
  let text = '';
  for await (const slice of readSlices(file, encoding, progress))
    text += decoder.decode(slice, { stream: true });
  return text + decoder.decode();
}

/** Python writes NaN, which is not JSON, for missing values. */
const nanOrText = /"(?:[^"\\]|\\.)*"|\bNaN\b/g;

function withoutNan(text: string): string {
  return text.includes('NaN') ? text.replace(nanOrText, (piece) => (piece === 'NaN' ? 'null' : piece)) : text;
}

function parse(text: string, fileName: string, line?: number): unknown {
  const plain = withoutNan(text);
  try {
    return JSON.parse(plain);
  } catch (error) {
    const problem = findJsonProblem(plain);
    if (!problem) throw new DataError(`${fileName} cannot be read as JSON: ${(error as Error).message}.`);
    throw new DataError(
      `${fileName}, line ${line ?? problem.line}, column ${problem.column}: ${problem.message}.`,
    );
  }
}

function seriesIn(whole: unknown, fileName: string): unknown[] {
  if (Array.isArray(whole)) return whole;
  if (isObject(whole)) {
    const key = wrappers.find((name) => Object.hasOwn(whole, name) && Array.isArray(whole[name]));
    if (key) return whole[key] as unknown[];
    if (Object.hasOwn(whole, 'values')) return [whole];
  }
  throw new DataError(
    `${fileName} is ${show(whole)}; expected an array of series, [{"label": "a", "values": [1, 2, 3]}].`,
  );
}
