/**
 * Puts the tables of a benchmark result into docs/numbers.md, between its two comments:
 * `tsx scripts/bench-table.ts bench/results/FILE.json`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { resultMarkdown } from '../src/benchmark/markdown';
import { parseResult } from '../src/benchmark/result';
import { baselines } from '../src/benchmark/settings';

const begin = '<!-- Benchmark: begin. Written by scripts/bench-table.ts. -->';
const end = '<!-- Benchmark: end -->';
const page = new URL('../docs/numbers.md', import.meta.url);

function main([file, name = 'fastest']: string[]): void {
  const baseline = baselines.find((known) => known === name);
  if (!file || !baseline) throw new Error('Usage: tsx scripts/bench-table.ts RESULT.json [BASELINE]');
  const tables = resultMarkdown(parseResult(readFileSync(file, 'utf8')), baseline);
  const text = readFileSync(page, 'utf8');
  const [start, stop] = [text.indexOf(begin), text.indexOf(end)];
  if (start < 0 || stop < start)
    throw new Error(`docs/numbers.md lacks the comments "${begin}" and "${end}".`);
  const source = `From \`bench/results/${basename(file)}\`.`;
  const before = text.slice(0, start + begin.length);
  writeFileSync(page, `${before}\n\n${source} ${tables}\n\n${text.slice(stop)}`);
}

main(process.argv.slice(2));
