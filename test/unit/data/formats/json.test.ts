import { describe, expect, it } from 'vitest';
import { packTexts } from '../../../../src/data/packed-texts';
import { contents, read } from '../../../support/data-files';
import { problemOf } from '../../../support/readings';

const json = (value: unknown): string => JSON.stringify(value);

describe('json', () => {
  it('reads one channel, steps of channels, and channels by name, in any order', async () => {
    const one = await read(
      'x.json',
      json([
        { label: 'a', values: [1, null, 3] },
        { label: 2, values: [4] },
      ]),
    );
    expect(contents(one.dataset)).toEqual([
      { label: 'a', values: [[1], [Number.NaN], [3]] },
      { label: '2', values: [[4]] },
    ]);
    expect(one.found).toEqual({ format: 'json', label: 'label', missing: 1, guesses: [], warnings: [] });
    const steps = [
      {
        label: 'a',
        values: [
          [1, 2],
          [3, 4],
          [5, 6],
        ],
      },
    ];
    expect(contents((await read('x.json', json(steps))).dataset)[0]?.values).toEqual([
      [1, 2],
      [3, 4],
      [5, 6],
    ]);
    expect(contents((await read('x.json', json(steps), { axes: 'nct' })).dataset)[0]?.values).toEqual([
      [1, 3, 5],
      [2, 4, 6],
    ]);
    const named = [
      { label: 'a', values: { x: [1, 3], y: [2, 4] } },
      { label: 'b', values: { y: [6], x: [5] } },
    ];
    const { dataset } = await read('x.json', json({ series: named }));
    expect(dataset.channelNames).toEqual(['x', 'y']);
    expect(contents(dataset).map(({ values }) => values)).toEqual([
      [
        [1, 2],
        [3, 4],
      ],
      [[5, 6]],
    ]);
  });

  it('reads ids, groups, regions and whatever else is known', async () => {
    const regions = [{ start: 1, end: 2, name: 'bump' }];
    const all = [
      { label: 'a', id: 7, group: 'p1', values: [1, 2], regions, age: 30, place: 'here', nested: {} },
      { label: 'b', id: 8, group: 'p2', values: [3, 4], age: 40 },
    ];
    const { dataset, found } = await read('x.json', json(all));
    expect(dataset).toMatchObject({
      ids: packTexts(['7', '8']),
      groups: packTexts(['p1', 'p2']),
      regions: [regions, []],
      about: { age: [30, 40], place: ['here', ''] },
    });
    expect(found.warnings).toEqual(['x.json: nested held no text or number and was left out.']);
    const renamed = await read('x.json', json(all), { label: 'place', group: 'label' }).catch(
      (error: Error) => error.message,
    );
    expect(renamed).toContain('x.json, [1].place is missing, but the series before it have a label');
  });

  it('cuts regions where padding is cut off', async () => {
    const regions = [
      { start: 0, end: 3, name: 'bump' },
      { start: 2, end: 3, name: 'late' },
    ];
    const all = [
      { label: 'a', values: [1, 2, null], regions },
      { label: 'b', values: [3, 4, 5], regions },
    ];
    const { dataset } = await read('x.json', json(all));
    expect(dataset.lengths).toEqual(Int32Array.of(2, 3));
    expect(dataset.regions).toEqual([[{ start: 0, end: 2, name: 'bump' }], regions]);
  });

  it('reads JSON Lines and the NaN that Python writes', async () => {
    const lines = '{"label": "a", "values": [1, NaN, 5]}\n\n{"label": "NaN b", "values": [3, 4]}\n';
    expect(contents((await read('x.jsonl', lines)).dataset)).toEqual([
      { label: 'a', values: [[1], [Number.NaN], [5]] },
      { label: 'NaN b', values: [[3], [4]] },
    ]);
    expect(await problemOf(read('x.jsonl', `${lines}{"label": "a", "values": [1,]}`))).toBe(
      'x.jsonl, line 4, column 29: expected a value, found "]".',
    );
  });

  it('takes missing values at the ends for padding only where all series are of one length with them', async () => {
    const equal = await read('x.json', json([{ values: [1, 2] }, { values: [3, null] }]));
    expect(equal.dataset.lengths).toEqual(Int32Array.of(2, 1));
    expect(equal.found.missing).toBe(0);
    const unequal = await read('x.json', json([{ values: [1, 2, 3] }, { values: [3, null] }]));
    expect(unequal.dataset.lengths).toEqual(Int32Array.of(3, 2));
    expect(unequal.found.missing).toBe(1);
  });

  it('takes series without labels for unlabelled ones', async () => {
    const { dataset, found } = await read('x.json', json([{ values: [1, 2] }, { values: [3, 4] }]));
    expect(dataset).toMatchObject({ labels: Int32Array.of(-1, -1), classNames: [] });
    expect(found.guesses).toEqual(['No series has a "label": they are taken for unlabelled ones.']);
  });

  it.each([
    [
      'a text for a number',
      [{ values: [1, '2'] }],
      'x.json, [0].values[1] is "2"; expected a number, or null',
    ],
    ['a number that is too large', [{ values: [1e39] }], 'x.json, [0].values[0]: 1e+39 is too large'],
    [
      'steps of different width',
      [{ values: [[1, 2], [3]] }],
      'x.json, [0].values[1] has 1 values, [0] has 2',
    ],
    [
      'channels of different length',
      [{ values: { x: [1], y: [1, 2] } }],
      'x.json, [0].values["y"] has 2 values, ["x"] has 1',
    ],
    [
      'another number of channels',
      [{ values: [1] }, { values: [[1, 2]] }],
      'x.json, [1].values has 2 channels; the first series has 1 channel.',
    ],
    [
      'other channels',
      [{ values: { x: [1] } }, { values: { y: [1] } }],
      'x.json, [1].values has the channels y; the first series has the channels x.',
    ],
    ['no values', [{ label: 'a' }], 'x.json, [0].values is missing'],
    ['a series that is none', [[1, 2]], 'x.json, [0] is an array of 2; expected a series, such as'],
    [
      'a region outside',
      [{ values: [1, 2], regions: [{ start: 0, end: 3, name: 'x' }] }],
      'x.json, [0].regions[0] is {"start":0,"end":3,"name":"x"}; expected',
    ],
    ['an object without series', { a: 1 }, 'x.json is an object; expected an array of series'],
    ['no series', [], 'x.json holds no series.'],
  ])('refuses %s', async (_, value, message) => {
    expect(await problemOf(read('x.json', json(value)))).toContain(message);
  });
});
