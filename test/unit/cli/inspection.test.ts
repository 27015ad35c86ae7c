import { describe, expect, it } from 'vitest';
import { formatInspection, inspectReading } from '../../../src/cli/inspection';
import { readingFlags, readOptions } from '../../../src/cli/reading-flags';
import { readText } from '../../support/readings';

describe('inspection', () => {
  const text = Array.from(
    { length: 12 },
    (_, i) => `${i % 2},${i / 7},${i % 3 ? '' : 1},${i * i * 0.3}\n`,
  ).join('');

  it('is one object of what was found', async () => {
    expect(inspectReading(await readText(text), 'data.csv')).toMatchObject({
      format: 'csv',
      series: 12,
      channels: 1,
      length: [3, 3],
      classes: { 0: 6, 1: 6 },
      label: 'first',
      ids: false,
      missing: 8,
      guesses: [expect.stringContaining('Column 1 is taken for the label')],
      warnings: expect.arrayContaining([expect.stringContaining('only 12 series')]),
    });
  });

  it('is told in lines, with the command to go on with', async () => {
    const inspection = inspectReading(await readText(text), 'data.csv');
    expect(formatInspection(inspection, 'npx gatewave train')).toMatch(
      /Series +12\n.*Length +3 steps\n.*0 \(6\), 1 \(6\)\n.*first column\n.*8 values\n.*Guessed.*Next\n {2}npx gatewave train\n$/s,
    );
  });

  it('says why nothing can be learned', async () => {
    const { classes, warnings } = inspectReading(await readText(text, { label: 'none' }), 'data.csv');
    expect(classes).toEqual({});
    expect(warnings.join()).toContain('data.csv has no labels');
  });
});

describe('readOptions', () => {
  it('takes what is given, and nothing else', () => {
    expect(readOptions({})).toEqual({});
    expect(
      readOptions({
        label: 'last',
        header: false,
        channels: 'x, y',
        window: '128',
        purity: '0.9',
        axes: 'ntc',
      }),
    ).toEqual({ label: 'last', header: false, channels: ['x', 'y'], window: 128, purity: 0.9, axes: 'ntc' });
    expect(Object.keys(readingFlags)).toHaveLength(11);
  });

  it.each([
    [{ window: '0' }, '--window is 0; it must be a whole number above 0'],
    [{ window: '9', purity: '90' }, '--purity is 90; it must be a number from 0 to 1'],
    [{ stride: '9' }, '--stride and --purity are for windows'],
  ])('refuses %j', (flags, message) => {
    expect(() => readOptions(flags)).toThrow(message);
  });
});
