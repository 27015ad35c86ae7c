/** How soon the training page is there, and how quickly it answers: `npm run page-speed -- --help`. */
import { existsSync, readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { percentile } from '../src/benchmark/statistics';
import { launchBrowser } from '../src/browser/launch';
import { type PageServer, servePages } from '../src/browser/page-server';
import { readOptions } from './options';
import { longTasks } from './page-speed/sources';
import { type Conditions, type Phase, phases, type Visit, viewport, visit } from './page-speed/visit';

const help = `npm run page-speed -- [options]

  --pages FOLDER  built pages; may be given again, to compare builds by turns; default: builds dist/pages
  --runs N        visits of each kind; default 5
  --load          only the start and a drag over the stage, without a training
  --sources       instead: what the tasks over 50 ms consist of, in one visit

Opens the built training page in a headless Chromium, served gzipped as a static host would, drags over the stage, trains two
epochs with all folds open, and stops. Half of the visits are with a four times slower processor and a network of 1.6 Mbit/s
with 150 ms of latency. Prints medians of the visits.`;

const conditions: Record<string, Conditions> = {
  'as it is': { slowdown: 1, network: null },
  '4 × slower, 1.6 Mbit/s': {
    slowdown: 4,
    network: { bitsPerSecond: 1_600_000, latencyMilliseconds: 150 },
  },
};

const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** Serves a folder with its texts gzipped. */
function serveGzipped(folder: string): Promise<PageServer> {
  const zipped = new Map<string, Buffer>();
  return servePages(folder, ({ url = '/' }, response) => {
    const path = join(folder, new URL(url, 'http://host').pathname);
    const type = types[extname(path)];
    if (!type || !existsSync(path)) return false;
    const body = zipped.get(path) ?? gzipSync(readFileSync(path));
    zipped.set(path, body);
    response.writeHead(200, { 'Content-Type': type, 'Content-Encoding': 'gzip' }).end(body);
    return true;
  });
}

const median = (values: readonly number[]) => percentile(values, 50);
const whole = (value: number) => value.toFixed(0);

function report(visits: readonly Visit[]): [string, string][] {
  const of = (value: (one: Visit) => number) => median(visits.map(value));
  const longest = (phase: Phase) => {
    const each = visits.map(({ tasks }) => Math.max(0, ...(tasks[phase] ?? [])));
    return `${whole(median(each)) === '0' ? 'none' : whole(median(each))} (${each.map(whole).join(', ')})`;
  };
  const answers = visits.flatMap((one) => one.answers);
  return [
    ['first contentful paint, ms', whole(of((one) => one.firstPaint))],
    ['largest contentful paint, ms', whole(of((one) => one.largestPaint))],
    ['device known, ms', whole(of((one) => one.device))],
    ['bytes before the worker, gzipped', whole(of((one) => one.bytes))],
    [
      'tasks over 50 ms at the start, sum in ms',
      whole(of(({ tasks }) => tasks.start.reduce((a, b) => a + b, 0))),
    ],
    ...phases
      .filter((phase) => visits[0]?.tasks[phase])
      .map((phase): [string, string] => [`longest task over 50 ms, ${phase}`, longest(phase)]),
    [
      'largest sum of layout shifts',
      Math.max(...visits.map(({ shifts }) => Object.values(shifts).reduce((a, b) => a + b, 0))).toFixed(4),
    ],
    ['answer to a drag, ms: median', whole(median(answers))],
    ['answer to a drag, ms: p95', whole(percentile(answers, 95))],
    ['answer to a drag, ms: longest', whole(Math.max(...answers))],
  ];
}

const values = readOptions(
  {
    pages: { type: 'string', multiple: true },
    runs: { type: 'string', default: '5' },
    load: { type: 'boolean', default: false },
    sources: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h' },
  },
  help,
);
const built = resolve(import.meta.dirname, '../dist/pages');
if (!values.pages) await build({ logLevel: 'error' });
const folders = values.pages?.map((folder) => resolve(folder)) ?? [built];
const servers = await Promise.all(folders.map(serveGzipped));
const launched = await launchBrowser();
try {
  if (values.sources) {
    for (const { url } of servers) {
      const page = await launched.browser.newPage();
      page.setDefaultTimeout(120_000);
      await page.setViewport(viewport);
      const tasks = await longTasks(page, `${url}index.html`, !values.load);
      for (const { phase, milliseconds, parts } of tasks) {
        console.log(`${phase}: ${whole(milliseconds)} ms`);
        for (const [what, took] of parts) console.log(`    ${whole(took).padStart(4)} ms ${what}`);
      }
    }
  } else {
    console.log(
      `${launched.adapter}; load of the machine before: ${loadavg()
        .map((load) => load.toFixed(1))
        .join(', ')}`,
    );
    const kinds = folders.flatMap((folder, index) =>
      Object.entries(conditions).map(([name, condition]) => ({
        name: folders.length > 1 ? `${folder}, ${name}` : name,
        url: servers[index]?.url as string,
        condition,
        visits: [] as Visit[],
      })),
    );
    for (let run = 0; run < Number(values.runs); run++) {
      for (const { url, condition, visits } of kinds)
        visits.push(await visit(launched.browser, `${url}index.html`, condition, !values.load));
    }
    for (const { name, visits } of kinds) {
      console.log(`\n${name}`);
      for (const [what, value] of report(visits)) console.log(`  ${what.padEnd(44)} ${value}`);
    }
    console.log(
      `\nload of the machine after: ${loadavg()
        .map((load) => load.toFixed(1))
        .join(', ')}`,
    );
  }
} finally {
  await launched.close();
  for (const server of servers) await server.close();
}
