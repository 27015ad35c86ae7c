import { closeSync, openSync, writeSync } from 'node:fs';
import { RandomStream } from '../src/random';

/**
 * Writes a CSV file of at least this size, in bytes: labels a, b and c, then values of three decimals.
 * @returns the size in bytes.
 */
export function writeLargeTable(path: string, size: number, steps: number): number {
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
