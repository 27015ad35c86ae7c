import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { tableFile, withParameterTable } from '../../../scripts/parameter-table';
import { hyperParameterNames } from '../../../src/data/hyper-parameters';

it('the docs’ table of hyper-parameters is current; if not: npx tsx scripts/parameter-table.ts', () => {
  const text = readFileSync(tableFile, 'utf8');
  expect(withParameterTable(text)).toBe(text);
  for (const name of hyperParameterNames) expect(text).toContain(`| \`${name}\` |`);
});
