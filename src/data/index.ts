/**
 * Series to train on: from files or the generator of sine waves, checked, split, prepared and cut into batches.
 *
 * @module gatewave/data
 */
export { type RandomState, RandomStream } from '../random';
export {
  type Bucket,
  batchCount,
  batchIndices,
  bucketsByLength,
  type Epoch,
  type GatheredBatch,
  gatherBatch,
  gatherLabels,
  orderedBatches,
  shuffledBatches,
} from './batches';
export {
  type CompleteConfig,
  ConfigError,
  type ConfigProblem,
  checkRunConfig,
  findConfigProblems,
  parseRunConfig,
  type RecipeName,
  type RunConfig,
} from './config';
export {
  classCounts,
  type Dataset,
  type DatasetSummary,
  describeDataset,
  type Region,
  type SideTable,
  subset,
  summariseDataset,
} from './dataset';
export { DataError } from './errors';
export { blobFile, bytesFile, textFile } from './formats/data-file';
export type { DataFile, Found, Progress, Reading, ReadOptions } from './formats/format';
export { readDataset } from './formats/read-dataset';
export { type HyperParameters, hyperParameters } from './hyper-parameters';
export { type PackedTexts, packTexts, textAt } from './packed-texts';
export { type FittedPreparation, fitPreparation, type PreparationOptions } from './preparation/fit';
export {
  describePreparation,
  type MissingPolicy,
  type Preparation,
  type Scaling,
} from './preparation/preparation';
export { prepareDataset, prepareSeries, spreadSteps } from './preparation/prepare';
export { type SineWave, sineSeries } from './sine';
export { defaultSineConfig, type SineConfig } from './sine-config';
export { generateSineDataset, sinesOf } from './sine-dataset';
export {
  defaultFractions,
  type GivenParts,
  type Part,
  type PartName,
  type Split,
  type SplitOptions,
  type SplitSummary,
  splitDataset,
  splitIntoFolds,
  summariseSplit,
} from './split';
export { validateForTraining } from './validate';
export { datasetWarnings } from './warnings';
export { writeCsv } from './write-csv';
