import { DataError } from '../../errors';
import { checkUnpackedSize } from '../archive/unpacked';
import type { Cell } from '../sheet-text';
import type { Workbook } from './workbook';
import { parseXml } from './xml';

/** Excel's own limits. */
const mostRows = 1_048_576;
const mostColumns = 16_384;
/** What a cell takes here, for the limit of memory. */
const cellBytes = 16;
const millisecondsOfDay = 86_400_000;
/** From the day 0 of either count to 1970-01-01, in days. */
const daysTo1970 = { from1900: 25_569, from1904: 24_107 };

/**
 * The rows of a sheet, from row 1; a cell that holds nothing is null, and rows are as long as their last cell.
 * @param fileSize of the workbook, which the rows must be in proportion to.
 * @throws DataError naming the sheet and the cell.
 */
export async function readRows(workbook: Workbook, fileName: string, fileSize: number): Promise<Cell[][]> {
  const rows: Cell[][] = [];
  const place = (column: number): string =>
    `${fileName}, sheet ${JSON.stringify(workbook.sheetName)}, cell ${nameOf(column)}${rows.length}`;
  let row: Cell[] = [];
  let cells = 0;
  let column = 0;
  let cell = { type: '', style: 0, hasFormula: false };
  let text = '';
  let isValue = false;

  await parseXml(workbook.sheet, {
    open(name, attributes) {
      if (name === 'row') {
        const number = Number(attributes().r ?? rows.length + 1);
        if (!(number > rows.length && number <= mostRows)) {
          throw new DataError(`${fileName} is damaged: row ${attributes().r} follows row ${rows.length}.`);
        }
        while (rows.length < number) rows.push([]);
        row = rows[number - 1] as Cell[];
        column = -1;
      } else if (name === 'c') {
        const { r, t = 'n', s = '0' } = attributes();
        column = r === undefined ? column + 1 : columnOf(r);
        if (!(column >= row.length && column < mostColumns))
          throw new DataError(`${fileName} is damaged: the cell ${r} is out of order.`);
        cell = { type: t, style: Number(s), hasFormula: false };
        text = '';
      } else if (name === 'f') cell.hasFormula = true;
      isValue = name === 'v' || name === 't';
    },
    close(name) {
      isValue = false;
      if (name !== 'c') return;
      if (text === '' && cell.hasFormula) {
        throw new DataError(
          `${place(column)} has a formula but not its value. Open the file in Excel and save it, which computes it.`,
        );
      }
      if (text === '') return;
      cells += column + 1 - row.length;
      checkUnpackedSize(fileName, fileSize, cells * cellBytes);
      while (row.length < column) row.push(null);
      row.push(toCell(text, cell, workbook, () => place(column)));
    },
    text(piece) {
      if (isValue) text += piece;
    },
  });
  return rows;
}

function toCell(
  text: string,
  { type, style }: { type: string; style: number },
  workbook: Workbook,
  place: () => string,
): Cell {
  switch (type) {
    case 's': {
      const string = workbook.strings[Number(text)];
      if (string === undefined)
        throw new DataError(`${place()} refers to text ${text}, but there are ${workbook.strings.length}.`);
      return string;
    }
    case 'b':
      return text === '1';
    case 'd':
    case 'str':
    case 'inlineStr':
    case 'e':
      return text;
    default: {
      const value = Number(text);
      if (!Number.isFinite(value))
        throw new DataError(`${place()} holds ${JSON.stringify(text)}; expected a number.`);
      return workbook.isDate[style] ? toDate(value, workbook.is1904) : value;
    }
  }
}

/** A day's number, with the time as its fraction, as UTC. Excel's 1900 has a 29th of February, which is day 60. */
function toDate(serial: number, is1904: boolean): Date | number {
  const days = is1904 ? serial - daysTo1970.from1904 : serial - daysTo1970.from1900 + (serial < 60 ? 1 : 0);
  const date = new Date(Math.round(days * millisecondsOfDay));
  return Number.isNaN(date.getTime()) ? serial : date;
}

/** `AB12` → 27 */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of /^[A-Z]{1,3}/.exec(reference)?.[0] ?? '')
    column = 26 * column + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** 27 → `AB` */
function nameOf(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : nameOf(Math.floor(column / 26) - 1) + letter;
}
