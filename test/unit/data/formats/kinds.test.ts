/** Tables as programs and people write them: where the label is, what is a header, an id, a moment; and what is refused. */
import { describe, expect, it } from 'vitest';
import { inspectReading } from '../../../../src/cli/inspection';
import { bytesFile } from '../../../../src/data/formats/data-file';
import type { ReadOptions } from '../../../../src/data/formats/format';
import { readDataset } from '../../../../src/data/formats/read-dataset';
import { packTexts } from '../../../../src/data/packed-texts';
import { RandomStream } from '../../../../src/random';
import { labelsOf, problemOf, readText } from '../../../support/readings';

const random = new RandomStream(1, 'kinds');
const values = (count: number): string[] =>
  Array.from({ length: count }, () => (2 * random.next() - 1).toFixed(3));
const rows = (count: number, row: (i: number) => (string | number)[], separator = ','): string =>
  Array.from({ length: count }, (_, i) => `${row(i).join(separator)}\n`).join('');
const names = (prefix: string, count: number): string =>
  Array.from({ length: count }, (_, i) => `${prefix}${i}`).join();
const day = (i: number): string => `2024-01-${String(i + 1).padStart(2, '0')}`;
const ab = (i: number): string => (i % 2 ? 'b' : 'a');

describe('a table is read as it is meant', () => {
  it.each<[what: string, text: string, found: object, options?: ReadOptions]>([
    [
      'ids that are numbers',
      `patient_id,p,q,r,outcome\n${rows(20, (i) => [10423 + 37 * i, ...values(3), i % 2])}`,
      { series: 20, length: [3, 3], label: 'outcome', ids: true, classes: { 0: 10, 1: 10 } },
    ],
    [
      'a label in the middle, by name',
      `p,q,activity,r,s\n${rows(20, (i) => [...values(2), ab(i), ...values(2)])}`,
      { length: [4, 4], label: 'activity', classes: { a: 10, b: 10 } },
    ],
    [
      'a label that the user names, where it would pass for an id beside a counter',
      rows(20, (i) => [0, i, i + 1, i + 2]),
      { format: 'csv', series: 20, length: [3, 3], classes: { 0: 20 } },
      { label: 'first' },
    ],
    [
      'labels written as floats',
      rows(20, (i) => [(i % 2) + 1, ...values(3)].map((cell, j) => (j ? cell : `${cell}.0`))),
      { length: [3, 3], label: 'first', classes: { 1: 10, 2: 10 } },
    ],
    [
      'white space, exponents',
      rows(20, (i) => [`  ${(i % 2) + 1}.0000e+00`, ...values(3)], '   '),
      { format: 'ucr', length: [3, 3], classes: { 1: 10, 2: 10 } },
    ],
    [
      'quoted names',
      `"label","t 0","t 1"\n${rows(20, (i) => [`"${ab(i)}"`, ...values(2)])}`,
      { series: 20, length: [2, 2], label: 'label' },
    ],
    [
      'dates beside the values of a day',
      `date,${names('h', 24)},label\n${rows(20, (i) => [day(i), ...values(24), ab(i)])}`,
      { length: [24, 24], label: 'label', ids: true },
    ],
    [
      'dates without a header',
      rows(20, (i) => [day(i), ...values(5), ab(i)]),
      { length: [5, 5], label: 'last', ids: true },
    ],
    ['one row', '0,0.5,0.25,0.1\n', { series: 1, length: [3, 3], label: 'first' }],
    [
      'old line ends',
      rows(12, (i) => [i % 2, ...values(4)]).replaceAll('\n', '\r'),
      { series: 12, length: [4, 4] },
    ],
    ['thousands of columns', rows(12, (i) => [i % 2, ...values(5000)]), { series: 12, length: [5000, 5000] }],
    [
      'numeric times, label last',
      `0,10,20,30,class\n${rows(12, (i) => [...values(4), ab(i)])}`,
      { series: 12, length: [4, 4], label: 'class' },
    ],
    [
      'times in seconds, numeric labels',
      `y,0.0,0.5,1.0\n${rows(12, (i) => [i % 2, ...values(3)])}`,
      { series: 12, length: [3, 3], label: 'y' },
    ],
    [
      'times under a name of its own',
      `befund,0,10,20\n${rows(12, (i) => [ab(i), ...values(3)])}`,
      { series: 12, length: [3, 3], label: 'befund' },
    ],
    [
      'an index without a name',
      `,0,1,2,label\n${rows(12, (i) => [i, ...values(3), i % 2])}`,
      { series: 12, length: [3, 3], label: 'label', ids: true },
    ],
    [
      'columns that are numbered, the label among them',
      `0,1,2,3\n${rows(12, (i) => [...values(3), i % 2])}`,
      { series: 12, length: [3, 3], label: '3' },
    ],
    [
      'row names without a name',
      `"t1" "t2" "class"\n${rows(12, (i) => [`"${i + 1}"`, ...values(2), `"${ab(i)}"`], ' ')}`,
      { series: 12, length: [2, 2], label: 'class', ids: true },
    ],
    [
      'a column that is no step',
      `id,age,${names('t', 4)},label\n${rows(20, (i) => [i, 30 + (i % 7), ...values(4), i % 2])}`,
      { length: [4, 4], label: 'label', ids: true },
    ],
    [
      'row numbers before, labels behind',
      rows(20, (i) => [i + 1, ...values(4), ab(i)]),
      { length: [4, 4], label: 'last', ids: true },
    ],
    [
      'whole numbers, the label last',
      rows(40, (i) => [...values(8).map((value) => Math.round(500 * Number(value))), i % 3]),
      { length: [8, 8], label: 'last' },
    ],
    [
      'channels in the names',
      `${names('x_', 3)},${names('y_', 3)},label\n${rows(20, (i) => [...values(6), i % 2])}`,
      { channels: 2, length: [3, 3] },
    ],
    [
      'missing values',
      `label,t0,t1,t2\n${rows(20, (i) => [ab(i), i === 3 ? '?' : 1, i === 4 ? '' : 2, i === 5 ? 'NA' : 3])}`,
      { missing: 3, length: [3, 3] },
    ],
    ['series that end early', rows(20, (i) => [ab(i), 1, 2, i % 2 ? '' : 3]), { missing: 0, length: [2, 3] }],
    ['many classes', rows(800, (i) => [`c${i % 400}`, ...values(3)]), { series: 800, label: 'first' }],
    [
      'a label that is said',
      `site,name,t0,t1\n${rows(20, (i) => [`s${i % 3}`, ab(i), ...values(2)])}`,
      { label: 'name', length: [2, 2] },
      { label: 'name' },
    ],
    [
      'columns by number',
      rows(20, (i) => [...values(2), ab(i), ...values(2)]),
      { label: '3', length: [4, 4] },
      { label: '3' },
    ],
    [
      'rows that are series although they look like moments',
      `time,p,q,label\n${rows(20, (i) => [i, ...values(2), ab(i)])}`,
      { format: 'csv', series: 20, label: 'label' },
      { rows: 'series' },
    ],
    [
      'uneven times',
      `class,1,10,100\n${rows(12, (i) => [ab(i), ...values(3)])}`,
      { series: 12, length: [3, 3], label: 'class' },
    ],
    [
      'uneven times above numbers, under a name of its own',
      `befund,1,10,100\n${rows(12, (i) => [i % 2, ...values(3)])}`,
      { series: 12, length: [3, 3], label: 'befund' },
    ],
    [
      'times with decimal commas',
      `class;0,0;0,5;1,0\n${rows(12, (i) => [ab(i), '1,5', '2,5', '3,5'], ';')}`,
      { series: 12, length: [3, 3] },
    ],
    [
      'days of two months, which are no channels',
      `class,2024-01-30,2024-01-31,2024-02-01,2024-02-02\n${rows(12, (i) => [ab(i), ...values(4)])}`,
      { channels: 1, length: [4, 4] },
    ],
    [
      'names that repeat, as pandas numbers them',
      `x,x.1,x.2,y,y.1,y.2,label\n${rows(12, (i) => [...values(6), ab(i)])}`,
      { channels: 2, length: [3, 3] },
    ],
    [
      'names that repeat',
      `x,x,x,y,y,y,label\n${rows(12, (i) => [...values(6), ab(i)])}`,
      { channels: 2, length: [3, 3] },
    ],
    [
      'an index without a name, which is called by its place',
      `,t0,t1,label\n${rows(12, (i) => [i, ...values(2), ab(i)])}`,
      { ids: true, guesses: ['Column 1 is taken for ids (--id says otherwise).'] },
    ],
    [
      'the label beside a column that is missing throughout, last',
      rows(12, (i) => [...values(3), i % 2, '?']),
      { label: '4', length: [3, 3] },
    ],
    [
      'the label beside a column that is missing throughout, first',
      rows(12, (i) => ['NaN', i % 2, ...values(3)]),
      { label: '2', length: [4, 4], missing: 12 },
    ],
    [
      'an empty column before all others',
      rows(12, (i) => ['', ab(i), ...values(3)]),
      { label: '2', length: [3, 3], missing: 0 },
    ],
    [
      'words for missing values',
      rows(12, (i) => [ab(i), ['<NA>', '.', 'NaT', '1.#QNAN', '-1.#IND00', 'null'][i % 6] as string, 1, 2]),
      { length: [3, 3], missing: 12 },
    ],
    [
      'a column that is no number, which is said with an example',
      `label,t0,t1,t2\n${rows(12, (i) => [ab(i), ...values(2), '−1.5'])}`,
      { length: [2, 2], guesses: ['The column "t2" ("−1.5", for example) is not taken for values.'] },
    ],
    ['the end of an old file', `${rows(12, (i) => [ab(i), ...values(3)])}\x1a`, { series: 12 }],
    [
      'no labels where a model asks for just as many steps',
      `id,t0,t1,t2\n${rows(12, (i) => [i, ...values(3)])}`,
      { label: null, length: [3, 3], ids: true },
      { steps: 3 },
    ],
  ])('%s', async (_, text, found, options) => {
    expect(inspectReading(await readText(text, options), 'data.csv')).toMatchObject(found);
  });

  it('UTF-16 with the high byte first, and names in Windows-1252', async () => {
    const text = rows(12, (i) => [i % 2 ? 'Bär' : 'Bör', ...values(2)]);
    const high = Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
    const windows = Buffer.from(`größe,t0,t1\n${text}`, 'latin1');
    for (const bytes of [high, windows]) {
      const { dataset } = await readDataset([bytesFile('data.csv', bytes)]);
      expect(dataset).toMatchObject({ count: 12, classNames: ['Bär', 'Bör'] });
    }
  });

  it('groups stay beside the series', async () => {
    const text = `subject,t0,t1,label\n${rows(12, (i) => [`s${i % 3}`, ...values(2), ab(i)])}`;
    const grouped = await readText(text, { group: 'subject' });
    expect(grouped.dataset.groups).toEqual(packTexts(Array.from({ length: 12 }, (_, i) => `s${i % 3}`)));
    const { found, dataset } = await readText(text);
    expect(found.guesses.join()).toContain('--group subject');
    expect(Object.keys(dataset.about ?? {})).toEqual(['subject']);
  });
});

