import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, describe, expect, it } from 'vitest';
import type { BenchmarkState } from '../../src/app/benchmark/use-benchmark';
import { type BenchmarkResult, parseResult } from '../../src/benchmark/result';
import { violations } from '../support/accessibility';
import { finish, root, Workshop } from '../support/command';
import { drop } from '../support/drop';
import { openPage } from '../support/page';

// A limit that no test's machine reaches: what is too slow for it is left out of the result.
const tiny = 'batch=3&time=5&input=2&units=8&attention=4&runs=2&limit=300';
const workshop = new Workshop();
afterAll(() => workshop.remove());

const text = (page: Page, selector: string): Promise<string> =>
  page.$eval(selector, (element) => element.textContent ?? '');

async function runToEnd(page: Page): Promise<BenchmarkResult> {
  await page.waitForFunction(() => (window.gatewaveBenchmark?.state ?? 'running') !== 'running', {
    timeout: 0,
  });
  const state = (await page.evaluate('window.gatewaveBenchmark')) as BenchmarkState;
  if (state.state !== 'done') throw new Error(`The benchmark ended: ${JSON.stringify(state)}`);
  return state.result;
}

async function upload(page: Page, name: string, file: string): Promise<void> {
  const input = (await page.$(`input[name=${name}]`)) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(file);
}

