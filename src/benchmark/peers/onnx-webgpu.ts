import module from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.mjs?url';
import binary from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url';
import * as runtime from 'onnxruntime-web/webgpu';

const absolute = (url: string) => new URL(url, self.location.origin).href;
runtime.env.wasm.wasmPaths = { mjs: absolute(module), wasm: absolute(binary) };

export { runtime };
