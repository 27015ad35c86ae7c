/** Compares every GPU kernel with the float64 reference, in headless browsers or in Node: `npm run parity -- --help`. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { runnerImport } from 'vite';
import {
  type AdapterChoice,
  type AdapterName,
  adapterNames,
  adapterOfEnvironment,
  automaticAdapters,
  parseAdapterChoice,
} from '../src/browser/adapters';
import { BrowserError } from '../src/browser/errors';
import { type LaunchedBrowser, launchBrowser } from '../src/browser/launch';
import { serveSources } from '../src/browser/source-server';
import { NodeAdapterError, provideAdapter } from '../src/node/adapter';
import { NoDawnError, releaseWebGPU } from '../src/node/webgpu';
import { runInPage } from '../test/parity/call';
import type { CaseReport, Layout, ParityCase } from '../test/parity/definition';
import { GoldenError, goldenParityCases } from '../test/parity/golden-cases';
import { namedCases } from '../test/parity/named-cases';
import { randomCases } from '../test/parity/random-cases';
import { passed, summary, tableHead, tableLines } from '../test/parity/report';
import { watchErrors } from '../test/support/watch';
import { ArgumentError, readOptions } from './options';

const help = `npm run parity -- [options]

  --adapter NAME  auto (every adapter available), ${adapterNames.join(', ')}; default: GATEWAVE_ADAPTER or auto
  --runtime NAME  browser (default) or node, which takes the adapters by Dawn; firefox is none of its adapters
  --golden FILE   only the cases of this file of the golden format (see test/support/golden-format.ts), in both families
  --cases N       only N random cases
  --seed N        the seed of the random cases; default: drawn from the clock, and printed

Without --golden and --cases: named cases of every kernel, layout and pass, those of test/fixtures, and some random ones.
The table has one line for each pass of a case: the largest ‖out − ref‖₂ / ‖ref‖₂ of its tensors, and the largest error of
one element. Exit code 1: a comparison failed, or there was a WebGPU error, a console error or a leak. 2: bad arguments.`;

const runtimes = ['browser', 'node'] as const;
type Runtime = (typeof runtimes)[number];

const fixtures = ['torch_float64.json', 'gru_float64.json'];

interface Request {
  runtime: Runtime;
  adapter: AdapterChoice;
  cases: ParityCase[];
}

function readRequest(): Request {
  const options = {
    runtime: { type: 'string', default: 'browser' },
    adapter: { type: 'string' },
    golden: { type: 'string' },
    cases: { type: 'string' },
    seed: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  const values = readOptions(options, help);
  const adapter = values.adapter ? parseAdapterChoice(values.adapter, '--adapter') : adapterOfEnvironment();
  const runtime = runtimes.find((name) => name === values.runtime);
  if (!runtime) {
    throw new ArgumentError(`--runtime is '${values.runtime}', but must be one of ${runtimes.join(', ')}.`);
  }
  const where = { runtime, adapter };
  if (values.golden !== undefined) {
    if (values.cases ?? values.seed)
      throw new ArgumentError('--golden cannot be combined with --cases or --seed.');
    // Both families; of the sequence family the layout that the device prefers.
    const layouts: Layout[] = ['auto', 'alternating'];
    return { ...where, cases: goldenParityCases(readText(values.golden), values.golden, layouts) };
  }
  const seed = values.seed ? wholeNumber(values.seed, '--seed') : Date.now() % 1_000_000;
  if (values.cases ?? values.seed) {
    const count = wholeNumber(values.cases ?? '20', '--cases');
    if (count === 0) throw new ArgumentError('--cases is 0, but must be at least 1.');
    console.log(`${count} random cases from seed ${seed}`);
    return { ...where, cases: randomCases(seed, count) };
  }
  console.log(`The random cases are from seed ${seed}`);
  const golden = fixtures.flatMap((name) => {
    const text = readFileSync(new URL(`../test/fixtures/${name}`, import.meta.url), 'utf8');
    return goldenParityCases(text, name, ['auto']);
  });
  return { ...where, cases: [...namedCases(), ...golden, ...randomCases(seed, 10)] };
}

function readText(file: string): string {
  try {
    // npm runs this in the package's folder, wherever it was called.
    return readFileSync(resolve(process.env.INIT_CWD ?? '.', file), 'utf8');
  } catch (error) {
    throw new ArgumentError(`--golden: ${(error as Error).message}`);
  }
}

function wholeNumber(text: string, option: string): number {
  if (!/^\d{1,15}$/.test(text))
    throw new ArgumentError(`${option} is '${text}', but must be a whole number.`);
  return Number(text);
}

/** Every adapter that is available or, if none is, the one that can be installed. */
async function* browsers(choice: AdapterChoice): AsyncGenerator<LaunchedBrowser> {
  if (choice !== 'auto') {
    yield await launchBrowser({ adapter: choice });
    return;
  }
  let found = false;
  for (const adapter of adapterNames) {
    try {
      yield await launchBrowser({ adapter, install: false });
      found = true;
    } catch (error) {
      if (!(error instanceof BrowserError)) throw error;
    }
  }
  if (!found) yield await launchBrowser();
}

