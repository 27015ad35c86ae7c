import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../../../src/data/dataset';
import { writeCsv } from '../../../../src/data/write-csv';
import { forRandomCases } from '../../../support/random-cases';
import { problemOf, readText, seriesOf } from '../../../support/readings';

describe('a wide table', () => {
  it('reads the label first, then the values', async () => {
    const { dataset } = await readText('0,1.5,-2\n1,.5,3e-1\n0,+4,5.\n');
    expect(dataset).toMatchObject({ count: 3, time: 2, channels: 1, classNames: ['0', '1'] });
    expect(Array.from(dataset.labels)).toEqual([0, 1, 0]);
    expect(seriesOf(dataset)).toEqual([
      [1.5, -2],
      [0.5, Math.fround(0.3)],
      [4, 5],
    ]);
  });

  it.each([
    ['Windows line ends', '0,1,2\r\n1,3,4\r\n'],
    ['old Mac line ends', '0,1,2\r1,3,4\r'],
    ['mixed line ends', '0,1,2\r\n1,3,4\n'],
    ['a byte order mark', '\uFEFF0,1,2\n1,3,4\n'],
    ['no newline at the end', '0,1,2\n1,3,4'],
    ['blank lines', '\n0,1,2\n\n  \n1,3,4\n\n\n'],
    ['tabs', '0\t1\t2\n1\t3\t4\n'],
    ['semicolons', '0;1;2\n1;3;4\n'],
    ['spaces around values', ' 0 , 1, 2 \n1,3 ,4\n'],
    ['quotes', '"0","1","2"\n1,3,4\n'],
    ['named columns', 'label,t0,t1\n0,1,2\n1,3,4\n'],
    ['numbered columns', 'label,0,1\n0,1,2\n1,3,4\n'],
    ['columns numbered from 1', 'class,1,2\n0,1,2\n1,3,4\n'],
    ['labels written as floats', '0.0,1,2\n1.0000000e+00,3,4\n'],
  ])('copes with %s', async (_, text) => {
    const { dataset } = await readText(text);
    expect(seriesOf(dataset)).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(Array.from(dataset.labels)).toEqual([0, 1]);
    expect(dataset.classNames).toEqual(['0', '1']);
  });

  it('reads a single series', async () => {
    expect(seriesOf((await readText('1,2,3')).dataset)).toEqual([[2, 3]]);
  });

  it('does not take a first series for a header', async () => {
    expect((await readText('walk,0,1\nrun,5,2\n')).dataset.count).toBe(2);
    expect(await problemOf(readText('walk,0,9\n0,5,2\n'))).toContain(
      'line 1, column 1: "walk" is not a number',
    );
    expect((await readText('label,0,1\n0,1,2\n', { header: false, label: 'first' })).dataset.count).toBe(2);
    expect((await readText('0,1,2\n0,1,2\n', { header: true })).dataset.count).toBe(1);
  });

  it('sorts numeric classes by value and text classes by code point', async () => {
    const { dataset: numeric } = await readText('10,1\n-1,1\n9,1\n');
    expect(numeric.classNames).toEqual(['-1', '9', '10']);
    expect(Array.from(numeric.labels)).toEqual([2, 0, 1]);
    const { dataset: text } = await readText('walk,1\nrun,1\nnone,1\nwalk,2\n');
    expect(text.classNames).toEqual(['none', 'run', 'walk']);
    expect(Array.from(text.labels)).toEqual([2, 1, 0, 2]);
  });

  it('keeps class 1 class 1 where there is no 0', async () => {
    const { dataset } = await readText('1,5\n1,6\n', { label: 'first' });
    expect(dataset.classNames).toEqual(['0', '1']);
    expect(Array.from(dataset.labels)).toEqual([1, 1]);
  });

  it('takes given classes in their order, and refuses others', async () => {
    const options = { classNames: ['walk', 'run'] };
    expect(Array.from((await readText('run,1\nwalk,2\n', options)).dataset.labels)).toEqual([1, 0]);
    expect(await problemOf(readText('run,1\n\nswim,2\n', options))).toBe(
      'data.csv, line 3, column 1: the label "swim" is not one of the classes "walk", "run".',
    );
  });

  it.each([
    ['', 'data.csv is empty.'],
    [' \n\r\n', 'data.csv is empty.'],
    ['label,t0\n', 'data.csv holds no series: it has the names of columns, but no rows.'],
    ['0\n1\n', 'data.csv, line 1: there are no values beside the label.'],
    [
      '0,1,2\n1,3\n',
      'data.csv, line 2, column 3: this line has 2 cells where line 1 has 3. All lines must have the same number',
    ],
    [
      'label,a,b\n\n0,1,2\n1,3,4,5\n',
      'data.csv, line 4, column 4: this line has 4 cells where the header has 3.',
    ],
    ['0,1,2\n1,inf,4\n', 'data.csv, line 2, column 2: "inf" is not a number.'],
    ['0,1,2\n1,x7,4\n', 'data.csv, line 2, column 2: "x7" is not a number.'],
    [
      '0;1,5;2,5\n1;3.5;4,5\n',
      'line 2, column 2: 3.5 has a decimal point, but there are decimal commas since line 1.',
    ],
    ['0,1,2\n1,0x10,4\n', 'data.csv, line 2, column 2: "0x10" is not a number.'],
    ['0,oops,2\n1,3,4\n', 'data.csv, line 1, column 2: "oops" is not a number.'],
    ['0,1,2\n1,1e39,4\n', 'data.csv, line 2, column 2: 1e39 is too large for a 32-bit float'],
    ['a,1\n,3\n', 'data.csv, line 2, column 1: the label is missing ("").'],
    ['a,1\nNaN,3\n', 'data.csv, line 2, column 1: the label is missing ("NaN").'],
    ['0,1\n"1,3\n', 'data.csv, line 2: a quote is opened but never closed.'],
    ['"a\nb",1\nc,x\n', 'data.csv, line 3, column 2: "x" is not a number.'],
  ])('says what is wrong with %j', async (text, message) => {
    expect(await problemOf(readText(text))).toContain(message);
  });
});

