/**
 * Reads a large CSV file of random series and prints the speed and the most memory that it took:
 * `npm run bench:read -- [megabytes] [steps of a series]`. The file is made in a temporary folder.
 */
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataFiles } from '../src/cli/data-files';
import { readDataset } from '../src/data/formats/read-dataset';
import { RandomStream } from '../src/random';

const [megabytes = 200, steps = 100] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'gatewave-read-'));
try {
  const path = join(folder, 'large.csv');
  const size = writeTable(path, megabytes * 1e6, steps);
  const before = process.memoryUsage().rss;
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 20);
  const start = performance.now();
  const busy = process.cpuUsage();
  const { dataset } = await readDataset(await dataFiles([path]), {}, () => {
    most = Math.max(most, process.memoryUsage().rss);
  });
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(busy);
  const processor = (user + system) / 1e6;
  most = Math.max(most, process.memoryUsage().rss);
  clearInterval(watch);
  console.log(
    `${(size / 1e6).toFixed(0)} MB, ${dataset.count} series of ${dataset.time} steps: ${seconds.toFixed(1)} s, ` +
      `${(size / 1e6 / seconds).toFixed(0)} MB/s (${(size / 1e6 / processor).toFixed(0)} MB for a second of a processor); at most ${((most - before) / size).toFixed(2)} times the file in memory`,
  );
} finally {
  rmSync(folder, { recursive: true });
}

/** Labels a, b and c, then values of three decimals. @returns the size in bytes. */
function writeTable(path: string, size: number, steps: number): number {
  const random = new RandomStream(1, 'bench-read');
  const file = openSync(path, 'w');
  let written = 0;
  while (written < size) {
    const lines: string[] = [];
    for (let i = 0; i < 20_000 / steps + 1; i++) {
      const values = Array.from({ length: steps }, () => (2 * random.next() - 1).toFixed(3));
      lines.push(`${'abc'[random.integer(3)]},${values.join(',')}\n`);
    }
    written += writeSync(file, lines.join(''));
  }
  closeSync(file);
  return written;
}
