/** Who imports whom in src, types included: no circles, and one way between the rooms (the folders). */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** What each room may import besides itself. */
const allowed: Record<string, string[]> = {
  // The doors of the package; those of data and model stand in their rooms.
  index: ['fuse', 'kernels', 'layers'],
  plan: ['kernels'],
  random: [],
  kernels: [],
  data: ['random'],
  browser: [],
  node: ['browser'],
  layers: ['kernels', 'random'],
  fuse: ['kernels', 'layers'],
  'model/errors': [],
  'model/device': ['kernels', 'model/errors'],
  // Needs no tf.js and no GPU, so that any predictor can be asked.
  'model/explain': ['data'],
  'model/network': ['data', 'kernels', 'layers', 'random', 'model/explain'],
  'model/training': ['data', 'kernels', 'random', 'model/device', 'model/errors', 'model/network'],
  'model/weights': ['data', 'layers', 'model/errors', 'model/network'],
  'model/report': ['data', 'random', 'model/device', 'model/explain', 'model/network', 'model/training'],
  'model/session': [
    'data',
    'kernels',
    'model/device',
    'model/errors',
    'model/explain',
    'model/network',
    'model/training',
    'model/weights',
  ],
  'model/index': ['model'],
  benchmark: ['data', 'fuse', 'kernels', 'layers', 'model', 'random'],
  app: ['benchmark', 'data', 'model', 'random'],
  // From the app, only what the command's headless page needs.
  cli: ['app', 'browser', 'data', 'kernels', 'model', 'node'],
};

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => join('src', name));

const graph = new Map(files.map((file) => [file, importsOf(file)]));

function importsOf(file: string): string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'));
  return importedFiles
    .filter(({ fileName }) => fileName.startsWith('.'))
    .map(({ fileName }) => join(dirname(file), fileName))
    .flatMap((path) => ['', '.ts', '.tsx', '/index.ts'].map((ending) => path + ending))
    .filter((path) => files.includes(path));
}

/** The first circle of imports that is reachable from a file, as the files on the way round. */
function findCircle(file: string, way: string[], done: Set<string>): string[] | null {
  if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
  if (done.has(file)) return null;
  for (const next of graph.get(file) ?? []) {
    const circle = findCircle(next, [...way, file], done);
    if (circle) return circle;
  }
  done.add(file);
  return null;
}

/** `src/kernels/lstm/op.ts` → `kernels`, `src/model/training/trainer.ts` → `model/training`, `src/random.ts` → `random`. */
function roomOf(file: string): string {
  const [, first = '', second = ''] = file.replace(/\.tsx?$/, '').split('/');
  return first === 'model' ? `${first}/${second}` : first;
}

describe('imports', () => {
  it('are found', () => {
    expect(graph.get('src/model/training/training-run.ts')).toContain('src/model/training/trainer.ts');
    expect(graph.get('src/app/train/main.tsx')).toContain('src/app/train/train-page.tsx');
  });

  it('form no circle', () => {
    const done = new Set<string>();
    expect(files.map((file) => findCircle(file, [], done)).find((circle) => circle !== null)).toBeUndefined();
  });

  it('go one way between the rooms', () => {
    const wrong = [...graph].flatMap(([file, imports]) => {
      const room = roomOf(file);
      const rooms = allowed[room] ?? [];
      return imports
        .filter((target) => ![room, ...rooms].some((name) => `${roomOf(target)}/`.startsWith(`${name}/`)))
        .map((target) => `${file} imports ${target}`);
    });
    expect(wrong).toEqual([]);
  });
});
