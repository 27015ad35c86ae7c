import { DataError } from '../../errors';
import { isMissingLabel } from '../class-names';
import { DatasetBuilder } from '../dataset-builder';
import { NumberCells } from './numbers';
import { momentOf } from './profile';
import type { Row } from './rows';
import type { Table, TableReading } from './table';
import { checkWidth } from './wide';

/** A moment of a recording a row, cut into windows; none reaches beyond a recording, group or jump back in time. */
export async function readLog(table: Table): Promise<TableReading> {
  const { fileName, plan, options } = table;
  const { values, channels, channelNames, label, id, time, group } = plan;
  const window = positive(options.window, 'window');
  const stride = positive(options.stride ?? window, 'stride');
  const builder = new DatasetBuilder({ channels, channelNames, classNames: options.classNames });
  const numbers = new NumberCells(fileName);
  const starts: number[] = [];
  let rows: Moment[] = [];
  let previous: { id: string; group: string; moment: number } | undefined;
  let skip = 0;
  let firstLine = 0;
  let impure = 0;

  const take = (row: Row): void => {
    firstLine ||= row.line;
    checkWidth(row, plan, firstLine, fileName);
    const text = (column: number): string => (column < 0 ? '' : row.text(column));
    const moment = time < 0 ? row.line : momentOf(row.text(time));
    const current = { id: text(id), group: text(group), moment };
    const goesOn =
      previous &&
      previous.id === current.id &&
      previous.group === current.group &&
      !(moment < previous.moment);
    if (!goesOn) {
      rows = [];
      skip = 0;
    }
    previous = current;
    const cells = Float32Array.from(values, (column) => numbers.read(row, column));
    if (skip > 0) {
      skip -= 1;
      return;
    }
    rows.push({ cells, label: text(label), line: row.line });
    if (rows.length < window) return;
    if (!addWindow(current.group)) impure += 1;
    rows = rows.slice(stride);
    skip = Math.max(0, stride - window);
  };

  /** @returns false where the window has no label that enough of it has. */
  const addWindow = (groupName: string): boolean => {
    const most = label < 0 ? undefined : mostFrequent(rows);
    if (most && (isMissingLabel(most.label) || most.share < (options.purity ?? 0))) return false;
    const first = rows[0] as Moment;
    const facts = { label: most?.label, group: group < 0 ? undefined : groupName };
    const series = builder.add(window, facts, () => `${fileName}, line ${most?.line}, column ${label + 1}`);
    rows.forEach(({ cells }, step) => {
      series.set(cells, step * channels);
    });
    starts.push(first.line);
    return true;
  };

  await table.forEach(take);
  if (builder.count === 0) {
    throw new DataError(
      impure === 0
        ? `${fileName} has no ${window} rows in a row for a window. Give a smaller --window.`
        : `${fileName}: no window of ${window} rows has one label often enough. Give a smaller --window or --purity.`,
    );
  }
  return {
    dataset: builder.build({ 'first line': starts }),
    format: 'csv-log',
    missing: numbers.missing,
    warnings:
      impure === 0
        ? []
        : [
            `${impure} windows are left out, since too few of their rows have one label (--purity) or they have none.`,
          ],
  };
}

interface Moment {
  cells: Float32Array;
  label: string;
  line: number;
}

/** The label of most rows, the first of several, and its share of the rows. */
function mostFrequent(rows: readonly Moment[]): { label: string; line: number; share: number } {
  const counts = new Map<string, number>();
  for (const { label } of rows) counts.set(label, (counts.get(label) ?? 0) + 1);
  let [best, most] = ['', 0];
  for (const [label, count] of counts) if (count > most) [best, most] = [label, count];
  const line = rows.find(({ label }) => label === best)?.line as number;
  return { label: best, line, share: most / rows.length };
}

function positive(value: number | undefined, option: string): number {
  if (value !== undefined && Number.isInteger(value) && value > 0) return value;
  throw new DataError(`--${option} is ${value}; it must be a whole number above 0.`);
}
