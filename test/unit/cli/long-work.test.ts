import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { LongWork } from '../../../src/cli/long-work';

function told(isTTY: boolean, moments: [seconds: number, done: number][], unit?: string): string {
  let seconds = 0;
  const stream = Object.assign(new PassThrough(), { isTTY });
  const work = new LongWork('Reading a.csv', stream, () => seconds);
  for (const [at, done] of moments) {
    seconds = at;
    work.at(done, 2000, unit);
  }
  work.end();
  return String(stream.read() ?? '');
}

it('is silent about short work', () => {
  expect(told(true, [[1.9, 1999]])).toBe('');
  expect(told(false, [[4, 1000]])).toBe('');
});

it('renews its line on a terminal, and takes it off', () => {
  const text = told(true, [
    [2.5, 500],
    [2.6, 700],
    [3, 1000],
  ]);
  expect(text).toBe('\rReading a.csv: 25 %\u001b[K\rReading a.csv: 50 %\u001b[K\r\u001b[K');
});

it('writes a line now and then elsewhere', () => {
  const moments: [number, number][] = [
    [6, 1000],
    [8, 1400],
    [12, 1999],
  ];
  expect(told(false, moments, 'series')).toBe(
    'Reading a.csv: 1,000 of 2,000 series\nReading a.csv: 1,999 of 2,000 series\n',
  );
});
