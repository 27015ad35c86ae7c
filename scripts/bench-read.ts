/**
 * Reads a large CSV file of random series and prints the speed and the most memory that it took:
 * `npm run bench:read -- [megabytes] [steps of a series] [--ids] [--page]`. The file is made in a temporary folder. With
 * `--ids` each series has an id; with `--page` the file is chosen on the training page, in a browser.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { dataFiles } from '../src/cli/data-files';
import { readDataset } from '../src/data/formats/read-dataset';
import { writeLargeTable } from './large-table';
import { readInPage } from './read-in-page';

const { positionals, values: given } = parseArgs({
  allowPositionals: true,
  options: { page: { type: 'boolean' }, ids: { type: 'boolean' } },
});
const [megabytes = 200, steps = 100] = positionals.map(Number);
const folder = mkdtempSync(join(tmpdir(), 'gatewave-read-'));
try {
  const path = join(folder, 'large.csv');
  const size = writeLargeTable(path, megabytes * 1e6, steps, given.ids);
  console.log(await (given.page ? measurePage(path, size) : measureHere(path, size)));
} finally {
  rmSync(folder, { recursive: true });
}

async function measureHere(path: string, size: number): Promise<string> {
  const before = process.memoryUsage().rss;
  let most = before;
  const look = (): void => {
    most = Math.max(most, process.memoryUsage().rss);
  };
  const watch = setInterval(look, 20);
  const start = performance.now();
  const busy = process.cpuUsage();
  const { dataset } = await readDataset(await dataFiles([path]), {}, look);
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(busy);
  look();
  clearInterval(watch);
  return (
    `${(size / 1e6).toFixed(0)} MB, ${dataset.count} series of ${dataset.time} steps: ` +
    `${speed(size, seconds, (user + system) / 1e6)}; at most ${((most - before) / size).toFixed(2)} times the file in memory`
  );
}

async function measurePage(path: string, size: number): Promise<string> {
  const { seconds, processor, memory, longestFreeze, shares } = await readInPage(path);
  const inMemory = memory === null ? 'unknown' : `at most ${(memory / size).toFixed(2)} times the file`;
  return (
    `${(size / 1e6).toFixed(0)} MB on the page: ${speed(size, seconds, processor)}; ` +
    `${inMemory} in memory; no frame for at most ${longestFreeze.toFixed(0)} ms; ${shares} shares of the progress shown`
  );
}

/** @param processor seconds of it. */
function speed(size: number, seconds: number, processor: number): string {
  const of = (time: number) => (size / 1e6 / time).toFixed(0);
  return `${seconds.toFixed(1)} s, ${of(seconds)} MB/s (${of(processor)} MB for a second of a processor)`;
}
