import { type LabelColumn, parseCsv } from '../../../data/csv';
import type { Dataset } from '../../../data/dataset';
import { DataError } from '../../../data/errors';
import { guessLabelColumn } from '../../../data/label-column';
import { validateForTraining } from '../../../data/validate';
import { datasetWarnings } from '../../../data/warnings';

/** In bytes. More text than this does not fit into one string in a browser. */
const largestFile = 512e6;

/** The result of reading a file. */
export interface FileReading {
  /** Where the labels were looked for. */
  labelColumn: LabelColumn;
  /** null: there is a problem. */
  dataset: Dataset | null;
  warnings: string[];
  /** Says where something is wrong, or why nothing can be learned from the data; empty if all is well. */
  problem: string;
}

/** Why a file is not even tried; empty if it is. */
export function sizeProblem({ name, size }: { name: string; size: number }): string {
  if (size <= largestFile) return '';
  const has = Math.round(size / 1e6).toLocaleString('en');
  return (
    `${name} has ${has} MB; a browser tab can take at most ${largestFile / 1e6} MB. ` +
    'Leave some series out, or keep only every few steps of each.'
  );
}

/** Reads and checks the text of a visitor's file. @param asked null: the column that looks like labels. */
export function readDataText(text: string, name: string, asked: LabelColumn | null): FileReading {
  const labelColumn = asked ?? guessLabelColumn(text);
  try {
    const dataset = parseCsv(text, name, { labelColumn });
    validateForTraining(dataset, name);
    return { labelColumn, dataset, warnings: datasetWarnings(dataset), problem: '' };
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    return { labelColumn, dataset: null, warnings: [], problem: error.message };
  }
}
