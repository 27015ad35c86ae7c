import type { Dataset } from '../../dataset';
import type { ReadOptions } from '../format';
import type { TablePlan } from './plan';
import type { Row } from './rows';

/** A table that is being read, and how. */
export interface Table {
  fileName: string;
  plan: TablePlan;
  options: ReadOptions;
  /** Calls with each row but the header; a row is only valid within the call. */
  forEach(take: (row: Row) => void): Promise<void>;
}

/** What the reader of a form of tables gives. */
export interface TableReading {
  dataset: Dataset;
  format: string;
  missing: number;
  warnings: string[];
}
