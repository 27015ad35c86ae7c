/** Trains the network that comes with the training page: `npm run bundled-network -- --help`. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runnerImport } from 'vite';
import type { RunConfig } from '../src/data/config';
import { generateSineDataset } from '../src/data/sine-dataset';
import type { RunReport } from '../src/model/report/run-report';
import { ArgumentError, readOptions } from './options';

const help = `npm run bundled-network -- [options]

  --seed N       the seed of the data and of the training; default 0
  --adapter NAME what it is trained on; default: the first that there is
  --run DIR      takes the network of a run of the preset that has ended, instead of training one

Trains the preset "quick" (configs/quick.json) with the command, and writes its weights, rounded to 16 bits, and a report to
src/app/train/state/bundled/. Exit code 2: bad arguments.`;

/** The series that its rounded answers are compared on are none of its own. */
const comparisonSeed = 1_000_003;

const root = resolve(import.meta.dirname, '..');
const target = join(root, 'src/app/train/state/bundled');

/** Modules that need the shaders, which only Vite can import. */
async function load<Module>(path: string): Promise<Module> {
  return (await runnerImport<Module>(resolve(root, path), { root, configFile: false })).module;
}

function options() {
  try {
    return readOptions(
      {
        seed: { type: 'string', default: '0' },
        adapter: { type: 'string' },
        run: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
      help,
    );
  } catch (error) {
    if (!(error instanceof ArgumentError)) throw error;
    console.error(error.message);
    process.exit(2);
  }
}

const { seed, adapter, run } = options();
const { writeTypedFile, answers } = await load<typeof import('./bundled-network/pack')>(
  'scripts/bundled-network/pack.ts',
);
const folder = mkdtempSync(join(tmpdir(), 'gatewave-bundled-'));
try {
  const out = run ? resolve(run) : join(folder, 'run');
  if (!run) {
    const given = ['--config', 'configs/quick.json', '--seed', seed];
    const where = adapter ? ['--adapter', adapter] : [];
    execFileSync(process.execPath, ['bin/gatewave.mjs', 'train', ...given, ...where, '--out', out], {
      cwd: root,
      stdio: 'inherit',
    });
  }
  const trained = readFileSync(join(out, 'model.safetensors'));
  const packed = writeTypedFile(trained, 'F16');
  const config = JSON.parse(readFileSync(join(out, 'config.json'), 'utf8')) as Required<RunConfig>;
  const { reason, epochs, bestEpoch } = JSON.parse(
    readFileSync(join(out, 'report.json'), 'utf8'),
  ) as RunReport;
  const fresh = generateSineDataset(config, comparisonSeed);
  const [whole, rounded] = [answers(writeTypedFile(trained, 'F32'), fresh), answers(packed, fresh)];
  const right = ({ probabilities }: typeof whole) =>
    probabilities.filter((p, row) => Number(p > 0.5) === fresh.labels[row]).length / fresh.count;
  const report = {
    command: `npm run bundled-network -- --seed ${config.seed}`,
    trained: { reason, epochs, bestEpoch },
    bytes: packed.length,
    fresh: {
      seed: comparisonSeed,
      series: fresh.count,
      accuracy: right(rounded),
      attentionInside: rounded.located?.inside,
      evenlySpread: rounded.located?.chanceInside,
      beforeRounding: { accuracy: right(whole), attentionInside: whole.located?.inside },
      largestDifference: Math.max(
        ...whole.probabilities.map((p, row) => Math.abs(p - (rounded.probabilities[row] as number))),
      ),
    },
    config,
  };
  writeFileSync(join(target, 'quick.safetensors'), packed);
  writeFileSync(join(target, 'quick.json'), `${JSON.stringify(report, null, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true });
}
