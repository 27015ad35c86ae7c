/** What the host spends on a training step, a validation batch and a prediction: `npm run host-cost -- --help`. */
import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';
import { nodeBundle } from '../build/node-bundle';
import type { HostCosts } from './host-cost/measure';
import { ArgumentError, readOptions } from './options';

const help = `npm run host-cost -- [options]

  --json  prints one JSON object: milliseconds as <name>_ms, bytes allocated as <name>_bytes

Runs on Dawn's null device, which executes nothing: what is left is the time and the memory that the host spends, on one thread.
Medians. The floor is what bare WebGPU calls cost that encode and submit as many dispatches as a training step has, all of them
prepared. Stock tf.layers are measured over 20 steps of time; their cost grows with them, so 25 times that stands for 500.
Exit code 2: bad arguments.`;

const root = resolve(import.meta.dirname, '..');
const outDir = resolve(root, 'dist/host-cost');

/** Bundled as the package is, since the loader of a development server would be part of what is measured. */
async function bundle(): Promise<string> {
  await build(nodeBundle(root, 'scripts/host-cost/measure.ts', outDir, { ssr: { external: ['webgpu'] } }));
  return resolve(outDir, 'measure.js');
}

async function run(script: string, what: 'time' | 'bytes'): Promise<HostCosts> {
  // What is counted is how far the heap grows, so nothing may be collected meanwhile.
  const flags = ['--min-semi-space-size=256', '--max-semi-space-size=256'];
  const args = ['--expose-gc', ...(what === 'bytes' ? flags : []), script, what];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 2 ** 24 });
  return JSON.parse(stdout) as HostCosts;
}

function readArguments(): { json?: boolean } {
  try {
    return readOptions({ json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } }, help);
  } catch (error) {
    if (!(error instanceof ArgumentError)) throw error;
    console.error(error.message);
    process.exit(2);
  }
}

const { json } = readArguments();
const script = await bundle();
const times = await run(script, 'time');
const bytes = await run(script, 'bytes');
const { dispatches, ...milliseconds } = times;
const { dispatches: _dispatches, ...allocated } = bytes;

if (json) {
  const named = (values: Omit<HostCosts, 'dispatches'>, unit: string) =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [`${name}_${unit}`, value]));
  const rounded = Object.fromEntries(
    Object.entries(allocated).map(([name, value]) => [name, Math.round(value)]),
  );
  console.log(
    JSON.stringify(
      { ...named(milliseconds, 'ms'), ...named(rounded as typeof allocated, 'bytes'), dispatches },
      null,
      2,
    ),
  );
} else {
  const labels: Record<keyof typeof milliseconds, string> = {
    step: 'training step, the article’s shape',
    floor: `bare WebGPU, ${dispatches} prepared dispatches`,
    validation: 'validation batch',
    prediction: 'prediction of one series',
    prediction_floor: 'bare WebGPU, the same dispatches, written to and read',
    stock: 'stock tf.layers, a training step (20 steps × 25)',
    fused: 'fuse(model).fit, a step',
  };
  console.log('| | ms | kilobytes allocated |\n| --- | --- | --- |');
  for (const [name, label] of Object.entries(labels)) {
    const key = name as keyof typeof milliseconds;
    console.log(`| ${label} | ${milliseconds[key].toFixed(3)} | ${(allocated[key] / 1000).toFixed(1)} |`);
  }
}
