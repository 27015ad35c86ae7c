import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { documentationFiles } from '../../support/samples';

const root = resolve(import.meta.dirname, '../../..');
const site = mkdtempSync(join(tmpdir(), 'gatewave-site-'));
let files: string[] = [];

/** A link that leads nowhere fails the build. */
beforeAll(async () => {
  const run = (...args: string[]) => promisify(execFile)(process.execPath, args, { cwd: root });
  await run('node_modules/typedoc/bin/typedoc', '--logLevel', 'Error');
  await run('node_modules/vitepress/bin/vitepress.js', 'build', 'docs', '--outDir', site);
  files = readdirSync(site, { recursive: true, encoding: 'utf8' });
}, 240_000);

afterAll(() => rmSync(site, { recursive: true }));

it('the site has a page for each file of docs/, and the API', () => {
  const written = documentationFiles().filter((file) => file.startsWith('docs/'));
  const pages = written.map((file) => file.replace(/^docs\/(.*)\.md$/, '$1.html'));
  expect(files).toEqual(
    expect.arrayContaining([...pages, 'api/index.html', 'api/gatewave/functions/lstm.html']),
  );
});

it('each page is in the sidebar or on the home page', () => {
  const config = readFileSync(join(root, 'docs/.vitepress/config.ts'), 'utf8');
  const pages = documentationFiles().filter((file) => /^docs\/(?!index)/.test(file));
  const missing = pages.filter((file) => !config.includes(`'${file.replace(/^docs(\/.*)\.md$/, '$1')}'`));
  expect(missing).toEqual([]);
});

it('can be searched', () => {
  const index = files.find((name) => /localSearchIndex/.test(name));
  expect(index).toBeDefined();
  const text = readFileSync(join(site, index ?? ''), 'utf8');
  expect(text).toContain('bidirectionalLstm');
  expect(text).toContain('llvmpipe');
});

it('leaves the README what fits into 14 KB', () => {
  expect(readFileSync(join(root, 'README.md')).length).toBeLessThanOrEqual(14 * 1024);
});

it('fetches nothing from elsewhere', () => {
  const foreign =
    /(?:src|href)="https?:\/\/[^"]*\.(?:js|css|woff2?|png|svg)"|url\(["']?https?:|@import ["']https?:/;
  const pages = files.filter((name) => /\.(html|css)$/.test(name));
  expect(pages.filter((name) => foreign.test(readFileSync(join(site, name), 'utf8')))).toEqual([]);
});
