import { describe, expect, it } from 'vitest';
import { caseKey, groupRows, parseResult, speedUp } from '../../../src/benchmark/result';
import { makeResult, makeRow, wrongRow } from './rows';

describe('a saved result', () => {
  it('is read as it was written', () => {
    const result = makeResult([makeRow(), wrongRow]);
    expect(parseResult(JSON.stringify(result))).toEqual(result);
  });

  it.each([
    ['no JSON', '{', /not JSON/],
    ['another file', '{"epochs": 3}', /not a benchmark result: device/],
    [
      'a row without parity',
      JSON.stringify(makeResult([{ ...makeRow(), parity: undefined as never }])),
      /rows\.0\.parity/,
    ],
  ])('is refused where it is %s', (_, text, message) => {
    expect(() => parseResult(text)).toThrow(message);
  });
});

describe('rows', () => {
  it('belong together by what they measure', () => {
    const rows = [makeRow(), makeRow({ phase: 'train' }), wrongRow];
    expect(groupRows(rows)).toEqual([[rows[0], rows[2]], [rows[1]]]);
    const scaled = { ...makeRow().shape, measuredTime: 100, factor: 5 };
    expect(caseKey(makeRow({ shape: scaled }))).toBe(caseKey(makeRow()));
  });

  it('have a speed-up where both have times', () => {
    expect(speedUp(makeRow(), makeRow({ p50: 25 }))).toBe(2.5);
    expect(speedUp(makeRow(), wrongRow)).toBeNull();
    expect(speedUp(wrongRow, makeRow())).toBeNull();
    expect(speedUp(makeRow(), undefined)).toBeNull();
  });
});
