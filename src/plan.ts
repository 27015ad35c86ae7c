/**
 * For authors of kernels: what a plan is made of, what runs one, and what measures and predicts its time. The plans of
 * the library's own ops come from `lstmOps`, `attentionOps` and the like of the main door.
 *
 * @module gatewave/plan
 */
export { type Ceilings, measureCeilings } from './kernels/webgpu/ceilings';
export { type Choices, planOf, type TunableOp, type Variant, variantOf } from './kernels/webgpu/choices';
export {
  type Bound,
  type DeviceModel,
  type PassPrediction,
  type PlanPrediction,
  peakFlops,
  predictPlan,
  utilisation,
} from './kernels/webgpu/cost-model';
export { profileOf } from './kernels/webgpu/device';
export {
  dispatchCosts,
  realDevices,
  type SoftwareAdapter,
  softwareModel,
} from './kernels/webgpu/device-models';
export { compilePlans, runPlan } from './kernels/webgpu/execute';
export {
  type MeasureOptions,
  measurePlan,
  measureWhole,
  type PassTiming,
  type WholeOptions,
} from './kernels/webgpu/measure';
export * from './kernels/webgpu/passes';
export * from './kernels/webgpu/plan';
export { shaderNames, specialise } from './kernels/webgpu/shaders';
