/** tf.js's wasm backend as Node finds it, beside its binaries; in the place of src/benchmark/peers/tfjs-wasm.ts. */
import '@tensorflow/tfjs-backend-wasm';

export async function loadWasm(): Promise<void> {
  // Importing it has registered it.
}