describe('what cannot be told is refused, with the option that says it', () => {
  const sensor = (i: number, row: (string | number)[]) => [...row, ...values(2), i < 30 ? 'still' : 'shake'];
  const smooth = (i: number) => [Math.sin(i / 9).toFixed(3), Math.cos(i / 9).toFixed(3)];
  it.each<[what: string, text: string, message: RegExp, options?: ReadOptions]>([
    ['a header only', 'label,a,b\n', /holds no series/],
    [
      'stamps',
      rows(60, (i) => sensor(i, [1.7e12 + 20 * i])),
      /look like moments.*--window 128.*--rows series/,
    ],
    [
      'clock times',
      `time,x,y,label\n${rows(60, (i) => sensor(i, [(i / 50).toFixed(2)]))}`,
      /look like moments/,
    ],
    [
      'days, few channels',
      `date,temp,hum,state\n${rows(60, (i) => sensor(i, [new Date(864e5 * i).toISOString()]))}`,
      /look like moments/,
    ],
    [
      'a recording without times',
      `x,y,label\n${rows(200, (i) => [...smooth(i), i < 100 ? 'still' : 'shake'])}`,
      /look like moments/,
    ],
    [
      'a noisy recording, its rows counted',
      `sample,ax,ay,az,gx,activity\n${rows(90, (i) => [i, ...values(4), i < 45 ? 'still' : 'shake'])}`,
      /look like moments/,
    ],
    [
      'a recording without names',
      rows(200, (i) => [i, ...smooth(i), i < 100 ? 'still' : 'shake']),
      /look like moments/,
    ],
    [
      'a recording without labels',
      `timestamp,x,y\n${rows(50, (i) => [i, ...values(2)])}`,
      /No column looks like a label/,
    ],
    [
      '0 and 1 all over',
      rows(40, () => values(6).map((value) => (Number(value) > 0 ? 1 : 0))),
      /column 1 and column 6/,
    ],
    [
      'a target that is measured',
      `t0,t1,target\n${rows(20, () => values(3))}`,
      /20 different numbers in 20 rows/,
    ],
    [
      'ids and no label',
      `name,t0,t1\n${rows(20, (i) => [`n${i}`, ...values(2)])}`,
      /no column that looks like a label/,
    ],
    ['two columns of words', `place,kind\n${rows(9, (i) => [ab(i), ab(i)])}`, /no columns of numbers/],
    [
      'two that could be labels',
      `name,site,t0,t1\n${rows(20, (i) => [ab(i), `s${i % 3}`, ...values(2)])}`,
      /"name" and the column "site" could each/,
    ],
    [
      'a column that is not there',
      `label,t0\n${rows(9, (i) => [ab(i), 1])}`,
      /no column "lable".*mean "label"/,
      { label: 'lable' },
    ],
    ['moments of unknown series', `time,v,label\n${rows(60, (i) => [i % 10, 1, ab(i)])}`, /--id NAME/],
    [
      'a line that is short',
      `${rows(9, (i) => [i % 2, ...values(4)])}1,2,3\n`,
      /line 10, column 4: this line has 3 cells/,
    ],
    [
      'a typo',
      `${rows(9, (i) => [i % 2, ...values(4)])}1,2,x3,4,5\n`,
      /line 10, column 3: "x3" is not a number/,
    ],
    [
      'thousands that are separated',
      rows(9, (i) => [i % 2, '1.234,5', '2,5'], ';'),
      /"1\.234,5" is not a number\. Its thousands are separated/,
    ],
    [
      'thousands that are separated, which is no separator of cells',
      rows(9, (i) => [ab(i), '1.234,5', '2.345,6'], ';'),
      /line 1, column 2: "1\.234,5" is not a number\. Its thousands are separated/,
      { header: false },
    ],
    [
      'thousands behind spaces',
      rows(9, (i) => [ab(i), '1 234,5', '2 345,6'], ';'),
      /Its thousands are separated/,
    ],
    [
      'classes of one series each',
      rows(50, (i) => [`w${i}`, ...values(4)]),
      /Column 1 has 50 different cells in 50 rows, as ids have; .* --label first/,
    ],
    [
      'a title above the table',
      `Measured in May\nlabel,t0,t1\n${rows(9, (i) => [ab(i), ...values(2)])}`,
      /line 1: this line has nothing but "Measured in May", where line 2 has 3 cells/,
    ],
    [
      'two columns of one name',
      `label,t0,t1,label\n${rows(9, (i) => [ab(i), ...values(2), ab(i)])}`,
      /Say which: --label first, --label last/,
    ],
    [
      'two columns of the name that is said',
      `kind,t0,t1,kind\n${rows(9, (i) => [ab(i), ...values(2), ab(i)])}`,
      /two columns called "kind" \(--label\), 1 and 4/,
      { label: 'kind' },
    ],
    [
      'decimal commas between commas',
      rows(9, (i) => [ab(i), ...values(3).map((value) => value.replace('.', ','))]),
      /commas separate the cells, but seem to be decimal signs, too/,
    ],
    ['units', rows(9, (i) => [ab(i), '15%', '22%']), /column 2 has "15%".*without its unit/],
    [
      'lists in cells',
      `label,x\n${rows(9, (i) => [ab(i), '"[1.5, 2]"'])}`,
      /"\[1\.5, 2\]".*a cell of its own/,
    ],
    [
      'an infinite value',
      rows(9, (i) => [i % 2, ...values(3), i === 7 ? 'inf' : 1.5]),
      /line 8, column 5: "inf"/,
    ],
    [
      'another class',
      `a,1\n${rows(9, (i) => [ab(i), 1])}c,1\n`,
      /line 11, column 1: the label "c" is not one/,
      { classNames: ['a', 'b'] },
    ],
    ['a web page', '<!DOCTYPE html><html></html>', /is a web page/],
  ])('%s', async (_, text, message, options) => {
    expect(await problemOf(readText(text, options))).toMatch(message);
  });

  it('files that are no text say what they are', async () => {
    for (const [start, kind] of [
      ['\x89PNG\r\n\x1a\n\0', 'a PNG picture'],
      ['%PDF-1.4\n%\xe2\xe3', 'a PDF document'],
      ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0', 'an old Excel or Word file'],
      ['\0\0\0\0', 'neither text nor of a known format'],
    ] as const) {
      expect(await problemOf(readDataset([bytesFile('a.csv', Buffer.from(start, 'latin1'))]))).toContain(
        kind,
      );
    }
  });

  it('UTF-8 and Windows-1252 in one file', async () => {
    const bytes = Buffer.concat([Buffer.from('Bär,1\nBör,2\n'), Buffer.from('Bär,3\n', 'latin1')]);
    expect(await problemOf(readDataset([bytesFile('a.csv', bytes)]))).toMatch(/line 3: .*not valid UTF-8/);
  });
});

