/** Small files as people have them: what each holds, or which refusal is right, is in expected.json beside them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { inspectReading } from '../../../../src/cli/inspection';
import { run } from '../../../../src/cli/run';
import { bytesFile } from '../../../../src/data/formats/data-file';
import type { ReadOptions } from '../../../../src/data/formats/format';
import { readDataset } from '../../../../src/data/formats/read-dataset';
import { problemOf } from '../../../support/readings';

const folder = 'test/fixtures/cases';

interface Expected {
  error?: string;
  note?: string;
  label?: string;
  [fact: string]: unknown;
}

const cases: Record<string, Expected> = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'));

const read = (name: string, options?: ReadOptions) =>
  readDataset([bytesFile(name, readFileSync(join(folder, name)))], options);

describe('small files as people have them', () => {
  it.each(Object.entries(cases))('%s', async (name, { error, note: _, ...facts }) => {
    if (error) return expect(await problemOf(read(name))).toContain(error);
    expect(inspectReading(await read(name), name)).toMatchObject(facts);
  });

  it.each(Object.entries(cases))('%s, by the command', async (name, { error, note: _, ...facts }) => {
    const written = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr'] as const) {
      vi.spyOn(process[stream], 'write').mockImplementation((text) => {
        written[stream] += String(text);
        return true;
      });
    }
    const code = await run(['inspect', join(folder, name), '--json']);
    vi.restoreAllMocks();
    if (error) {
      expect([code, written.stdout]).toEqual([2, '']);
      return expect(written.stderr).toContain(error);
    }
    expect(code).toBe(0);
    expect(JSON.parse(written.stdout)).toMatchObject(facts);
  });

  it('a recording is cut into windows on request', async () => {
    const reading = await read('sensor-log.csv', { window: 50, stride: 50 });
    expect(inspectReading(reading, 'sensor-log.csv')).toMatchObject({
      format: 'csv-log',
      series: 8,
      channels: 3,
      classes: { still: 4, shake: 4 },
    });
    expect(reading.dataset.channelNames).toEqual(['acc_x', 'acc_y', 'acc_z']);
  });

  it('series without labels are read for a model of their length', async () => {
    const { dataset, found } = await read('unlabelled.csv', { steps: 8 });
    expect(dataset).toMatchObject({ count: 5, time: 8 });
    expect(found.label).toBeNull();
    expect((await read('unlabelled.csv', { label: 'none' })).dataset.time).toBe(8);
  });
});
