import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Choice, fileCache } from '../../../src/browser/cache';

let folder: string;
let choice: Choice;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatewave-test-'));
  const executablePath = join(folder, 'chrome');
  writeFileSync(executablePath, 'one');
  choice = { executable: { executablePath, env: { A: 'b' } }, adapter: 'lavapipe' };
});
afterEach(() => rmSync(folder, { recursive: true }));

it('keeps choices in a file, by key', () => {
  const file = join(folder, 'deep', 'browser.json');
  fileCache(file).set('auto', choice);
  fileCache(file).set('other', { ...choice, adapter: 'swiftshader' });
  expect(fileCache(file).get('auto')).toMatchObject(choice);
  expect(fileCache(file).get('other')?.adapter).toBe('swiftshader');
  expect(fileCache(file).get('third')).toBeUndefined();
});

it('forgets a browser that was updated or removed', () => {
  const cache = fileCache(join(folder, 'browser.json'));
  cache.set('auto', choice);
  writeFileSync(choice.executable.executablePath, 'another size');
  expect(cache.get('auto')).toBeUndefined();
  cache.set('auto', choice);
  rmSync(choice.executable.executablePath);
  expect(cache.get('auto')).toBeUndefined();
});

it('does without a file that cannot be read or written', () => {
  const file = join(folder, 'browser.json');
  writeFileSync(file, '{ not json');
  expect(fileCache(file).get('auto')).toBeUndefined();
  const below = fileCache(join(choice.executable.executablePath, 'browser.json'));
  below.set('auto', choice);
  expect(below.get('auto')).toBeUndefined();
});
