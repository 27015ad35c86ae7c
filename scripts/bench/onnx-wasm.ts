/** ONNX Runtime as Node finds it, beside its binaries; in the place of src/benchmark/peers/onnx-wasm.ts. */
export * as runtime from 'onnxruntime-web';
