import { DataError } from '../../errors';
import { openZip } from '../archive/zip';
import type { DataFile, Progress, Reading, ReadOptions } from '../format';
import { SheetText } from '../sheet-text';
import { textTable } from '../table/text-table';
import { readRows } from './sheet';
import { readWorkbook } from './workbook';

/** Reads the first sheet of a workbook as if it were the text of a table. */
export async function readWorkbookFile(
  file: DataFile,
  options: ReadOptions,
  progress: Progress,
): Promise<Reading> {
  const parts = (await openZip(file)).map((part) => ({ ...part, name: `${file.name}/${part.name}` }));
  const workbook = await readWorkbook(file.name, parts);
  const rows = await readRows(workbook, file.name, file.size);
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const place = `${file.name}, sheet ${JSON.stringify(workbook.sheetName)}`;
  if (width === 0) throw new DataError(`${place} is empty.`);
  const text = new SheetText();
  for (const row of rows) {
    text.push(row.length === 0 ? [] : [...row, ...new Array<null>(width - row.length).fill(null)]);
  }
  const table = text.toFile(place);
  const { dataset, found } = await textTable.read(table, options, (read) => {
    progress(Math.floor((read / table.size) * file.size), file.size);
  });
  const warnings = [...found.warnings];
  if (workbook.otherSheets.length > 0) {
    warnings.push(`${place} was read, not the others: ${workbook.otherSheets.slice(0, 8).join(', ')}.`);
  }
  return { dataset, found: { ...found, format: found.format.replace(/^(csv|ucr)/, 'xlsx'), warnings } };
}
