/**
 * The classifier of time series (a bidirectional LSTM with attention), what trains and tests it, the session that the
 * page and the command line drive, and weights from and for other programs.
 *
 * @module gatewave/model
 */
export {
  Classifier,
  type ClassifierSizes,
  type Explanation,
  initialWeights,
  parameterCount,
  type WeightName,
  type WeightShapes,
  type WeightValues,
  weightShapes,
} from './network/classifier';
export {
  type ClassificationReport,
  type ClassifierOutput,
  classificationReport,
  formatReport,
  predictedClasses,
} from './report/metrics/report';
export * from './session/api';
export { Session } from './session/session';
export { evaluate, predict } from './training/evaluation';
export type {
  EndEvent,
  EndReason,
  EpochEvent,
  SnapshotEvent,
  StartEvent,
  StepsEvent,
  TrainingEvent,
} from './training/events';
export { historyCsv } from './training/history';
export {
  type Initialisation,
  type Recipe,
  type RecipeName,
  recipes,
  resolveRecipe,
  type Schedule,
} from './training/recipes';
export {
  type RunDescription,
  Trainer,
  type TrainerRunOptions,
  TrainingError,
  type TrainingResult,
} from './training/trainer';
export type { Position, TrainerState } from './training/trainer-state';
export { type LoadedModel, loadModel, type ModelMetadata, saveModel } from './weights/model-files';
export {
  readSafetensors,
  readSafetensorsMetadata,
  type SafetensorsEntry,
  SafetensorsError,
  type SafetensorsType,
  writeSafetensors,
} from './weights/safetensors';
export {
  fromTorch,
  type TorchState,
  TorchStateError,
  type TorchTensor,
  torchShapes,
  torchSizes,
  toTorch,
} from './weights/torch-names';
