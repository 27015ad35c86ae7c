import { Parser } from 'saxen';
import { DataError } from '../../errors';
import type { DataFile } from '../format';

const sliceSize = 1 << 18;

/** Hears the elements of an XML text, by their names without a prefix, and the text within the innermost one. */
export interface XmlHandler {
  open(name: string, attributes: () => Record<string, string>): void;
  close(name: string): void;
  text(text: string): void;
}

/** @throws DataError when it is not well-formed; what the handler throws. */
export async function parseXml(file: DataFile, handler: XmlHandler): Promise<void> {
  const parser = new Parser()
    .on('openTag', (name, attributes, decode) => {
      handler.open(localName(name), () => decodeAll(attributes(), decode));
    })
    .on('closeTag', (name) => handler.close(localName(name)))
    .on('text', (text, decode) => handler.text(decode(text)))
    .on('cdata', (text) => handler.text(text))
    .on('error', (error) => {
      throw error instanceof DataError ? error : new DataError(`${file.name} is damaged: ${error.message}.`);
    });
  const decoder = new TextDecoder();
  for (let start = 0; start < file.size; start += sliceSize) {
    const end = Math.min(start + sliceSize, file.size);
    parser.write(decoder.decode(await file.read(start, end), { stream: end < file.size }));
  }
  parser.end();
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function decodeAll(
  attributes: Record<string, string>,
  decode: (text: string) => string,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [localName(name), decode(value)]),
  );
}
