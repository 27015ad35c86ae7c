/** How long "gatewave predict" takes to its first answer, in Node and in a browser: `npm run start-time -- --help`. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const help = `npm run start-time -- [options]

  --adapter NAME  of the runtimes with WebGPU; default swiftshader
  --runs N        of each, by turns; default 5

Trains a small model on the processor, then starts "gatewave predict" for one series again and again: without options, when
it takes the processor, and on WebGPU in Node and in a browser. Prints the median seconds and those of each run: from the
start of the process to its end.`;

const { values } = parseArgs({
  options: {
    adapter: { type: 'string', default: 'swiftshader' },
    runs: { type: 'string', default: '5' },
    help: { type: 'boolean', short: 'h' },
  },
});
if (values.help) {
  console.log(help);
  process.exit();
}

const command = resolve(import.meta.dirname, '../bin/gatewave.mjs');
const folder = mkdtempSync(join(tmpdir(), 'gatewave-start-'));
const small = { num_points: 100, dataset_size: 80, units: 8, attention_units: 8, batch_size: 16, epochs: 1 };

/** @returns the seconds that it took. */
function gatewave(...given: string[]): number {
  const began = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [command, ...given], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`gatewave ${given.join(' ')} ended with exit code ${status}:\n${stderr}`);
  return (performance.now() - began) / 1000;
}

try {
  writeFileSync(join(folder, 'small.json'), JSON.stringify(small));
  writeFileSync(join(folder, 'one.csv'), `${Array.from({ length: 100 }, (_, i) => Math.sin(i / 9))}\n`);
  gatewave('train', '--config', 'small.json', '--backend', 'cpu', '--runtime', 'node', '--out', 'model');
  const asked = ['--model', 'model', '--data', 'one.csv', '--label', 'none', '--out', 'predictions.json'];
  const webgpu = (runtime: string) => ['--runtime', runtime, '--adapter', values.adapter];
  const flags = { default: [], node: webgpu('node'), browser: webgpu('browser') };
  type Name = keyof typeof flags;
  const predict = (name: Name) => gatewave('predict', ...flags[name], ...asked);
  const runtimes = Object.keys(flags) as Name[];
  const seconds = new Map<Name, number[]>(runtimes.map((name) => [name, []]));
  // The first one of each prepares caches.
  for (const name of runtimes) predict(name);
  for (let run = 0; run < Number(values.runs); run++) {
    for (const name of runtimes) seconds.get(name)?.push(predict(name));
  }
  for (const [name, all] of seconds) {
    const median = [...all].sort((a, b) => a - b)[all.length >> 1];
    const each = all.map((one) => one.toFixed(2)).join(', ');
    console.log(`${name.padEnd(8)} ${median?.toFixed(2)} s (${each})`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
