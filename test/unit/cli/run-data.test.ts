import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readConfiguration } from '../../../src/cli/configuration';
import { spreads } from '../../../src/cli/cross-validation';
import { type AskedData, type RunData, readRunData } from '../../../src/cli/run-data';
import type { TestResults } from '../../../src/model/report/run-report';

const folder = mkdtempSync(join(tmpdir(), 'gatewave-run-data-'));
afterAll(() => rmSync(folder, { recursive: true }));

let told: string[];
beforeEach(() => {
  told = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    told.push(String(text));
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

function file(name: string, lines: string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

function rows(count: number, label: (i: number) => string): string[] {
  return Array.from({ length: count }, (_, i) => `${label(i)},${i}.5,${i * i},${-i}`);
}

const train = file(
  'train.csv',
  rows(60, (i) => (i % 2 ? 'sit' : 'walk')),
);
const test = file(
  'test.csv',
  rows(6, () => 'sit'),
);

function read(
  paths: Partial<AskedData['paths']>,
  more: Partial<AskedData> = {},
): Promise<RunData | undefined> {
  const all = { train: [], validation: [], test: [], ...paths };
  return readRunData({ paths: all, reading: {}, folds: undefined, ...more }, undefined);
}

describe('readRunData', () => {
  it('is nothing without files', async () => {
    expect(await read({})).toBeUndefined();
  });

  it('reads the test part with the classes of the series to train on', async () => {
    const data = await read({ train: [train], test: [test] });
    expect(data?.dataset.count).toBe(60);
    expect(data?.given.test).toMatchObject({ count: 6, classNames: ['sit', 'walk'] });
    expect(data?.source).toBe(`${train}; test: ${test}`);
    expect(told.join('')).toContain(`${train}: There are only 60 series`);
    expect(told.join('')).not.toContain(`${test}: There are only`);
  });

  it('refuses a group that is in the part to train on and in the test part', async () => {
    const grouped = (name: string, people: string[]) =>
      file(name, [
        'person,t0,t1,label',
        ...people.flatMap((who) =>
          Array(6)
            .fill(0)
            .map((_, i) => `${who},${i}.5,${i},${i % 2 ? 'a' : 'b'}`),
        ),
      ]);
    const paths = {
      train: [grouped('people.csv', ['p', 'q', 'r'])],
      test: [grouped('others.csv', ['s', 'q'])],
    };
    await expect(read(paths, { reading: { group: 'person' } })).rejects.toThrow(
      /The group "q" stands in the train part and in the test part/,
    );
    expect((await read(paths))?.given.test?.count).toBe(12);
  });

  it.each([
    [
      'an unknown class',
      rows(3, (i) => (i === 2 ? 'run' : 'sit')),
      /odd\.csv, line 3, column 1: the label "run" is not one of/,
    ],
    ['no labels', ['1,2,3', '4,5,6', '7,8,9'], /odd\.csv.*(label|no label)/],
    ['other channels', ['id,time,x,y,label', 'a,0,1,2,sit', 'a,1,1,2,sit'], /odd\.csv|channel/],
  ])('refuses a test part with %s before anything is trained', async (_what, lines, message) => {
    const odd = file('odd.csv', lines);
    await expect(read({ train: [train], test: [odd] })).rejects.toThrow(message);
  });

  it.each([
    [{ test: [test] }, {}, '--test goes with --data'],
    [{}, { folds: '5' }, '--folds goes with --data'],
    [{ train: [train], test: [test] }, { folds: '5' }, 'leave --test and --validation out'],
    [{ train: [train] }, { folds: 'five' }, '--folds is five; it must be a whole number from 2 to 100.'],
  ])('refuses %j with %j', async (paths, more, message) => {
    await expect(read(paths, more)).rejects.toThrow(message);
  });
});

describe('a configuration of a run on files', () => {
  /** Reads the series of a configuration that has this record, as the command does. */
  async function repeat(data: unknown, paths: Partial<AskedData['paths']> = {}, place = folder) {
    const config = join(place, 'config.json');
    writeFileSync(config, JSON.stringify({ recipe: 'robust', seed: 3, data }));
    const { recorded } = await readConfiguration({ config }, {});
    const all = { train: [], validation: [], test: [], ...paths };
    return readRunData({ paths: all, reading: {}, folds: undefined }, recorded);
  }

  it('finds the same files where they were, or beside it', async () => {
    const data = await read({ train: [train], test: [test] }, { reading: { label: 'first' } });
    expect(data?.record).toMatchObject({
      reading: { label: 'first' },
      train: { files: [{ name: 'train.csv', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }] },
    });
    const again = await repeat(data?.record);
    expect(again?.dataset).toEqual(data?.dataset);
    expect(again?.record).toEqual(data?.record);

    const elsewhere = join(folder, 'elsewhere');
    mkdirSync(elsewhere);
    for (const name of ['train.csv', 'test.csv']) copyFileSync(join(folder, name), join(elsewhere, name));
    const moved = JSON.parse(JSON.stringify(data?.record).replaceAll(`${folder}/`, '/gone/'));
    expect((await repeat(moved, {}, elsewhere))?.given.test).toEqual(data?.given.test);
    await expect(repeat(moved, { train: [train] }, join(folder, 'elsewhere', '..'))).resolves.toBeDefined();
  });

  it('refuses other files by name and hash, and damaged records', async () => {
    const data = await read({ train: [train] });
    const other = file(
      'other.csv',
      rows(61, (i) => (i % 2 ? 'sit' : 'walk')),
    );
    await expect(repeat(data?.record, { train: [other] })).rejects.toThrow(
      /config\.json is of a run on train\.csv \(\d+ bytes, SHA-256 [0-9a-f]{12}…\), but other\.csv is another file/,
    );
    await expect(repeat(data?.record, { train: [train, other] })).rejects.toThrow(
      /of a run on train\.csv, but there are train\.csv, other\.csv/,
    );
    await expect(repeat(data?.record, { test: [test] })).rejects.toThrow('is of a run without --test');
    const gone = { ...data?.record, train: { ...data?.record.train, paths: ['/gone/nowhere.csv'] } };
    await expect(repeat(gone)).rejects.toThrow(
      /run on \/gone\/nowhere\.csv, which is neither there nor beside/,
    );
    await expect(repeat({ train: 1 })).rejects.toThrow(
      /config\.json: "data\.\w+" is not what a run writes there/,
    );
  });
});

describe('spreads', () => {
  it('has mean and sample deviation of what every fold has', () => {
    const fold = (accuracy: number, rocAuc: number | null) =>
      ({ test: { accuracy, balancedAccuracy: 1, f1: 1, rocAuc, loss: 0 } }) as TestResults;
    const { accuracy, rocAuc } = spreads([fold(0.5, 1), fold(0.75, null), fold(1, 1)]);
    expect(accuracy).toEqual({ mean: 0.75, deviation: 0.25, values: [0.5, 0.75, 1] });
    expect(rocAuc).toBeUndefined();
  });
});
