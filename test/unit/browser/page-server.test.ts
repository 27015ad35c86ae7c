import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PageServer, servePages } from '../../../src/browser/page-server';

const folder = mkdtempSync(join(tmpdir(), 'gatewave-pages-'));
let server: PageServer;

beforeAll(async () => {
  writeFileSync(join(folder, 'page.html'), '<!doctype html><title>page</title>');
  writeFileSync(`${folder}-secret`, 'beside the folder');
  server = await servePages(folder);
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
  rmSync(`${folder}-secret`);
});

it('serves a page of the folder, isolated from other origins, on the loopback interface', async () => {
  expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  const { status, headers } = await fetch(`${server.url}page.html`);
  expect(status).toBe(200);
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-type': expect.stringContaining('text/html'),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
  });
});

it('serves nothing else', async () => {
  const secret = `${folder.split('/').at(-1)}-secret`;
  for (const path of ['other.html', `%2e%2e%2f${secret}`, `..%2f${secret}`]) {
    expect((await fetch(server.url + path)).status).toBe(404);
  }
});
