import type { LabelColumn } from './csv';

/** Number of lines to sample, spread over the whole file because files are often sorted by class. */
const sampleSize = 400;
const labelName = /^["']?(label|class|target|category|y)["']?$/i;

/**
 * Guesses which column of a table of series holds the labels. A header says it by name; else labels are words, or whole
 * numbers of which there are few. Where both columns could be the labels, it is the first.
 */
export function guessLabelColumn(text: string): LabelColumn {
  const ends = sampleLines(text).map(endsOf);
  const header = ends[0];
  if (!header) return 'first';
  if (labelName.test(header.first)) return 'first';
  if (labelName.test(header.last)) return 'last';
  const rows = ends.length > 1 ? ends.slice(1) : ends;
  const first = likeness(rows.map((row) => row.first));
  const last = likeness(rows.map((row) => row.last));
  return last > first ? 'last' : 'first';
}

/** How much the cells look like labels: 0 not at all, 1 all the same whole number, 2 few whole numbers, 3 words. */
function likeness(cells: readonly string[]): number {
  const numbers = cells.map(Number);
  if (cells.some((cell) => cell === '')) return 0;
  if (numbers.every(Number.isNaN)) return 3;
  if (!numbers.every(Number.isInteger)) return 0;
  const different = new Set(numbers).size;
  if (different === 1) return 1;
  return different <= Math.max(2, cells.length / 2) ? 2 : 0;
}

function endsOf(line: string): { first: string; last: string } {
  const separator = [',', '\t', ';', '|'].find((candidate) => line.includes(candidate)) ?? ',';
  const cells = line.split(separator).map((cell) => cell.trim());
  return { first: cells[0] as string, last: cells.at(-1) as string };
}

/** The first line, then lines at even distances. */
function sampleLines(text: string): string[] {
  const lines: string[] = [];
  let end = 0;
  for (let index = 0; index < sampleSize; index++) {
    const from = Math.max(end, Math.floor((text.length * index) / sampleSize));
    // In the middle of a line: take the next one. The first line, and one right after the last, start here.
    const start = from === end ? from : text.indexOf('\n', from) + 1;
    if (start === 0 && from > 0) break;
    const newline = text.indexOf('\n', start);
    end = newline === -1 ? text.length : newline + 1;
    const line = text.slice(start, end).trim();
    if (line) lines.push(line);
    if (newline === -1) break;
  }
  return lines;
}
