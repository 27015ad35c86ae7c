import { DataError } from '../../errors';
import type { DataFile } from '../format';
import { parseXml } from './xml';

/** What the cells of the first sheet refer to. */
export interface Workbook {
  sheetName: string;
  sheet: DataFile;
  /** Names of the sheets that are not read. */
  otherSheets: string[];
  /** Texts that cells name by their numbers. */
  strings: string[];
  /** Whether numbers of each cell style are shown as dates or times. */
  isDate: boolean[];
  /** Whether days are counted from 1904 rather than from 1900, as old Macs did. */
  is1904: boolean;
}

/**
 * Reads the parts of a workbook but for its sheets: ECMA-376, part 1, chapter 18.
 * @param parts of the zip archive that it is, `book.xlsx/xl/workbook.xml` and so on.
 */
export async function readWorkbook(fileName: string, parts: readonly DataFile[]): Promise<Workbook> {
  const find = (path: string): DataFile | undefined =>
    parts.find(({ name }) => name === `${fileName}/${path}`);
  const main = find('xl/workbook.xml');
  if (!main)
    throw new DataError(
      `${fileName} is ${kindOf(fileName, parts)}. Save it as an Excel workbook (.xlsx) or as CSV.`,
    );
  const sheets: { name: string; id: string }[] = [];
  let is1904 = false;
  await parseXml(main, {
    open(name, attributes) {
      if (name === 'sheet') sheets.push({ name: attributes().name ?? '', id: attributes().id ?? '' });
      if (name === 'workbookPr') is1904 = /^(1|true)$/.test(attributes().date1904 ?? '');
    },
    close() {},
    text() {},
  });
  const targets = await readTargets(find('xl/_rels/workbook.xml.rels'));
  const found = sheets
    .map(({ name, id }) => ({ name, file: find(targets.get(id) ?? '') }))
    .find(({ file }) => file?.name.includes('worksheets/'));
  if (!found?.file) throw new DataError(`${fileName} has no worksheet.`);
  return {
    sheetName: found.name,
    sheet: found.file,
    otherSheets: sheets.map(({ name }) => name).filter((name) => name !== found.name),
    strings: await readStrings(find('xl/sharedStrings.xml')),
    isDate: await readStyles(find('xl/styles.xml')),
    is1904,
  };
}

function kindOf(fileName: string, parts: readonly DataFile[]): string {
  const has = (path: string): boolean => parts.some(({ name }) => name.startsWith(`${fileName}/${path}`));
  if (has('xl/workbook.bin')) return 'a binary Excel workbook (.xlsb)';
  if (has('word/')) return 'a Word document';
  if (has('ppt/')) return 'a PowerPoint presentation';
  if (has('content.xml')) return 'an OpenDocument file';
  return 'no Excel workbook: it has no xl/workbook.xml';
}

/** Paths of the parts that the workbook refers to, by their ids. */
async function readTargets(relations: DataFile | undefined): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  if (!relations) return targets;
  await parseXml(relations, {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const { Id = '', Target = '' } = attributes();
      targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target.replace(/^\.\//, '')}`);
    },
    close() {},
    text() {},
  });
  return targets;
}

async function readStrings(file: DataFile | undefined): Promise<string[]> {
  const strings: string[] = [];
  if (!file) return strings;
  let text = '';
  let isText = false;
  // A string may have stretches of different fonts, and readings of Asian characters, which are no part of it.
  let isReading = false;
  await parseXml(file, {
    open(name) {
      if (name === 'si') text = '';
      if (name === 'rPh') isReading = true;
      isText = name === 't';
    },
    close(name) {
      if (name === 'si') strings.push(text);
      if (name === 'rPh') isReading = false;
      isText = false;
    },
    text(piece) {
      if (isText && !isReading) text += piece;
    },
  });
  return strings;
}

/** Ids of the built-in number formats of dates and times: ECMA-376, part 1, 18.8.30. */
const builtInDates: readonly [number, number][] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

async function readStyles(file: DataFile | undefined): Promise<boolean[]> {
  const custom = new Map<number, boolean>();
  const isDate: boolean[] = [];
  if (!file) return isDate;
  let isCellStyle = false;
  await parseXml(file, {
    open(name, attributes) {
      if (name === 'numFmt')
        custom.set(Number(attributes().numFmtId), isDateFormat(attributes().formatCode ?? ''));
      if (name === 'cellXfs') isCellStyle = true;
      if (name === 'xf' && isCellStyle) {
        const id = Number(attributes().numFmtId ?? 0);
        isDate.push(custom.get(id) ?? builtInDates.some(([from, to]) => from <= id && id <= to));
      }
    },
    close(name) {
      if (name === 'cellXfs') isCellStyle = false;
    },
    text() {},
  });
  return isDate;
}

/** Whether a format such as `yyyy-mm-dd` has signs of days, months, hours …, outside of texts, colours and conditions. */
function isDateFormat(code: string): boolean {
  const plain = code
    .replace(/"[^"]*"|[\\_*]./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .replace(/general/gi, '');
  return /[dmyhs]/i.test(plain);
}
