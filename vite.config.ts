import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const root = import.meta.dirname;
const pages = readdirSync(root).filter((name) => name.endsWith('.html'));

/** A page that sends these may use SharedArrayBuffer, which the threads of the wasm backend need. */
const crossOriginIsolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

/** The sources' commit, with a + where files differ from it; null outside a git repository. */
function commit(): string | null {
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  try {
    return git('rev-parse', '--short=12', 'HEAD') + (git('status', '--porcelain') ? '+' : '');
  } catch {
    return null;
  }
}

export default defineConfig({
  root,
  define: { __GATEWAVE_COMMIT__: JSON.stringify(commit()) },
  // One per environment: tests and a server started beside them would keep rebuilding each other's dependencies.
  cacheDir: `node_modules/.vite/${process.env.NODE_ENV ?? 'development'}`,
  worker: { format: 'es' },
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
    rollupOptions: { input: pages.map((name) => resolve(root, name)) },
  },
});
