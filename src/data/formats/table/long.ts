import { DataError } from '../../errors';
import { DatasetBuilder } from '../dataset-builder';
import { GrowingFloat32, GrowingFloat64, GrowingInt32 } from '../growing';
import { AboutColumns } from './about';
import { isMissing, NumberCells } from './numbers';
import { momentOf } from './profile';
import type { Row } from './rows';
import type { Table, TableReading } from './table';
import { checkWidth } from './wide';

interface LongSeries {
  id: string;
  label: string | undefined;
  group: string | undefined;
  /** Where it was first seen. */
  line: number;
}

/** A moment of a series a row, in any order: the rows of an id are sorted by their moment. */
export async function readLong(table: Table): Promise<TableReading> {
  const { fileName, plan, options } = table;
  const { values, channels, channelNames, label, id, time, group } = plan;
  const builder = new DatasetBuilder({ channels, channelNames, classNames: options.classNames });
  const numbers = new NumberCells(fileName);
  const about = new AboutColumns(plan);
  const all: LongSeries[] = [];
  const indexOf = new Map<string, number>();
  const series = new GrowingInt32();
  const moments = new GrowingFloat64();
  const lines = new GrowingInt32();
  const cells = new GrowingFloat32();
  let firstLine = 0;

  const indexOfRow = (row: Row): number => {
    const name = row.text(id);
    const known = indexOf.get(name);
    if (known !== undefined) {
      checkSame(row, label, all[known] as LongSeries, 'label', fileName);
      checkSame(row, group, all[known] as LongSeries, 'group', fileName);
      return known;
    }
    if (isMissing(name)) {
      throw new DataError(
        `${fileName}, line ${row.line}, column ${id + 1}: the id of the series is missing.`,
      );
    }
    const text = (column: number): string | undefined => (column < 0 ? undefined : row.text(column));
    all.push({ id: name, label: text(label), group: text(group), line: row.line });
    indexOf.set(name, all.length - 1);
    about.add(row);
    return all.length - 1;
  };

  await table.forEach((row) => {
    firstLine ||= row.line;
    checkWidth(row, plan, firstLine, fileName);
    series.push(indexOfRow(row));
    lines.push(row.line);
    moments.push(time < 0 ? row.line : readMoment(row, time, fileName));
    for (const column of values) cells.push(numbers.read(row, column));
  });

  const { order, starts } = sortRows(series.view(), moments.view(), all.length);
  const [times, places, data] = [moments.view(), lines.view(), cells.view()];
  all.forEach((facts, index) => {
    const rows = order.subarray(starts[index], starts[index + 1]);
    const target = builder.add(
      rows.length,
      facts,
      () => `${fileName}, line ${facts.line}, column ${label + 1}`,
    );
    rows.forEach((row, step) => {
      const previous = rows[step - 1];
      if (previous !== undefined && times[previous] === times[row]) {
        throw new DataError(
          `${fileName}, lines ${places[previous]} and ${places[row]}: two rows of the series ${JSON.stringify(facts.id)} have the same moment.`,
        );
      }
      target.set(data.subarray(row * channels, (row + 1) * channels), step * channels);
    });
  });
  const dataset = builder.build(about.table());
  return { dataset, format: 'csv-long', missing: numbers.missing, warnings: [] };
}

function checkSame(
  row: Row,
  column: number,
  facts: LongSeries,
  what: 'label' | 'group',
  fileName: string,
): void {
  if (column < 0) return;
  const text = row.text(column);
  if (text === facts[what]) return;
  throw new DataError(
    `${fileName}, lines ${facts.line} and ${row.line}: the series ${JSON.stringify(facts.id)} has two ${what}s, ` +
      `${JSON.stringify(facts[what])} and ${JSON.stringify(text)}. Each id must have one.`,
  );
}

function readMoment(row: Row, column: number, fileName: string): number {
  const text = row.text(column);
  const moment = momentOf(text);
  if (!Number.isNaN(moment)) return moment;
  throw new DataError(
    `${fileName}, line ${row.line}, column ${column + 1}: ${JSON.stringify(text)} is neither a number nor a date.`,
  );
}

/** Indices of the rows, by series and then by moment, and where each series starts among them. */
function sortRows(
  series: Int32Array,
  moments: Float64Array,
  count: number,
): { order: Int32Array; starts: Int32Array } {
  const starts = new Int32Array(count + 1);
  for (const index of series) starts[index + 1] = (starts[index + 1] as number) + 1;
  for (let i = 0; i < count; i++) starts[i + 1] = (starts[i + 1] as number) + (starts[i] as number);
  const next = starts.slice();
  const order = new Int32Array(series.length);
  series.forEach((index, row) => {
    order[next[index] as number] = row;
    next[index] = (next[index] as number) + 1;
  });
  for (let i = 0; i < count; i++) {
    const rows = order.subarray(starts[i], starts[i + 1]);
    const isSorted = rows.every(
      (row, j) => j === 0 || (moments[rows[j - 1] as number] as number) <= (moments[row] as number),
    );
    if (!isSorted) rows.sort((a, b) => (moments[a] as number) - (moments[b] as number) || a - b);
  }
  return { order, starts };
}
