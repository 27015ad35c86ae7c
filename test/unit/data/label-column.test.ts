import { describe, expect, it } from 'vitest';
import { parseCsv } from '../../../src/data/csv';
import { guessLabelColumn } from '../../../src/data/label-column';

describe('parseCsv with the label last', () => {
  const last = { labelColumn: 'last' } as const;

  it('reads the same series as with the label first', () => {
    const expected = parseCsv('walk,1,2.5\nrun,-3,4\n', 'data.csv');
    expect(parseCsv('1,2.5,walk\n-3,4,run\n', 'data.csv', last)).toEqual(expected);
    expect(parseCsv('t0,t1,what\n1,2.5,walk\n-3,4,run\n', 'data.csv', last)).toEqual(expected);
  });

  it('distinguishes numbered columns from a first series', () => {
    expect(parseCsv('0,1,label\n5,6,0\n7,8,1\n', 'data.csv', last).count).toBe(2);
    const series = parseCsv('0,1,walk\n5,6,0\n7,8,run\n', 'data.csv', last);
    expect(series.count).toBe(3);
    expect(Array.from(series.series)).toEqual([0, 1, 5, 6, 7, 8]);
    expect(series.classNames).toEqual(['0', 'run', 'walk']);
    expect(Array.from(series.labels)).toEqual([2, 0, 1]);
  });

  it.each([
    ['1,2,a\n3,x,b\n', 'data.csv, line 2, column 2: "x" is not a number.'],
    ['1,2,a\n3,4,\n', 'data.csv, line 2, column 3: the label is missing ("").'],
    ['1,2,a\n3,b\n', 'data.csv, line 2, column 3: this line has 1 values where line 1 has 2.'],
    ['0,1,walk\n5,1\n7,2\nx,run\n', 'data.csv, line 4, column 1: "x" is not a number.'],
    ['0,1,walk\n5,1\n7,run\n', 'data.csv, line 2, column 3: this line has 1 values where line 1 has 2.'],
    ['', 'data.csv is empty: each line must be the values and then a label.'],
  ])('says what is wrong with %j', (text, message) => {
    expect(() => parseCsv(text, 'data.csv', last)).toThrow(message);
  });
});

describe('guessLabelColumn', () => {
  const table = (rows: (string | number)[][]) => rows.map((row) => row.join(',')).join('\n');
  const many = (make: (index: number) => (string | number)[]) =>
    table(Array.from({ length: 2000 }, (_, i) => make(i)));

  it.each([
    [
      'words last',
      table([
        [0.5, 1.5, 'run'],
        [0.25, 2, 'walk'],
      ]),
      'last',
    ],
    [
      'words first',
      table([
        ['run', 1, 2],
        ['walk', 2, 1],
      ]),
      'first',
    ],
    ['classes last', many((i) => [i / 7, 0.1, i % 5]), 'last'],
    ['classes that are floats, sorted, last', many((i) => [i / 7, 0.1, `${Math.floor(i / 500)}.0`]), 'last'],
    ['classes first, padded series', many((i) => [i % 5, i / 7, 0]), 'first'],
    ['a name at the end of the header', `a,b,Label\n${many((i) => [i % 3, 5, i % 2])}`, 'last'],
    ['a name at its beginning', `class,b,c\n${many((i) => [i, 5, i % 2])}`, 'first'],
    ['whole numbers all over', many((i) => [i % 2, i % 100, i % 90]), 'first'],
    ['values that are whole numbers, few of them classes', many((i) => [i, 5, i % 2]), 'last'],
    ['one line', '3.5,1,walk', 'last'],
    ['nothing', '', 'first'],
  ])('finds %s', (_, text, column) => {
    expect(guessLabelColumn(text)).toBe(column);
  });

  it('looks at the whole of a long file', () => {
    // Only the end shows that the last column is not a label.
    expect(guessLabelColumn(many((i) => (i < 1500 ? [2, 1, i % 2] : [3, 1, 0.5])))).toBe('first');
  });
});
