/** What is written in a format reads back as the same series. */

import fc from 'fast-check';
import { gzipSync, strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import {
  contents,
  read,
  type Series,
  smallSeries,
  writeArff,
  writeJson,
  writeNpz,
  writeParquet,
  writeTs,
  writeXlsx,
} from '../../../support/data-files';
import { forRandomCases } from '../../../support/random-cases';

const equal = { equal: true };
const formats: [
  name: string,
  write: (all: Series[]) => Uint8Array | string,
  shape?: Parameters<typeof smallSeries>[0],
][] = [
  ['ts', writeTs],
  ['arff', writeArff, equal],
  ['json', writeJson],
  ['npz', writeNpz, equal],
  ['parquet', writeParquet],
  ['xlsx', writeXlsx, { equal: true, channels: 1 }],
];

describe.each(formats)('%s', (name, write, shape) => {
  it('reads back what was written', async () => {
    await forRandomCases(smallSeries(shape), 25, async (all) => {
      const isWide = (all[0]?.values[0]?.length ?? 1) > 1;
      const options = {
        ...(name === 'npz' && isWide && { axes: 'ntc' as const }),
        ...(name === 'xlsx' && { label: 'class', header: true }),
      };
      const { dataset, found } = await read(`data.${name}`, write(all), options);
      expect(contents(dataset)).toEqual(all);
      expect(found.format).toBe(name);
      expect(found.missing).toBe(all.flatMap(({ values }) => values.flat()).filter(Number.isNaN).length);
    });
  });

  it('reads the same from a zip, a gzip file and a zip with a gzip file', async () => {
    const [all] = fc.sample(smallSeries({ ...shape, channels: 1, missing: false }), {
      numRuns: 1,
      seed: 3,
    }) as [Series[]];
    const options = name === 'xlsx' ? { label: 'class', header: true } : {};
    const written = write(all);
    const bytes = typeof written === 'string' ? strToU8(written) : written;
    const packed = [
      zipSync({ 'folder/data': bytes, 'README.md': strToU8('# About') }),
      gzipSync(bytes),
      zipSync({ 'data.gz': gzipSync(bytes) }),
    ];
    for (const archive of packed) {
      const { dataset } = await read('data.archive', archive, options);
      expect(contents(dataset)).toEqual(all);
    }
  });
});