describe('writeCsv', () => {
  const dataset: Dataset = {
    count: 2,
    time: 3,
    channels: 1,
    series: Float32Array.of(0.1, -2, 1e-20, 1 / 3, 16777217, 3.4028234663852886e38),
    labels: Int32Array.of(1, 0),
    classNames: ['calm', 'a "quoted", name'],
  };

  it('writes a series a line, label first', async () => {
    expect(writeCsv(dataset)).toBe(
      '"a ""quoted"", name",0.1,-2,1e-20\ncalm,0.333333343,16777216,3.40282347e+38\n',
    );
  });

  it('is read back to equal series', async () => {
    const finite = fc.float({ noNaN: true, noDefaultInfinity: true });
    const arbitrary = fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 6 }))
      .chain(([count, time]) =>
        fc.record({
          series: fc.array(finite, { minLength: count * time, maxLength: count * time }),
          labels: fc.array(fc.integer({ min: 0, max: 1 }), { minLength: count, maxLength: count }),
          time: fc.constant(time),
        }),
      );
    await forRandomCases(arbitrary, 300, async ({ series, labels, time }) => {
      const written: Dataset = {
        count: labels.length,
        time,
        channels: 1,
        // A CSV file does not tell −0 from 0.
        series: Float32Array.from(series, (value) => value + 0),
        labels: Int32Array.from(labels),
        classNames: ['0', '1'],
      };
      expect((await readText(writeCsv(written), { label: 'first', header: false })).dataset).toEqual(written);
    });
  });

  it('writes several channels with a header that is read back', async () => {
    const written = { ...dataset, time: 3, channels: 2, channelNames: ['x', 'the y'] };
    written.series = Float32Array.of(1, 10, 2, 20, 3, 30, 4, 40, 5, 50, 6, 60);
    written.classNames = ['calm', 'wild'];
    expect(writeCsv(written).split('\n').slice(0, 2)).toEqual([
      'class,x_0,x_1,x_2,the-y_0,the-y_1,the-y_2',
      'wild,1,2,3,10,20,30',
    ]);
    expect((await readText(writeCsv(written))).dataset).toEqual({ ...written, channelNames: ['x', 'the-y'] });
  });

  it('refuses what it cannot hold', async () => {
    expect(() => writeCsv({ ...dataset, lengths: Int32Array.of(1, 3) })).toThrow('series of one length');
  });
});
