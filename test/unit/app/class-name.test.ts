import { expect, it } from 'vitest';
import { className, classNamesOfModel, shortName } from '../../../src/app/train/series/class-name';

it("long names of a visitor's classes keep both ends, which tell them apart", () => {
  const names = ['quiet', `${'very '.repeat(20)}loud 1`, `${'very '.repeat(20)}loud 2`];
  const shown = classNamesOfModel(names, false);
  expect(shown).toEqual(['quiet', 'very very very…y very loud 1', 'very very very…y very loud 2']);
  expect(shown.map((name) => name.length)).toEqual([5, 28, 28]);
  expect(names.map((_, label) => className({ classNames: names }, label))).toEqual(shown);
});

it('a letter of two code units is not torn apart', () => {
  expect(shortName('𝄞'.repeat(40))).toBe(`${'𝄞'.repeat(14)}…${'𝄞'.repeat(13)}`);
});
