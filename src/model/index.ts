/**
 * The classifier of time series (a bidirectional LSTM with attention), what trains and tests it, the session that the
 * page and the command line drive, and weights from and for other programs.
 *
 * @module gatewave/model
 */
export type { BackendName, DeviceDescription } from './device/open-device';
export { ModelError } from './errors';
export { attentionAgreement, rankCorrelation } from './explain/agreement';
export { type Fill, fills } from './explain/fill';
export {
  type HiddenStretch,
  type LogitsOf,
  type Occlusion,
  type OcclusionOptions,
  occlude,
  occlusionPasses,
  type SeriesBatch,
} from './explain/occlusion';
export { occlusionWindows, type Stretch, type WindowOptions } from './explain/windows';
export {
  Classifier,
  type ClassifierSizes,
  type Explanation,
  type Initialisation,
  initialWeights,
  parameterCount,
  type WeightName,
  type WeightShapes,
  type WeightValues,
  weightShapes,
} from './network/classifier';
export { evaluate, type Predictions, predict } from './network/evaluation';
export type { Inspection } from './network/inspection';
export { type ClassifierOutput, predictedClasses } from './report/metrics/output';
export { type ClassificationReport, classificationReport } from './report/metrics/report';
export { formatReport, formatTemperature } from './report/metrics/report-text';
export { type TemperatureScaling, temperatureScaling } from './report/metrics/temperature';
export type { SessionApi, TuningReport } from './session/api';
export { Session } from './session/session';
export type { Checkpoint, DatasetFingerprint } from './training/checkpoint';
export type {
  EndEvent,
  EndReason,
  EpochEvent,
  StartEvent,
  StepsEvent,
  TrainingEvent,
} from './training/events';
export { TrainingError } from './training/finite';
export { historyCsv } from './training/history';
export {
  type Recipe,
  recipes,
  resolveRecipe,
} from './training/recipes';
export type { DataShape, MemoryPlan } from './training/run-plan';
export {
  type RunDescription,
  Trainer,
  type TrainerRunOptions,
  type TrainingResult,
} from './training/trainer';
export type { Position, TrainerState, TrainingProgress } from './training/trainer-state';
export type { RunOptions, TrainingSummary } from './training/training-run';
export { type ClassifierWeights, classifierOfLayers } from './weights/keras/classifier';
export type { KerasLayer, KerasModel } from './weights/keras/file';
export { kerasLayersModel } from './weights/keras/layers-model';
export { type KerasRecurrent, readKerasRecurrent } from './weights/keras/recurrent';
export { loadModel } from './weights/load-model';
export type { ModelMetadata } from './weights/metadata';
export {
  type LoadedModel,
  type ModelFiles,
  type ModelInfo,
  type ModelSource,
  saveModel,
} from './weights/model-files';
export { encodeClassifier } from './weights/onnx/classifier';
export { encodeRecurrent } from './weights/onnx/recurrent';
export { kerasLayers, readWeights, type WeightsFile } from './weights/read';
export {
  type CellName,
  type CellWeights,
  layerWeights,
  type RecurrentWeights,
  recurrentSizes,
} from './weights/recurrent';
export { readSafetensors, readSafetensorsMetadata, writeSafetensors } from './weights/safetensors';
export { stockModel } from './weights/stock';
export { type NamedTensors, WeightsError, type WeightTensor } from './weights/tensors';
export type { LayersFiles } from './weights/tfjs-files';
export { fromTorch, torchShapes, torchSizes, toTorch } from './weights/torch/classifier';
export { readTorchRecurrent, torchRecurrentModules, writeTorchRecurrent } from './weights/torch/recurrent';
