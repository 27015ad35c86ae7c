import { DataError } from '../../errors';
import { DatasetBuilder } from '../dataset-builder';
import { Padding } from '../padding';
import { AboutColumns } from './about';
import { NumberCells } from './numbers';
import type { TablePlan } from './plan';
import type { Row, Separator } from './rows';
import type { Table, TableReading } from './table';

/** A series a row. */
export async function readWide(table: Table, separator: Separator): Promise<TableReading> {
  const { fileName, plan, options } = table;
  const { values, channels, channelNames, label, id, group } = plan;
  const builder = new DatasetBuilder({ channels, channelNames, classNames: options.classNames });
  const numbers = new NumberCells(fileName);
  const about = new AboutColumns(plan);
  const padding = new Padding();
  const steps = values.length / channels;
  let firstLine = 0;
  let whole = true;

  await table.forEach((row) => {
    firstLine ||= row.line;
    checkWidth(row, plan, firstLine, fileName);
    const text = (column: number): string | undefined => (column < 0 ? undefined : row.text(column));
    const facts = { label: text(label), id: text(id), group: text(group) };
    if (whole && facts.label !== undefined && !wholeNumber.test(facts.label)) whole = false;
    const series = builder.add(steps, facts, () => `${fileName}, line ${row.line}, column ${label + 1}`);
    const before = numbers.missing;
    for (let i = 0; i < values.length; i++) series[i] = numbers.read(row, values[i] as number);
    if (numbers.missing > before) padding.add(builder.count - 1, series, channels);
    about.add(row);
  });

  const padded = padding.cut(builder);
  const byTab = separator === '\t' || separator === 'space';
  const isUcr = byTab && plan.names === null && label === 0 && whole && !numbers.hasCommas;
  return {
    dataset: builder.build(about.table()),
    format: isUcr ? 'ucr' : 'csv',
    missing: numbers.missing - padded,
    warnings: [],
  };
}

const wholeNumber = /^[+-]?\d+(\.0*)?(e[+-]?\d+)?$/i;

/** @throws DataError when a row has another number of cells than the first; an empty one at its end is not counted. */
export function checkWidth(row: Row, { width, names }: TablePlan, firstLine: number, fileName: string): void {
  if (row.count === width || (row.count === width + 1 && row.isEmpty(width))) return;
  const place = `${fileName}, line ${row.line}, column ${Math.min(row.count, width) + 1}`;
  const than = names ? `the header has ${width}` : `line ${firstLine} has ${width}`;
  throw new DataError(
    `${place}: this line has ${row.count} ${row.count === 1 ? 'cell' : 'cells'} where ${than}. ` +
      'All lines must have the same number; shorter series end in empty cells or NaN.',
  );
}
