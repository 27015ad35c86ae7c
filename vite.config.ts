import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { commitOf } from './build/commit';
import { prerender } from './build/prerender';
import { previewPicture } from './build/preview-picture';
import { wgslTexts } from './build/wgsl';

const root = import.meta.dirname;

/** A page that sends these may use SharedArrayBuffer, which the threads of the wasm backend need. */
const crossOriginIsolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

/** Bytes of what ONNX Runtime loads, for the page to say beforehand. */
const runtimeBytes = Object.fromEntries(
  [
    ['onnxruntime-webgpu', 'ort-wasm-simd-threaded.asyncify.wasm'],
    ['onnxruntime-wasm', 'ort-wasm-simd-threaded.wasm'],
  ].map(([peer, file]) => [peer, statSync(resolve(root, `node_modules/onnxruntime-web/dist/${file}`)).size]),
);

/**
 * tf.js gives its wasm threads the source text of a function, which reads a variable outside of it under its full name. A
 * minifier renames that variable, so here the function gets one of its own. (In a worker it has no value either way.)
 */
const wasmThreads: Plugin = {
  name: 'wasm-threads',
  transform(code, id) {
    if (!id.endsWith('tfjs-backend-wasm-threaded-simd.js')) return;
    const head = 'function(WasmBackendModuleThreadedSimd) {';
    if (!code.includes(head))
      this.error('The threads of tfjs-backend-wasm begin in another way than they did.');
    return { code: code.replace(head, `${head} var _scriptDir;`), map: null };
  },
};

export default defineConfig({
  root,
  // The built pages may lie in any folder of a server.
  base: './',
  define: {
    __GATEWAVE_COMMIT__: JSON.stringify(commitOf(root)),
    __RUNTIME_BYTES__: JSON.stringify(runtimeBytes),
  },
  // One per environment: tests and a server started beside them would keep rebuilding each other's dependencies.
  cacheDir: `node_modules/.vite/${process.env.NODE_ENV ?? 'development'}`,
  plugins: [wgslTexts, prerender(root), previewPicture(root)],
  worker: { format: 'es', plugins: () => [wasmThreads, wgslTexts] },
  server: { host: '127.0.0.1', headers: crossOriginIsolation },
  preview: { host: '127.0.0.1', headers: crossOriginIsolation },
  optimizeDeps: {
    // Everything a page or a test in a page can import is known at the start: a dependency found later would
    // make the server reload the page in the middle of a run.
    entries: ['*.html', 'src/{app,benchmark,data,kernels,model}/**/*.{ts,tsx}', 'test/pages/**/*.ts'],
    include: [
      '@tensorflow/tfjs-core',
      '@tensorflow/tfjs-core/dist/register_all_gradients',
      '@tensorflow/tfjs-layers',
      '@tensorflow/tfjs-backend-cpu',
      '@tensorflow/tfjs-backend-webgpu',
      '@tensorflow/tfjs-backend-wasm',
      '@tensorflow/tfjs-backend-webgl',
    ],
    // Finds its threads' script beside itself, so it must stay where it is.
    exclude: ['onnxruntime-web/wasm', 'onnxruntime-web/webgpu'],
  },
  build: {
    target: 'es2023',
    outDir: 'dist/pages',
    rolldownOptions: {
      input: ['index.html', 'benchmark.html', 'results.html'].map((name) => resolve(root, name)),
    },
  },
});
