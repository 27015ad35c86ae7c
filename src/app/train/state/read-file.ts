import type { Dataset } from '../../../data/dataset';
import { DataError } from '../../../data/errors';
import type { DataFile, ReadOptions } from '../../../data/formats/format';
import { readDataset } from '../../../data/formats/read-dataset';
import { validateForTraining } from '../../../data/validate';
import { datasetWarnings } from '../../../data/warnings';

/** The result of reading a file. */
export interface FileReading {
  /** Where the labels are, or were looked for; null: that is not known. */
  label: string | null;
  /** null: there is a problem. */
  dataset: Dataset | null;
  warnings: string[];
  /** Says where something is wrong, or why nothing can be learned from the data; empty if all is well. */
  problem: string;
}

/** Reads and checks a visitor's file. */
export async function readDataFile(file: DataFile, options: ReadOptions): Promise<FileReading> {
  try {
    const { dataset, found } = await readDataset([file], options);
    validateForTraining(dataset, file.name);
    const warnings = [...found.guesses, ...found.warnings, ...datasetWarnings(dataset)];
    return { label: found.label, dataset, warnings, problem: '' };
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    return { label: options.label ?? null, dataset: null, warnings: [], problem: error.message };
  }
}