async function runOn(launched: LaunchedBrowser, url: string, cases: ParityCase[]): Promise<CaseReport[]> {
  console.log(`\n${launched.adapter} (${launched.executablePath})\n${tableHead()}`);
  const page = await launched.browser.newPage();
  const errors: string[] = [];
  await watchErrors(page, errors);
  await page.goto(`${url}test/pages/blank.html`);
  const reports: CaseReport[] = [];
  for (const parityCase of cases) {
    const report = await runInPage(page, parityCase);
    report.faults.push(...errors.splice(0));
    reports.push(report);
    for (const line of tableLines(launched.adapter, parityCase, report)) console.log(line);
  }
  console.log(`${launched.adapter}: ${summary(reports)}`);
  return reports;
}

/** On every adapter that Node has or, if one is named, on that. */
async function* runInNode(choice: AdapterChoice, cases: ParityCase[]): AsyncGenerator<CaseReport[]> {
  const root = resolve(import.meta.dirname, '..');
  const { module } = await runnerImport<typeof import('../test/parity/in-node')>(
    resolve(root, 'test/parity/in-node.ts'),
    { root, configFile: false },
  );
  for (const name of choice === 'auto' ? automaticAdapters : [choice]) {
    let adapter: AdapterName;
    try {
      adapter = await provideAdapter(name, console.log);
    } catch (error) {
      if (choice !== 'auto' || !(error instanceof NodeAdapterError)) throw error;
      continue;
    }
    console.log(`\n${adapter} (Node.js ${process.version})\n${tableHead()}`);
    const run = await module.openInNode();
    const reports: CaseReport[] = [];
    for (const parityCase of cases) {
      const report = await run(parityCase);
      reports.push(report);
      for (const line of tableLines(adapter, parityCase, report)) console.log(line);
    }
    console.log(`${adapter}: ${summary(reports)}`);
    yield reports;
  }
}

async function mainInNode(adapter: AdapterChoice, cases: ParityCase[]): Promise<number> {
  let [ran, failed] = [0, 0];
  for await (const reports of runInNode(adapter, cases)) {
    ran += 1;
    failed += reports.filter((report) => !passed(report)).length;
  }
  releaseWebGPU();
  if (ran === 0) throw new NodeAdapterError('Node found no WebGPU adapter: see docs/node.md.');
  return failed > 0 ? 1 : 0;
}

async function main(): Promise<number> {
  const { runtime, adapter, cases } = readRequest();
  if (runtime === 'node') return mainInNode(adapter, cases);
  const server = await serveSources();
  let failed = false;
  try {
    for await (const launched of browsers(adapter)) {
      try {
        const reports = await runOn(launched, server.url, cases);
        failed ||= !reports.every(passed);
      } finally {
        await launched.close();
      }
    }
  } finally {
    await server.close();
  }
  return failed ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  const expected = [ArgumentError, GoldenError, BrowserError, NodeAdapterError, NoDawnError].some(
    (kind) => error instanceof kind,
  );
  if (!expected) throw error;
  console.error((error as Error).message);
  process.exitCode = 2;
}
