import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';

/**
 * Puts WGSL files into a build without indentation and comments, which are half of their text. Comments that control
 * unrolling stay: see src/kernels/webgpu/unroll.ts.
 */
export const wgslTexts: Plugin = {
  name: 'wgsl-texts',
  apply: 'build',
  enforce: 'pre',
  async load(id) {
    const [path, query] = id.split('?');
    if (!path?.endsWith('.wgsl') || query !== 'raw') return null;
    return `export default ${JSON.stringify(strip(await readFile(path, 'utf8')))};`;
  },
};

function strip(wgsl: string): string {
  const lines = wgsl.split('\n').map((line) => line.replace(/\/\/(?! (unroll|registers)\b).*$/, '').trim());
  return lines
    .filter((line) => line !== '')
    .map((line) => `${line}\n`)
    .join('');
}
