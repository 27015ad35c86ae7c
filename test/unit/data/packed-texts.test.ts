import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packTexts, textAt, unpackTexts } from '../../../src/data/packed-texts';
import { forRandomCases } from '../../support/random-cases';

it('come out as they went in, in their order, however many there are', async () => {
  const texts = fc.array(fc.string({ unit: 'grapheme', maxLength: 4 }), { maxLength: 9 });
  const repeats = fc.constantFrom(1, 3, 1500);
  await forRandomCases(fc.tuple(texts, repeats), 50, ([some, times]) => {
    const all = Array.from({ length: times }, () => some).flat();
    const packed = packTexts(all);
    expect([...unpackTexts(packed)]).toEqual(all);
    expect(packed.text.length).toBe(packed.ends.at(-1) ?? 0);
    expect(textAt(packed, all.length - 1)).toBe(all.at(-1));
    expect(textAt(packed, all.length)).toBeUndefined();
  });
});
