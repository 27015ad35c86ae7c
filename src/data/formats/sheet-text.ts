import { Unpacked } from './archive/unpacked';
import type { DataFile } from './format';

/** What a cell of a table holds; null: nothing. */
export type Cell = string | number | bigint | boolean | Date | null;

const mostBuffered = 1 << 16;

/**
 * Rows of typed cells as the text of a table, so that they are read by the same rules as one: cells between tabs,
 * numbers with all their digits, moments as ISO 8601 has them, all other texts in quotes.
 */
export class SheetText {
  private readonly bytes = new Unpacked();
  private readonly encoder = new TextEncoder();
  private buffer = '';

  push(row: readonly Cell[]): void {
    this.buffer += `${row.map(toText).join('\t')}\n`;
    if (this.buffer.length > mostBuffered) this.flush();
  }

  /** Bytes of text so far. */
  get size(): number {
    return this.bytes.length + this.buffer.length;
  }

  toFile(name: string): DataFile {
    this.flush();
    return this.bytes.toFile(name);
  }

  private flush(): void {
    this.bytes.push(this.encoder.encode(this.buffer));
    this.buffer = '';
  }
}

function toText(cell: Cell): string {
  if (cell === null) return '';
  if (cell instanceof Date) return cell.toISOString();
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (typeof cell !== 'string') return Number.isNaN(cell) ? 'NaN' : String(cell);
  // A cell that is all text stays on its line, so that a row's number is that of its line.
  return `"${cell.replaceAll('"', '""').replace(/[\r\n]+/g, ' ')}"`;
}
