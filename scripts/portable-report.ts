/** Makes tables of what portable/run.sh measured: `npm run portable-report -- --help`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import { ReportError } from '../portable/report/errors';

const help = `npm run portable-report -- FILE [options]

Reads the JSON lines that run.sh of npm run portable printed, and prints tables of them as Markdown: each time measured beside
what the cost model predicts for the device, and beside PyTorch's.

  --device NAME   the device of the cost model; default: the one whose name the adapter's resembles
  --write         puts the tables into docs/gpu.md, between its two comments, in place of printing them`;

const root = resolve(import.meta.dirname, '..');
const page = resolve(root, 'docs/gpu.md');
const begin = '<!-- Measurements: begin. Written by scripts/portable-report.ts. -->';
const end = '<!-- Measurements: end -->';

/** The plans need the shaders, which only Vite can import. */
async function load<Module>(path: string): Promise<Module> {
  return (await runnerImport<Module>(resolve(root, path), { root, configFile: false })).module;
}

async function main(): Promise<void> {
  const options = {
    device: { type: 'string' },
    write: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [file] = positionals;
  if (values.help || !file) {
    console.log(help);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  // npm runs this in the package's folder, wherever it was called.
  const text = readFileSync(resolve(process.env.INIT_CWD ?? '.', file), 'utf8');
  const { reportOf } = await load<typeof import('../portable/report/report')>('portable/report/report.ts');
  const report = reportOf(text, file, values.device);
  if (values.write) writeFileSync(page, withReport(readFileSync(page, 'utf8'), report));
  else console.log(report);
}

function withReport(text: string, report: string): string {
  const [start, stop] = [text.indexOf(begin), text.indexOf(end)];
  if (start < 0 || stop < start) throw new ReportError(`${page} lacks the comments "${begin}" and "${end}".`);
  return `${text.slice(0, start + begin.length)}\n\n${report}\n\n${text.slice(stop)}`;
}

try {
  await main();
} catch (error) {
  // An error from a module that Vite loaded is of another class of the same name.
  const { name, message, code } = error as Error & { code?: string };
  if (name !== 'ReportError' && !code?.startsWith('ERR_PARSE_ARGS') && code !== 'ENOENT') throw error;
  console.error(message);
  process.exitCode = 2;
}
