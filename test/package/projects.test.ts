import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, inject, it } from 'vitest';
import { openPage } from '../support/page';
import { bin, command } from './install';
import { expectRight, type ProgramOutput, programInput } from './program';

const { folder } = inject('installation');

describe('the installed package, in a page', () => {
  it.each([
    ['of a Vite project', 'vite/dist/index.html'],
    ['bundled by esbuild', 'esbuild/index.html'],
    ['with an import map and no bundler', 'import-map/index.html'],
  ])('%s', async (_, path) => {
    await using opened = await openPage(path);
    await opened.page.waitForFunction('window.run');
    const call = `run(${JSON.stringify(programInput)})`;
    expectRight((await opened.page.evaluate(call)) as ProgramOutput, 'webgpu');
  });
});

it('the installed package, in Node, which has no GPU', async () => {
  const child = spawn(process.execPath, ['index.mjs'], { cwd: join(folder, 'node') });
  child.stdin.end(JSON.stringify(programInput));
  const [out, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const line = out.split('\n').find((one) => one.startsWith('{'));
  if (!line) throw new Error(`The program printed no result:\n${out}${errors}`);
  expectRight(JSON.parse(line) as ProgramOutput, 'cpu');
});

describe('types are found and right', () => {
  it.each([
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ])('by TypeScript with module %s and moduleResolution %s', async (module, moduleResolution) => {
    const options = ['--noEmit', '--strict', '--skipLibCheck', '--target', 'es2023'];
    const resolution = ['--module', module, '--moduleResolution', moduleResolution];
    const files = [join(folder, 'types/program.ts')];
    expect(await command(bin('tsc'), [...options, ...resolution, ...files], folder)).toBe('');
  });
});
