import { expect, test } from 'vitest';
import { formatCount } from '../../../src/app/shared/format';

test('counts have a comma between thousands, as in English', () => {
  for (const count of [0, 7, 999, 1000, 12_993, 100_000, 1_234_567, -4200, 268_435_456]) {
    expect(formatCount(count)).toBe(count.toLocaleString('en'));
  }
});