describe('a long table', () => {
  const text = 'who,t,x,y,kind\n2,1,4,40,b\n1,0,1,10,a\n2,0,3,30,b\n1,2,NaN,20,a\n1,1,5,50,a\n';
  const options = { id: 'who', time: 't', label: 'kind' };

  it('takes its rows in any order', async () => {
    const { dataset, found } = await readText(text, options);
    expect(dataset).toMatchObject({
      count: 2,
      time: 3,
      channels: 2,
      ids: packTexts(['2', '1']),
      channelNames: ['x', 'y'],
    });
    expect([...(dataset.lengths ?? [])]).toEqual([2, 3]);
    expect([...dataset.series]).toEqual([3, 30, 4, 40, 0, 0, 1, 10, 5, 50, Number.NaN, 20]);
    expect(labelsOf(dataset)).toEqual(['b', 'a']);
    expect(found).toMatchObject({ format: 'csv-long', label: 'kind', missing: 1 });
  });

  it('takes the channels that are named', async () => {
    const { dataset } = await readText(text, { ...options, channels: ['y'] });
    expect(dataset).toMatchObject({ channels: 1, channelNames: ['y'], about: { x: expect.anything() } });
  });

  it.each([
    ['2,2,1,1,a\n', 'lines 2 and 7: the series "2" has two labels, "b" and "a"'],
    ['2,1,1,1,b\n', 'lines 2 and 7: two rows of the series "2" have the same moment'],
    ['2,soon,1,1,b\n', 'line 7, column 2: "soon" is neither a number nor a date'],
    [',3,1,1,b\n', 'line 7, column 1: the id of the series is missing'],
  ])('refuses %j', async (line, message) => {
    expect(await problemOf(readText(text + line, options))).toContain(message);
  });

  it('is recognised without names', async () => {
    const { found, dataset } = await readText(
      rows(60, (i) => [Math.floor(i / 5), i % 5, ...values(1), ab(Math.floor(i / 5))]),
    );
    expect(dataset).toMatchObject({ count: 12, time: 5, channels: 1 });
    expect(found.format).toBe('csv-long');
  });
});

