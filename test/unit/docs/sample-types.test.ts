import { execFile } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { readSamples } from '../../support/samples';
import { writeModule } from '../../support/typescript-samples';

const root = resolve(import.meta.dirname, '../../..');
const folder = join(root, 'test-results/sample-types');

it('every TypeScript sample has the types that it says', async () => {
  rmSync(folder, { recursive: true, force: true });
  const samples = readSamples().filter(
    ({ language, marker }) => language === 'ts' && (!marker || marker.kind === 'WebGPU'),
  );
  for (const sample of samples) writeModule(sample, folder);
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      extends: '../../tsconfig.json',
      // A sample may name what the reader would go on with.
      compilerOptions: { noUnusedLocals: false },
      include: ['*.ts', '../../src/**/*.d.ts'],
    }),
  );
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const problems = await promisify(execFile)(process.execPath, [tsc, '-p', folder]).then(
    () => '',
    ({ stdout }: { stdout: string }) => stdout,
  );
  expect(problems).toBe('');
}, 240_000);
