/** Files that are cut off, damaged or made to do harm end in a DataError or a valid reading, soon, and in nothing else. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { DataError } from '../../../../src/data/errors';
import {
  npyBytes,
  read,
  smallSeries,
  writeArff,
  writeJson,
  writeNpz,
  writeParquet,
  writeTs,
  writeXlsx,
  xlsxBytes,
} from '../../../support/data-files';
import { forRandomCases } from '../../../support/random-cases';
import { problemOf } from '../../../support/readings';

const [sample = []] = fc.sample(smallSeries({ equal: true }), { numRuns: 1, seed: 5 });
const [flat = []] = fc.sample(smallSeries({ equal: true, channels: 1 }), { numRuns: 1, seed: 5 });

/** Damages a file within an archive, whose checksums would tell any damage to itself. */
const within = (archive: Uint8Array, path: string) => ({
  bytes: unzipSync(archive)[path] as Uint8Array,
  wrap: (damaged: Uint8Array) => zipSync({ ...unzipSync(archive), [path]: damaged }),
});
const alone = (bytes: Uint8Array) => ({ bytes, wrap: (damaged: Uint8Array) => damaged });

const files: Record<string, { bytes: Uint8Array; wrap: (damaged: Uint8Array) => Uint8Array }> = {
  ts: alone(strToU8(writeTs(sample))),
  arff: alone(strToU8(writeArff(sample))),
  json: alone(strToU8(writeJson(sample))),
  npz: alone(writeNpz(sample)),
  'X.npy in npz': within(writeNpz(sample), 'X.npy'),
  'y.npy in npz': within(writeNpz(sample), 'y.npy'),
  parquet: alone(writeParquet(sample)),
  xlsx: alone(writeXlsx(flat)),
  'sheet in xlsx': within(writeXlsx(flat), 'xl/worksheets/sheet1.xml'),
  'workbook in xlsx': within(writeXlsx(flat), 'xl/workbook.xml'),
};

const damage = fc.record({
  cut: fc.option(fc.nat(), { freq: 2 }),
  flips: fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), { maxLength: 3 }),
});

describe.each(Object.entries(files))('%s', (name, { bytes, wrap }) => {
  it('is read or refused, however damaged', async () => {
    let slowest = 0;
    let refused = 0;
    await forRandomCases(damage, 50, async ({ cut, flips }) => {
      const damaged = bytes.slice(0, cut === null ? bytes.length : cut % bytes.length);
      for (const [place, change] of flips) {
        if (damaged.length > 0)
          damaged[place % damaged.length] = (damaged[place % damaged.length] as number) ^ change;
      }
      const start = performance.now();
      await read(`data.${name}`, wrap(damaged)).catch((error: unknown) => {
        refused += 1;
        expect(error, (error as Error).stack).toBeInstanceOf(DataError);
      });
      slowest = Math.max(slowest, performance.now() - start);
    });
    console.log(`${name}: ${refused} of 50 refused, the slowest in ${slowest.toFixed(0)} ms`);
    expect(refused).toBeGreaterThan(15);
  });
});

