import type { SideTable } from '../../dataset';
import { isNumber, toNumber } from './numbers';
import type { TablePlan } from './plan';
import type { Row } from './rows';

/** Columns of a table that are kept beside its series. */
export class AboutColumns {
  private readonly columns: { index: number; name: string; texts: string[] }[];

  constructor({ about, names }: TablePlan) {
    this.columns = about.map((index) => ({
      index,
      name: names?.[index] || `column ${index + 1}`,
      texts: [],
    }));
  }

  /** Takes what a row says of the next series. */
  add(row: Row): void {
    for (const { index, texts } of this.columns) texts.push(row.text(index));
  }

  table(): SideTable {
    // No prototype: a column may be called __proto__.
    const table: SideTable = Object.create(null);
    for (const { name, texts } of this.columns)
      table[name] = texts.every(isNumber) ? texts.map(toNumber) : texts;
    return table;
  }
}
