/** Trains on data sets that come with a test part of their own, several seeds each: `npm run datasets -- --help`. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { sampleDeviation } from '../src/kernels/webgpu/statistics';

const help = `npm run datasets -- DIR [options] [-- OPTIONS OF gatewave train]

DIR has a folder for each data set NAME, and in it NAME_TRAIN and NAME_TEST with the same ending, as those of the UCR and
UEA archives do.

  --only NAME     may be given several times; default: all
  --seeds LIST    default: 0,1,2
  --out DIR       where the runs' files go; default: a new folder for temporary files

Runs "gatewave train --data TRAIN --test TEST --seed N" and prints a line of Markdown for each data set, when its runs
have ended: test accuracy by seed, mean, standard deviation, and the longest time from a command's start to its end. What a
run prints goes to the file log.txt beside its results. Exit code 1: a run failed. 2: bad arguments.`;

interface DataSet {
  name: string;
  train: string;
  test: string;
}

interface Run {
  /** Null where the command failed. */
  accuracy: number | null;
  seconds: number;
}

/** The formats to look for, the first one preferred. */
const endings = ['.ts', '.tsv', '.txt', '.arff', '.csv'];
const command = resolve(import.meta.dirname, '../bin/gatewave.mjs');

function findDataSets(folder: string): DataSet[] {
  return readdirSync(folder).flatMap((name) => {
    const file = (part: string, ending: string) => join(folder, name, `${name}_${part}${ending}`);
    const ending = endings.find((each) => existsSync(file('TRAIN', each)) && existsSync(file('TEST', each)));
    return ending ? [{ name, train: file('TRAIN', ending), test: file('TEST', ending) }] : [];
  });
}

async function train({ train, test }: DataSet, seed: number, out: string, more: string[]): Promise<Run> {
  const began = performance.now();
  const parts = ['--data', train, '--test', test];
  const code = await execute(['train', ...parts, '--seed', String(seed), '--out', out, ...more], out);
  const seconds = (performance.now() - began) / 1000;
  const report = join(out, 'report.json');
  if (code !== 0 || !existsSync(report)) return { accuracy: null, seconds };
  return { accuracy: JSON.parse(readFileSync(report, 'utf8')).test.accuracy, seconds };
}

/** Runs the command with its output in `out`/log.txt. @returns its exit code. */
async function execute(parameters: string[], out: string): Promise<number | null> {
  mkdirSync(out, { recursive: true });
  const log = openSync(join(out, 'log.txt'), 'w');
  const child = spawn(process.execPath, [command, ...parameters], { stdio: ['ignore', log, log] });
  const [code] = await once(child, 'exit');
  closeSync(log);
  return code;
}

function row(name: string, runs: Run[]): string {
  const accuracies = runs.flatMap(({ accuracy }) => accuracy ?? []);
  const mean = accuracies.reduce((sum, each) => sum + each, 0) / accuracies.length;
  const deviation = sampleDeviation(accuracies);
  const summary = accuracies.length > 0 ? `${mean.toFixed(3)} ± ${deviation.toFixed(3)}` : '–';
  const longest = Math.max(...runs.map(({ seconds }) => seconds));
  const cells = runs.map(({ accuracy }) => accuracy?.toFixed(3) ?? 'failed');
  return `| ${[name, ...cells, summary, `${Math.round(longest)} s`].join(' | ')} |`;
}

function readRequest() {
  const options = {
    only: { type: 'string', multiple: true },
    seeds: { type: 'string', default: '0,1,2' },
    out: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  const own = process.argv.slice(2);
  const split = own.indexOf('--');
  const more = split < 0 ? [] : own.splice(split).slice(1);
  const { values, positionals } = parseArgs({ args: own, options, allowPositionals: true });
  const [folder] = positionals;
  if (values.help || positionals.length !== 1 || !folder) {
    console.log(help);
    process.exit(values.help ? 0 : 2);
  }
  const found = findDataSets(resolve(folder));
  const wanted = found.filter(({ name }) => values.only?.includes(name) ?? true);
  const missing = values.only?.find((name) => !found.some((each) => each.name === name));
  if (missing !== undefined || wanted.length === 0) {
    console.error(
      `${folder} has no files ${missing ?? 'NAME'}_TRAIN and ${missing ?? 'NAME'}_TEST of one format.`,
    );
    process.exit(2);
  }
  const seeds = values.seeds.split(',').map(Number);
  return { wanted, seeds, more, out: resolve(values.out ?? mkdtempSync(join(tmpdir(), 'datasets-'))) };
}

const { wanted, seeds, more, out } = readRequest();
console.error(`The runs' files are in ${out}.`);
const head = ['data set', ...seeds.map((seed) => `seed ${seed}`), 'mean ± sd', 'longest run'];
console.log(`| ${head.join(' | ')} |\n|${'---|'.repeat(head.length)}`);
for (const dataset of wanted) {
  const runs: Run[] = [];
  for (const seed of seeds) {
    const run = await train(dataset, seed, join(out, `${dataset.name}-${seed}`), more);
    runs.push(run);
    console.error(`${dataset.name}, seed ${seed}: ${run.accuracy ?? 'failed'}, ${Math.round(run.seconds)} s`);
  }
  console.log(row(dataset.name, runs));
  if (runs.some(({ accuracy }) => accuracy === null)) process.exitCode = 1;
}
