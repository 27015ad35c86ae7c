import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';

/**
 * Puts WGSL files into a build without their comments, which are half of their text. Those that steer how the text is
 * unrolled stay: see src/kernels/webgpu/unroll.ts.
 */
export const wgslTexts: Plugin = {
  name: 'wgsl-texts',
  apply: 'build',
  enforce: 'pre',
  async load(id) {
    const [path, query] = id.split('?');
    if (!path?.endsWith('.wgsl') || query !== 'raw') return null;
    return `export default ${JSON.stringify(stripComments(await readFile(path, 'utf8')))};`;
  },
};

export function stripComments(wgsl: string): string {
  return wgsl
    .split('\n')
    .map((line) => line.replace(/\s*\/\/(?! (unroll|registers)\b).*$/, ''))
    .filter((line) => line.trim() !== '')
    .join('\n');
}
