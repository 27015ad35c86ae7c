import { closeSync, openSync, writeSync } from 'node:fs';
import { RandomStream } from '../src/random';

/**
 * Writes a CSV file of at least this size, in bytes: labels a, b and c, then values of three decimals.
 * @param hasIds whether each series has an id before its label; then there is a header, too.
 * @returns the size in bytes.
 */
export function writeLargeTable(path: string, size: number, steps: number, hasIds = false): number {
  const random = new RandomStream(1, 'bench-read');
  const file = openSync(path, 'w');
  let written = 0;
  let rows = 0;
  if (hasIds) {
    const names = Array.from({ length: steps }, (_, step) => `t${step}`);
    written += writeSync(file, `id,class,${names.join(',')}\n`);
  }
  while (written < size) {
    const lines: string[] = [];
    for (let i = 0; i < 20_000 / steps + 1; i++) {
      const values = Array.from({ length: steps }, () => (2 * random.next() - 1).toFixed(3));
      const id = hasIds ? `person-${rows++},` : '';
      lines.push(`${id}${'abc'[random.integer(3)]},${values.join(',')}\n`);
    }
    written += writeSync(file, lines.join(''));
  }
  closeSync(file);
  return written;
}
