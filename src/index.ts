/**
 * Gatewave's main door: ops and layers for TensorFlow.js, and what prepares a device for them.
 *
 * @module gatewave
 */
export { type FuseReportEntry, fuse } from './fuse/fuse';
export { type LoadOptions, loadLayersModel } from './fuse/load';
export * from './kernels';
export { DeviceFaultError, DeviceLostError, OutOfMemoryError } from './kernels/webgpu/faults';
export { AttentionPooling, type AttentionPoolingArgs } from './layers/attention';
export { Bidirectional, type BidirectionalArgs } from './layers/bidirectional';
export { GRU, type GRUArgs } from './layers/gru';
export { LSTM, type LSTMArgs } from './layers/lstm';
