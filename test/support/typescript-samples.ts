import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Sample } from './samples';

const root = resolve(import.meta.dirname, '../..');
/** Inside the project, so that Node, Vite and TypeScript find the libraries; ignored by git. */
const sampleFolder = join(root, 'test-results/samples');

/** The package's doors: what `import … from 'gatewave/…'` means, below src/. */
const doors = {
  gatewave: 'index',
  'gatewave/plan': 'plan',
  'gatewave/model': 'model/index',
  'gatewave/data': 'data/index',
};

/**
 * Writes a sample as a module that imports the sources where the sample imports the package.
 * @param folder two below the root.
 * @returns the module's path.
 */
export function writeModule({ file, line, code }: Sample, folder = sampleFolder): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${file.replaceAll(/[/.]/g, '-')}-${line}.ts`);
  writeFileSync(path, importSources(code));
  return path;
}

function importSources(code: string): string {
  return Object.entries(doors).reduce(
    (text, [name, source]) => text.replaceAll(`'${name}'`, `'../../src/${source}'`),
    code,
  );
}
