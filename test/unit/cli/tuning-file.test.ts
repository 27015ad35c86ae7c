import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { describeTuned } from '../../../src/cli/commands/tune';
import { keepTuning, tuningOptions } from '../../../src/cli/tuning-file';

describe('the file of choices', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gatewave-tuning-'));
    vi.stubEnv('GATEWAVE_TUNING', join(folder, 'tuning.json'));
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });

  it('keeps what was found on each device', async () => {
    await keepTuning({ a: { lstm: 'rows', attention: 'rows' } });
    await keepTuning({ a: { lstm: 'units' }, b: { lstm: 'alternating' } });
    expect(await tuningOptions({ tune: true })).toEqual({
      remembered: { a: { lstm: 'units', attention: 'rows' }, b: { lstm: 'alternating' } },
    });
  });

  it('is not read where the rule is to decide', async () => {
    await keepTuning({ a: { lstm: 'rows' } });
    expect(await tuningOptions({ tune: false })).toEqual({ tune: false });
  });

  it.each([undefined, '{ "a": ', '{ "a": 3 }', '[]'])('counts as empty when it is %s', async (text) => {
    if (text !== undefined) writeFileSync(join(folder, 'tuning.json'), text);
    expect(await tuningOptions({ tune: true })).toEqual({ remembered: {} });
  });
});

describe('a line of the table', () => {
  it('has the median, what was chosen, and why a variant cannot run', () => {
    const text = describeTuned({
      op: 'lstm',
      shape: 'batch 1',
      variants: [
        { name: 'rows', milliseconds: 12.345 },
        { name: 'units', milliseconds: null, failure: 'too large' },
      ],
      chosen: 'rows',
    });
    expect(text).toMatch(
      /^\nlstm: batch 1\n {2}rows +12\.3[45] ms {2}chosen\n {2}units +cannot run: too large$/,
    );
  });
});