describe('the benchmark page', () => {
  it('checks and times every kind of peer, shows a wrong one as wrong, saves and compares', async () => {
    const peers = 'gatewave,tfjs-webgpu,tfjs-wasm,tfjs-cpu,onnxruntime';
    await using opened = await openPage(`benchmark.html?${tiny}&peers=${peers}&corrupt=tfjs-cpu`);
    const { page } = opened;
    await page.waitForSelector('.device h2');
    await page.click('button[type=submit]');
    const result = await runToEnd(page);

    const ok = result.rows.filter(({ status }) => status === 'ok');
    const named = ok.map(({ peer, backend, phase }) => `${phase} ${peer}-${backend}`).sort();
    expect(named).toEqual([
      'forward gatewave-cpu',
      'forward gatewave-webgpu',
      'forward onnxruntime-wasm',
      'forward onnxruntime-webgpu',
      'forward tfjs-wasm',
      'forward tfjs-webgpu',
      'train gatewave-cpu',
      'train gatewave-webgpu',
      'train tfjs-wasm',
      'train tfjs-webgpu',
    ]);
    for (const { peer, backend, phase, p50, runs, parity, dispatches, memory } of ok) {
      const name = `${peer} ${backend} ${phase}`;
      expect(p50, name).toBeGreaterThan(0);
      expect(runs, name).toBe(2);
      expect(parity.error, name).toBeLessThanOrEqual(phase === 'train' ? 1e-4 : 1e-5);
      expect(memory, name).toBeGreaterThan(0);
      if (backend === 'webgpu') expect(dispatches, name).toBeGreaterThan(0);
    }
    // With lanes over rows; with the resident layout, as on a GPU, one more adds up the gradients of the workgroups.
    const ours = ok.find(({ peer, phase }) => peer === 'gatewave' && phase === 'train');
    expect([19, 20]).toContain(ours?.dispatches);

    const wrong = result.rows.filter(({ status }) => status !== 'ok');
    expect(wrong).toHaveLength(2);
    for (const { peer, backend, p50, reason, parity } of wrong) {
      expect([peer, backend, p50, parity.ok]).toEqual(['tfjs', 'cpu', null, false]);
      expect(reason).toMatch(/is off by .* is allowed/);
    }
    expect(await text(page, 'tr[data-peer=tfjs-cpu]')).toMatch(/✗ wrong.*is off by|is off by.*✗ wrong/);
    expect(await text(page, 'tr[data-peer=gatewave-webgpu]')).toContain('✓');

    // For each phase: bars of the peers that are right, the roofline, and a row for each kernel.
    expect(await page.$$eval('.group', (groups) => groups.length)).toBe(2);
    expect(await page.$$eval('.group:first-of-type [aria-label=bar] rect', (bars) => bars.length)).toBe(6);
    expect(await text(page, '.group:last-of-type .kernels')).toMatch(/at best this device does .*FLOP\/s/);
    const kernels = await page.$$eval('.group:last-of-type .kernels tbody tr', (rows) => rows.length);
    expect(kernels).toBeGreaterThan(10);

    // The wrong peer has no time, so it is not what ours is compared with.
    const verdict = await text(page, '.verdict');
    expect(verdict).toMatch(
      /^Gatewave (is|takes) .*fastest.* forward \(.*in a training step \(.*equal to .*e-/,
    );
    expect(verdict).not.toContain('tf.layers, CPU');

    workshop.write('result.json', result);
    expect(parseResult(workshop.read('result.json'))).toEqual(result);
    await upload(page, 'compare', workshop.at('result.json'));
    await page.waitForFunction(() => document.querySelector('thead')?.textContent?.includes('earlier'));
    expect(await text(page, 'tr[data-peer=gatewave-cpu]')).toContain('1×');
  });

  it('is quick to open, loads a result, and answers while it runs', async () => {
    await using opened = await openPage(
      'benchmark.html?peers=gatewave-cpu&phases=forward&time=2000&autorun=1',
    );
    const { page } = opened;
    await page.waitForSelector('.progress');
    await expect.poll(() => page.workers().length).toBeGreaterThan(0);
    await page.click('button[name=cancel]');
    await page.waitForSelector('.problem');
    expect(await text(page, '.problem')).toBe('Cancelled.');
    await page.waitForFunction(() => document.querySelector('.progress') === null);
    await page.waitForFunction(
      () => !document.querySelector<HTMLButtonElement>('button[type=submit]')?.disabled,
    );

    await drop(page, 'other.json', '{"epochs":3}');
    await page.waitForFunction(() =>
      document
        .querySelector('.problem')
        ?.textContent?.startsWith('other.json: This is not a benchmark result'),
    );
    const saved = join(root, 'bench/results/2026-11-27-models-lavapipe.json');
    await drop(page, 'saved.json', readFileSync(saved, 'utf8'));
    await page.waitForSelector('.verdict');
    expect(await text(page, '.origin')).toMatch(
      /^From saved\.json, not measured now: lavapipe: .*2026-11-27/,
    );
    expect(await text(page, '.device')).toContain('The result’s machine');
    expect(await page.$('.problem')).toBeNull();
    await upload(page, 'load', saved);
    await page.waitForFunction(() =>
      document.querySelector('.origin')?.textContent?.includes('2026-11-27-models'),
    );

    // The form's state is in the address, where it can be bookmarked.
    await page.click('input[name=preset][value=wide]');
    await page.click('input[name=train]');
    await page.waitForFunction(() => location.search.includes('preset=wide'));
  });

  it('says how much ONNX Runtime loads before it is asked to run', async () => {
    await using opened = await openPage('benchmark.html');
    const { page } = opened;
    expect(await text(page, '.run')).toMatch(/first loads ONNX Runtime, 42 MB/);
    await page.click('input[name=onnxruntime-webgpu]');
    await page.waitForFunction(() => document.querySelector('.run')?.textContent?.includes('Runtime, 15 MB'));
    await page.click('input[name=forward]');
    await page.waitForFunction(() => !document.querySelector('.run')?.textContent?.includes('MB'));
  });

  it('shows the dated results of the repository, without a GPU', async () => {
    await using opened = await openPage('results.html');
    const { page } = opened;
    await page.waitForSelector('.group');
    const files = readdirSync(join(root, 'bench/results'));
    expect(await page.$$eval('details', (all) => all.length)).toBe(files.length);
    expect(await text(page, '.group')).toMatch(/2026-11-25.*2026-11-25/);
    // All open, too.
    await page.$$eval('details', (all) => {
      for (const each of all) each.open = true;
    });
    await page.setViewport({ width: 320, height: 640 });
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  });

  it('loads no peer before it is asked to', async () => {
    await using opened = await openPage('test/pages/blank.html');
    const { page } = opened;
    const requested: string[] = [];
    page.on('request', (request) => requested.push(request.url()));
    await page.goto(new URL('/benchmark.html?preset=long', page.url()).href, { waitUntil: 'networkidle0' });
    expect(requested.length).toBeGreaterThan(5);
    expect(requested.filter((url) => /tensorflow|onnx|\.wasm/.test(url))).toEqual([]);
    expect(page.workers()).toHaveLength(0);
  });

  it('says what is wrong with an address', async () => {
    await using opened = await openPage('benchmark.html?units=0&autorun=1');
    await opened.page.waitForSelector('.problem');
    expect(await text(opened.page, '.problem')).toContain(
      "'units' is '0', but must be a whole number from 1",
    );
  });
});

function bench(...args: string[]) {
  const script = join(root, 'scripts/bench.ts');
  return finish(
    spawn(process.execPath, [join(root, 'node_modules/tsx/dist/cli.mjs'), script, ...args], {
      cwd: workshop.folder,
      env: { ...process.env, INIT_CWD: workshop.folder },
    }),
  );
}

describe('npm run bench', () => {
  it('writes JSON and Markdown', async () => {
    const sizes = ['--batch', '2', '--time', '4', '--units', '4', '--attention', '4'];
    const peers = [
      '--peers',
      'gatewave-webgpu,onnxruntime-wasm',
      '--preset',
      'article',
      '--preset',
      'streaming',
    ];
    const { code, out, errors } = await bench(
      ...peers,
      ...sizes,
      '--runs',
      '2',
      '--no-kernels',
      '--json',
      'a/r.json',
      '--markdown',
      'r.md',
    );
    expect(code, errors).toBe(0);
    const { rows, device, date, commit } = workshop.readJson<BenchmarkResult>('a', 'r.json');
    expect(device.adapter).toMatch(/^(hardware|lavapipe|swiftshader)$/);
    expect(Date.parse(date)).toBeGreaterThan(0);
    expect(commit === null || /^[0-9a-f]{12}\+?$/.test(commit)).toBe(true);
    expect(rows.map(({ case: name, phase, peer }) => `${name} ${phase} ${peer}`)).toEqual(
      expect.arrayContaining(['article train gatewave', 'streaming forward onnxruntime']),
    );
    for (const row of rows) expect(row).toMatchObject({ status: 'ok', runs: 2, parity: { ok: true } });
    expect(workshop.read('r.md')).toBe(out);
    expect(out).toMatch(/^\| Gatewave, WebGPU \| .* ms \|/m);
  });

  it('refuses what it does not know, before it starts a browser', async () => {
    const { code, errors } = await bench('--preset', 'tall');
    expect(errors).toContain("'preset' is 'tall', but must be one of article");
    expect(code).toBe(2);
  });
});
