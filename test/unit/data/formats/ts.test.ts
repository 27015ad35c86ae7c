import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { channelsOf, contents, read } from '../../../support/data-files';
import { problemOf } from '../../../support/readings';

const head = '@problemName x\n@classLabel true a b\n';

describe('ts', () => {
  it('reads the examples that come with the project', async () => {
    const folder = 'examples/data/japanese-vowels/JapaneseVowels';
    const train = await read('TRAIN.ts', readFileSync(`${folder}_TRAIN.ts`));
    const test = await read('TEST.ts', readFileSync(`${folder}_TEST.ts`));
    expect(train.dataset).toMatchObject({ count: 270, time: 26, channels: 12, classNames: [...'123456789'] });
    expect(test.dataset).toMatchObject({
      count: 370,
      time: 29,
      channels: 12,
      classNames: train.dataset.classNames,
    });
    expect(Math.min(...(test.dataset.lengths ?? []))).toBe(7);
    const control = await read(
      'c.ts',
      readFileSync('examples/data/synthetic-control/SyntheticControl_TEST.ts'),
    );
    expect(control.dataset).toMatchObject({ count: 300, time: 60, channels: 1, classNames: [...'123456'] });
    expect(control.dataset.lengths).toBeUndefined();
  });

  it('reads every header, comments, missing values and Windows line ends', async () => {
    const text =
      '\uFEFF# comment\r\n%another\r\n@problemName Two words\r\n@TimeStamps false\r\n@missing true\r\n@univariate false\r\n' +
      '@dimension 2\r\n@equalLength false\r\n@targetlabel false\r\n@classLabel TRUE a b\r\n\r\n@data\r\n# comment\r\n' +
      '1, 2,?:4,NaN,6:a\r\n 1e1:-.5:b';
    const { dataset, found } = await read('x.ts', text);
    expect(contents(dataset).map(({ values }) => channelsOf(values))).toEqual([
      [
        [1, 2, Number.NaN],
        [4, Number.NaN, 6],
      ],
      [[10], [-0.5]],
    ]);
    expect(found).toEqual({ format: 'ts', label: null, missing: 2, guesses: [], warnings: [] });
  });

  it('takes classes in the order of all formats, whatever the header says, and warns of those without series', async () => {
    const text = '@problemName x\n@classLabel true 10 c 9 1.0\n@data\n1:10\n2:9\n3:1\n';
    const { dataset, found } = await read('x.ts', text);
    expect(dataset.classNames).toEqual(['1', '9', '10']);
    expect(found.warnings).toEqual(['x.ts: the header names a class that no series has: c.']);
  });

  it('reads series with the classes of a model, without labels, and where the header does not say', async () => {
    const { dataset } = await read('x.ts', `${head}@data\n1:b\n`, { classNames: ['b', 'a'] });
    expect(dataset).toMatchObject({ classNames: ['b', 'a'], labels: Int32Array.of(0) });
    expect(
      (await read('x.ts', '@problemName x\n@classLabel false\n@data\n1,2\n3,4\n')).dataset.labels,
    ).toEqual(Int32Array.of(-1, -1));
    expect((await read('x.ts', `${head}@data\n1:b\n`, { label: 'none' })).dataset.classNames).toEqual([]);
    const { found } = await read('x.ts', '@problemName x\n@data\n1,2:a\n');
    expect(found.guesses).toEqual([
      'x.ts has no @classLabel; its series are taken to have their label last.',
    ]);
  });

  it('leaves even time stamps out and warns of uneven ones', async () => {
    const stamped = `${head}@timestamps true\n@data\n(2020-01-01 00:00:00,1),(2020-01-01 00:01:00,?),(2020-01-01 00:02:00,3):(0,4),(1,5),(2,6):a\n`;
    const even = await read('x.ts', stamped);
    expect(channelsOf(contents(even.dataset)[0]?.values ?? [])).toEqual([
      [1, Number.NaN, 3],
      [4, 5, 6],
    ]);
    expect(even.found.guesses).toEqual(['The time stamps are evenly spaced and were left out.']);
    const uneven = await read('x.ts', `${head}@timestamps true\n@data\n(0,1),(1,2),(5,3):a\n`);
    expect(uneven.found.warnings).toEqual([
      expect.stringMatching(/^x\.ts, line 5: the time stamps are not evenly spaced/),
      expect.stringContaining('a class that no series has: b'),
    ]);
  });

  it.each([
    [
      'a word among the values',
      `${head}@data\n1,2:a\n1,x:b\n`,
      'x.ts, line 5, channel 1, value 2: "x" is not a number',
    ],
    [
      'nothing among the values',
      `${head}@data\n1,,2:a\n`,
      'x.ts, line 4, channel 1, value 2: there is no value',
    ],
    [
      'a value that is too large',
      `${head}@data\n1e39:a\n`,
      'x.ts, line 4, channel 1, value 1: 1e+39 is too large',
    ],
    [
      'a class that the header has not',
      `${head}@data\n1:c\n`,
      'x.ts, line 4: the label "c" is not one of the header\'s classes, a, b.',
    ],
    ['no label', `${head}@data\n1,2\n`, 'x.ts, line 4: there is no label'],
    ['an unknown label', `${head}@data\n1,2:?\n`, 'x.ts, line 4, label: the label is missing ("?").'],
    [
      'channels of two lengths',
      `${head}@data\n1,2:3:a\n`,
      'x.ts, line 4: channel 2 has 1 values, channel 1 has 2.',
    ],
    [
      'another number of channels',
      `${head}@data\n1:2:a\n1:a\n`,
      'x.ts, line 5: this series has 1 channels; the first series has 2.',
    ],
    [
      'channels against the header',
      `${head}@dimensions 3\n@data\n1:2:a\n`,
      'x.ts, line 5: this series has 2 channels; the header says 3.',
    ],
    [
      'a length against the header',
      `${head}@equalLength true\n@seriesLength 3\n@data\n1,2:a\n`,
      'x.ts, line 6: this series has 2 values a channel; @equalLength true says that all have 3.',
    ],
    [
      'time stamps that are not told',
      `${head}@timestamps false\n@data\n(0,1):a\n`,
      'x.ts, line 5: the header says @timeStamps false, but the values have time stamps.',
    ],
    [
      'times that fall',
      `${head}@data\n(1,1),(0,2):a\n`,
      'x.ts, line 4, channel 1, value 2: the time 0 is not after',
    ],
    [
      'half a time stamp',
      `${head}@data\n(0,1),(1:a\n`,
      'x.ts, line 4, channel 1, value 2: expected a time and a value',
    ],
    [
      'a flag that is none',
      '@problemName x\n@univariate maybe\n',
      'x.ts, line 2: @univariate is "maybe"; expected true or false.',
    ],
    [
      'a number to predict',
      '@problemName x\n@targetlabel true\n@data\n1:2\n',
      'x.ts, line 2: @targetlabel true says that the series have numbers to predict',
    ],
    ['values before the data', '@problemName x\n1,2:a\n', 'x.ts, line 2: expected a line that begins with @'],
    ['no data', head, 'x.ts holds no series: there is no @data.'],
    ['no series', `${head}@data\n`, 'x.ts holds no series: nothing follows @data.'],
  ])('refuses %s', async (_, text, message) => {
    expect(await problemOf(read('x.ts', text))).toContain(message);
  });
});
