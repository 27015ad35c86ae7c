import { describe, expect, it } from 'vitest';
import { describeStored } from '../../../src/app/train/keep/describe-stored';
import { formatWhen } from '../../../src/app/train/keep/when';
import { emptyHistory } from '../../../src/app/train/state/history';
import type { SavedRun } from '../../../src/app/train/state/run';
import {
  fromStored,
  readStored,
  readStoredFile,
  toStored,
  toStoredFile,
} from '../../../src/app/train/state/saved-run';
import { defaultConfig } from '../../../src/app/train/state/settings';
import type { Dataset } from '../../../src/data/dataset';

const dataset: Dataset = {
  count: 1,
  time: 2,
  channels: 1,
  series: new Float32Array(2),
  labels: new Int32Array(1),
  classNames: ['a', 'b'],
};
const saved: SavedRun = {
  origin: { config: defaultConfig, backend: 'auto', file: null },
  checkpoint: { config: defaultConfig, state: { position: { epoch: 1 } } } as SavedRun['checkpoint'],
  history: { ...emptyHistory, start: { epochs: 30 } as NonNullable<SavedRun['history']['start']> },
};
const savedAt = new Date(2026, 10, 25, 14, 3).getTime();

describe('a saved run', () => {
  it('comes back as it was, also through what a browser stores', () => {
    const stored = readStored(structuredClone(toStored(saved, savedAt)));
    expect(stored && fromStored(stored, null)).toEqual(saved);
  });

  it('is stored without the series of its file, and gets them back', () => {
    const given = { test: dataset };
    const warnings = { classes: ['few'], series: [], values: [] };
    const file = { name: 'a.csv', dataset, given, warnings, found: null };
    const stored = toStored({ ...saved, origin: { ...saved.origin, file } }, savedAt);
    expect(JSON.stringify(stored)).not.toContain('series');
    expect(fromStored(stored, { dataset, given, warnings }).origin.file).toEqual(file);
    expect(() => fromStored(stored, null)).toThrow('series of the file are missing');
  });

  it.each([
    ['nothing', undefined],
    ['a text', 'checkpoint'],
    ['another version', { ...toStored(saved, savedAt), version: 0 }],
    [
      'a setting that is no longer allowed',
      toStored({ ...saved, origin: { ...saved.origin, config: { ...defaultConfig, units: 0 } } }, savedAt),
    ],
  ])('is not read from %s', (_what, value) => {
    expect(readStored(value)).toBeNull();
  });

  it("takes only its own file's series", () => {
    const warnings = { classes: [], series: [], values: [] };
    const stored = toStoredFile({ name: 'a.csv', dataset, given: { test: dataset }, warnings, found: null });
    expect(readStoredFile(stored, 'a.csv')).toBe(stored);
    expect(readStoredFile({ ...stored, name: 'b.csv' }, 'a.csv')).toBeNull();
    expect(readStoredFile({ ...stored, version: 4 }, 'a.csv')).toBeNull();
    expect(readStoredFile(undefined, 'a.csv')).toBeNull();
  });

  it('is described by how far it was and its data', () => {
    const stored = toStored({ ...saved, history: { ...saved.history, epochs: [{}, {}] as never } }, savedAt);
    expect(describeStored(stored, new Date(2026, 10, 25, 15))).toBe(
      'after epoch 2 of 30 (today 14:03, 100 points, seed 0).',
    );
  });
});

describe('formatWhen', () => {
  it.each([
    [new Date(2026, 10, 25, 23, 59), 'today 14:03'],
    [new Date(2026, 10, 26, 0, 1), 'yesterday 14:03'],
    [new Date(2026, 10, 28, 0, 1), '25 Nov 14:03'],
    [new Date(2027, 0, 1, 0, 1), '25 Nov 2026 14:03'],
  ])('on %s', (now, text) => {
    expect(formatWhen(new Date(savedAt), now)).toBe(text);
  });
});
