import type { Dataset } from '../../../data/dataset';
import type { DataFile, Found, Progress, ReadOptions } from '../../../data/formats/format';
import { readDataset } from '../../../data/formats/read-dataset';
import type { GivenParts, PartName } from '../../../data/split';
import { validateForTraining } from '../../../data/validate';
import { type DataWarnings, warningsOf } from '../../../data/warnings';
import { nameOfFiles } from './parts';

/** A file, and the part that its series are for. */
export interface PartFile {
  part: PartName;
  file: DataFile;
}

/** What was read from a visitor's files. */
export interface OwnData {
  /** To train on, and to take the other parts from where they have no files. */
  dataset: Dataset;
  /** Parts with files of their own. */
  given: GivenParts;
  /** How the files to train on were read. */
  found: Found;
  /** What to know before training on them; found here, since it takes a look at every value. */
  warnings: DataWarnings;
}

/**
 * Reads and checks a visitor's files.
 * @throws DataError that says where something is wrong, or why nothing can be learned from the data.
 */
export async function readOwnData(
  files: readonly PartFile[],
  options: ReadOptions,
  progress: Progress,
): Promise<OwnData> {
  const inAll = files.reduce((sum, { file }) => sum + file.size, 0);
  let before = 0;
  async function read(part: PartName, asked: ReadOptions) {
    const ofPart = files.filter((each) => each.part === part).map(({ file }) => file);
    if (ofPart.length === 0) return null;
    const start = before;
    const reading = await readDataset(ofPart, asked, (bytes) => progress(start + bytes, inAll));
    before += ofPart.reduce((sum, { size }) => sum + size, 0);
    return { ...reading, name: nameOfFiles(ofPart.map(({ name }) => name)) };
  }
  const train = await read('train', options);
  if (!train) throw new Error('None of the files is to train on.');
  const { dataset, found } = train;
  validateForTraining(dataset, train.name);
  // The other parts have the same classes, in the same order.
  const like = { ...options, classNames: dataset.classNames };
  const validation = await read('validation', like);
  const test = await read('test', like);
  const warnings = new Set([train, validation, test].flatMap((each) => each?.found.warnings ?? []));
  return {
    dataset,
    given: { ...(validation && { validation: validation.dataset }), ...(test && { test: test.dataset }) },
    found: { ...found, warnings: [...warnings] },
    warnings: warningsOf(dataset),
  };
}
