/** Runs the benchmark in headless Chrome or in Node, and writes the result: `npm run bench -- --help`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { resultMarkdown } from '../src/benchmark/markdown';
import { nodePeerIds, peerIds } from '../src/benchmark/peer-names';
import type { BenchmarkResult } from '../src/benchmark/result';
import type { Progress } from '../src/benchmark/runner';
import { defaultSettings, parseSettings, SettingsError } from '../src/benchmark/settings';
import { presetNames } from '../src/benchmark/workload';
import {
  type AdapterChoice,
  adapterNames,
  adapterOfEnvironment,
  parseAdapterChoice,
} from '../src/browser/adapters';
import { BrowserError } from '../src/browser/errors';
import { NodeAdapterError } from '../src/node/adapter';
import { NoDawnError } from '../src/node/webgpu';
import { openBrowser } from './bench/in-browser';
import { openNode } from './bench/in-node';

const help = `npm run bench -- [options]

  --preset NAME      ${presetNames.join(', ')}, or all; may be given several times; default: ${defaultSettings.preset}
  --peers LIST       of ${peerIds.join(', ')};
                     the name of a library stands for all its backends; default: all
  --phases LIST      of forward, train; default: both
  --runtime NAME     browser (default) or node, on Dawn, for all peers but tfjs-webgl and onnxruntime-webgpu
  --adapter NAME     auto, ${adapterNames.join(', ')}; default: GATEWAVE_ADAPTER or auto
  --json FILE        writes the result
  --markdown FILE    writes the tables that are printed
  --runs N           counted runs of a peer; default: ${defaultSettings.runs}
  --limit SECONDS    how long a peer may take for a case and phase; default: ${defaultSettings.limit}
  --stock-time N     time steps at most that tf.layers is measured at; times are then multiplied; default: ${defaultSettings.stockTime}
  --baseline PEER    the peer that speed-ups are measured against; default: of the other libraries the fastest
  --seed N           for weights and inputs
  --tune             tunes our kernels for each case first
  --no-kernels       leaves out the times of our single kernels
  --batch, --time, --input, --units, --attention N    override the preset's sizes

Exit code 1: a peer's result was wrong. 2: bad arguments, or no browser or adapter.`;

const runtimes = ['browser', 'node'] as const;

const names = ['peers', 'phases', 'runs', 'limit', 'stock-time', 'baseline', 'seed'] as const;
const sizes = ['batch', 'time', 'input', 'units', 'attention'] as const;

type Parameter = (typeof names)[number] | (typeof sizes)[number];

interface Request {
  runtime: (typeof runtimes)[number];
  adapter: AdapterChoice;
  /** Of each preset the settings, as in the page's address. */
  queries: string[];
  json: string | undefined;
  markdown: string | undefined;
}

const text = { type: 'string' } as const;
const options = {
  ...(Object.fromEntries([...names, ...sizes].map((name) => [name, text])) as Record<Parameter, typeof text>),
  runtime: { type: 'string', default: 'browser' },
  adapter: text,
  json: text,
  markdown: text,
  preset: { type: 'string', multiple: true },
  'no-kernels': { type: 'boolean' },
  tune: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

function readArguments() {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    throw new SettingsError(`${(error as Error).message}\n\n${help}`);
  }
}

function readRequest(): Request {
  const given = readArguments();
  if (given.help) {
    console.log(help);
    process.exit(0);
  }
  const runtime = runtimes.find((name) => name === given.runtime);
  if (!runtime) {
    throw new SettingsError(`--runtime is '${given.runtime}', but must be one of ${runtimes.join(', ')}.`);
  }
  const query = new URLSearchParams({ autorun: '1' });
  for (const name of [...names, ...sizes]) {
    const value = given[name];
    if (value !== undefined) query.set(name === 'stock-time' ? 'stockTime' : name, value);
  }
  if (given.tune) query.set('tune', '1');
  if (given['no-kernels']) query.set('kernels', '0');
  const wanted = given.preset ?? [defaultSettings.preset];
  const presets = wanted.includes('all') ? presetNames : wanted;
  const queries = presets.map((preset) => {
    query.set('preset', preset);
    // What runs it reads it the same way; here a mistake is reported before anything starts.
    parseSettings(query, runtime === 'node' ? nodePeerIds : peerIds);
    return query.toString();
  });
  const adapter = given.adapter ? parseAdapterChoice(given.adapter, '--adapter') : adapterOfEnvironment();
  return { runtime, adapter, queries, json: given.json, markdown: given.markdown };
}

function report({ share, phase, doing }: Progress): void {
  const line = `${String(Math.round(share * 100)).padStart(3)} %  ${phase}  ${doing}`;
  // On a terminal the line overwrites itself; elsewhere every run would add one.
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${line}`);
  else if (!doing.includes(': run ')) process.stderr.write(`${line}\n`);
}

function write(file: string, text: string): void {
  // npm runs this in the package's folder, wherever it was called.
  const path = resolve(process.env.INIT_CWD ?? '.', file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

async function main(): Promise<number> {
  const { runtime, adapter, queries, json, markdown } = readRequest();
  const host = await (runtime === 'node' ? openNode(adapter) : openBrowser(adapter));
  const results: BenchmarkResult[] = [];
  try {
    for (const query of queries) results.push(await host.run(query, report));
  } finally {
    await host.close();
    if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  }
  const [first] = results as [BenchmarkResult, ...BenchmarkResult[]];
  const result: BenchmarkResult = {
    ...first,
    device: { ...first.device, adapter: host.adapter },
    rows: results.flatMap(({ rows }) => rows),
    profiles: results.flatMap(({ profiles }) => profiles),
  };
  const tables = resultMarkdown(result, parseSettings(queries[0] as string).baseline);
  console.log(tables);
  if (json !== undefined) write(json, `${JSON.stringify(result, null, 2)}\n`);
  if (markdown !== undefined) write(markdown, `${tables}\n`);
  return result.rows.some(({ status }) => status === 'wrong') ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  const expected = [BrowserError, SettingsError, NodeAdapterError, NoDawnError].some(
    (kind) => error instanceof kind,
  );
  if (!expected) throw error;
  console.error((error as Error).message);
  process.exitCode = 2;
}