describe('a recording', () => {
  const text = `t,x,kind,who\n${rows(12, (i) => [i, i, i < 5 ? 'a' : 'b', i < 8 ? 'p' : 'q'])}`;

  it('is cut into windows, within each group, with the label of most rows', async () => {
    const { dataset } = await readText(text, { window: 4, stride: 2, group: 'who' });
    expect(labelsOf(dataset)).toEqual(['a', 'a', 'b', 'b']);
    expect(dataset).toMatchObject({ time: 4, channels: 1, groups: packTexts(['p', 'p', 'p', 'q']) });
    expect([...dataset.series.subarray(4, 8)]).toEqual([2, 3, 4, 5]);
  });

  it('leaves impure windows out, and says how many', async () => {
    const { dataset, found } = await readText(text, { window: 4, purity: 1, label: 'kind' });
    expect(labelsOf(dataset)).toEqual(['a', 'b']);
    expect(found.warnings).toEqual([expect.stringContaining('1 windows are left out')]);
  });

  it('skips rows where the stride is longer', async () => {
    const { dataset } = await readText(text, { window: 2, stride: 5, label: 'kind' });
    expect([...dataset.series]).toEqual([0, 1, 5, 6, 10, 11]);
  });

  it('refuses a window that is longer', async () => {
    expect(await problemOf(readText(text, { window: 40, label: 'kind' }))).toContain(
      'Give a smaller --window',
    );
  });
});