describe('headers that lie about sizes', () => {
  it('npy: ten thousand million numbers in a hundred bytes', async () => {
    const message = await problemOf(read('X.npy', npyBytes('<f8', [100_000, 100_000], new Uint8Array(8))));
    expect(message).toMatch(/^X\.npy: .*80000000000 bytes in all, but 8 follow/);
  });

  it('npy: more elements than numbers can count, and none at all', async () => {
    const huge = npyBytes('<f8', [9e15, 9e15, 9e15], new Uint8Array(8));
    expect(await problemOf(read('X.npy', huge))).toContain('cut off or damaged');
    expect(await problemOf(read('X.npy', npyBytes('<f8', [0, 5], new Uint8Array(0))))).toContain('(0, 5)');
    const none = zipSync({
      'X.npy': npyBytes('<f8', [2, 1], new Uint8Array(16)),
      'y.npy': npyBytes('<U0', [1e12], new Uint8Array(0)),
    });
    expect(await problemOf(read('a.npz', none))).toContain('(1000000000000,)');
  });

  it('zip: 4 GB in a hundred bytes, a file longer or shorter than it says, one with another checksum', async () => {
    const archive = zipSync({ 'a.csv': strToU8('0,1,2\n1,3,4\n'.repeat(20)) });
    const directory = archive.length - 22 - 46 - 5;
    const change = (at: number, value: number): Uint8Array => {
      const changed = archive.slice();
      new DataView(changed.buffer).setUint32(directory + at, value, true);
      return changed;
    };
    expect(await problemOf(read('a.zip', change(24, 0xfffffff0)))).toMatch(
      /^a\.zip: .*a\.csv claims 4294967280 bytes/,
    );
    expect(await problemOf(read('a.zip', change(24, 100)))).toContain('longer than the 100 bytes it claims');
    expect(await problemOf(read('a.zip', change(24, 300)))).toContain('length or checksum differs');
    expect(await problemOf(read('a.zip', change(16, 1)))).toContain('length or checksum differs');
  });

  it('gzip: much more than it should, and zip: a claim that is too much', async () => {
    const { gzipSync, deflateRawSync } = await import('node:zlib');
    const zeros = new Uint8Array(36 << 20);
    expect(await problemOf(read('a.gz', gzipSync(zeros)))).toMatch(
      /^a\.gz: \d+ bytes unpack to .* made to fill the memory/,
    );
    const archive = zipSync({ 'a.csv': [zeros.subarray(0, 1 << 20), { level: 9 }] });
    expect(deflateRawSync(zeros.subarray(0, 1 << 20)).length).toBeLessThan(archive.length);
    const directory = archive.length - 22 - 46 - 5;
    new DataView(archive.buffer).setUint32(directory + 24, 1000 * (archive.length - 140), true);
    expect(await problemOf(read('a.zip', archive))).toContain('a.csv');
  });

  it('parquet: millions of levels among nine values, and columns that are not those of the schema', async () => {
    const file = readFileSync('test/fixtures/formats/lists-zstd.parquet');
    const change = (at: number): Uint8Array => {
      const changed = Uint8Array.from(file);
      changed[at] = (changed[at] as number) ^ 0xff;
      return changed;
    };
    expect(await problemOf(read('a.parquet', change(166)))).toContain('(a run of 4186109 among 9 values)');
    const path = file.lastIndexOf('person', file.length - 500);
    expect(await problemOf(read('a.parquet', change(path)))).toMatch(/^a\.parquet is a damaged Parquet file/);
  });

  it('xlsx: a cell at the far end of each of many rows', async () => {
    const rows = Array.from(
      { length: 4000 },
      (_, row) => `<row r="${row + 1}"><c r="XFD${row + 1}"><v>1</v></c></row>`,
    );
    expect(await problemOf(read('a.xlsx', xlsxBytes(rows.join(''))))).toContain('made to fill the memory');
  });
});

describe('keys and depths made to do harm', () => {
  it('JSON: __proto__ and constructor are data like any other', async () => {
    const text =
      '[{"label":"a","values":{"__proto__":[1,2],"constructor":[3,4]},"__proto__":"x","constructor":5}]';
    const { dataset } = await read('a.json', text);
    expect(dataset.channelNames).toEqual(['__proto__', 'constructor']);
    expect(Object.entries(dataset.about ?? {})).toEqual([
      ['__proto__', ['x']],
      ['constructor', [5]],
    ]);
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
    expect(await problemOf(read('a.json', '[{"__proto__":{"values":[1,2]}}]'))).toBe(
      'a.json, [0].values is missing; expected numbers, [1, 2], steps of several channels, [[1, 2], [3, 4]], or channels by name, {"x": [1, 3], "y": [2, 4]}.',
    );
  });

  it('JSON: many thousand brackets', async () => {
    expect(await problemOf(read('a.json', '['.repeat(2e5)))).toContain('a.json, line 1, column 200001');
    expect(await problemOf(read('a.json', `[{"values":${'['.repeat(2e5)}${']'.repeat(2e5)}}]`))).toContain(
      'a.json',
    );
  });

  it('ts and arff: keywords and types that every object has', async () => {
    const { found } = await read(
      'a.ts',
      '@problemName x\n@constructor y\n@classLabel true\n@data\n1,2:a\n3,4:b\n',
    );
    expect(found.warnings).toEqual(['a.ts, line 2: @constructor is not known and was left out.']);
    expect(await problemOf(read('a.arff', '@relation r\n@attribute a toString\n@data\n1\n'))).toContain(
      'the type "toString" is not known',
    );
  });

  it('zip: archives within archives', async () => {
    let archive = zipSync({ 'a.csv': strToU8('0,1,2\n1,3,4\n') });
    for (let depth = 0; depth < 5; depth++) archive = zipSync({ 'a.zip': archive });
    expect(await problemOf(read('a.zip', archive))).toContain('more than 3 deep');
  });

  it('xlsx: entities that name one another', async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>';
    const sheet = `${bomb}<worksheet><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>`;
    const parts = unzipSync(xlsxBytes(''));
    const message = await problemOf(
      read('a.xlsx', zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(sheet) })),
    );
    expect(message).toContain('a.xlsx');
    expect(strFromU8(parts['xl/workbook.xml'] as Uint8Array)).toContain('Data');
  });
});
