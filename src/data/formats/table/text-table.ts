import { knownKind } from '../file-kind';
import type { DataFile, Format, Progress, Reading, ReadOptions } from '../format';
import { readLog } from './log';
import { readLong } from './long';
import { planTable, type TablePlan } from './plan';
import { forEachRow, type Row } from './rows';
import { sampleTable } from './sample';
import type { Table } from './table';
import { isText, TextDecoding } from './text';
import { readWide } from './wide';

/**
 * Tables as text: CSV and what goes by that name. `csv` has a series a row, `csv-long` a moment of a series a row,
 * `csv-log` a moment of one recording a row; `ucr` is a `csv` as the UCR archive writes it.
 */
export const textTable: Format = {
  name: 'csv',
  hasColumns: true,
  recognise: (head) => isText(head) && knownKind(head) === undefined,
  async read(file: DataFile, options: ReadOptions, progress: Progress): Promise<Reading> {
    const sample = await sampleTable(file);
    const plan = planTable(file.name, sample, options);
    const decoding = new TextDecoding(file.name);
    const table: Table = {
      fileName: file.name,
      plan,
      options,
      forEach(take) {
        let isHeader = plan.names !== null;
        const takeNext = (row: Row): void => {
          if (!isHeader) take(row);
          isHeader = false;
        };
        return forEachRow({ ...sample.rows, decoding }, takeNext, progress);
      },
    };
    const read = { wide: readWide, long: readLong, log: readLog }[plan.form];
    const { dataset, format, missing, warnings } = await read(table, sample.rows.separator);
    const guesses = [...plan.guesses];
    if (decoding.isWindows) guesses.push(`${file.name} is not UTF-8; its text is read as Windows-1252.`);
    return { dataset, found: { format, label: labelOf(plan), missing, guesses, warnings } };
  },
};

function labelOf({ label, names, width }: TablePlan): string | null {
  if (label < 0) return null;
  return names?.[label] || (label === 0 ? 'first' : label === width - 1 ? 'last' : String(label + 1));
}
