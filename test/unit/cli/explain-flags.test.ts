import { expect, it } from 'vitest';
import { occlusionOptions } from '../../../src/cli/explain-flags';

it('the flags of --explain say how series are occluded', () => {
  expect(occlusionOptions({})).toBeUndefined();
  expect(occlusionOptions({ explain: true })).toEqual({});
  expect(occlusionOptions({ explain: true, 'hide-width': '12', 'hide-fill': 'mean' })).toEqual({
    width: 12,
    fill: 'mean',
  });
});

it.each(['0', '-3', '2.5', 'ten', ''])('refuse the width "%s"', (width) => {
  expect(() => occlusionOptions({ explain: true, 'hide-width': width })).toThrow(/number of steps from 1 up/);
});

it('mean nothing without it', () => {
  expect(() => occlusionOptions({ 'hide-width': '3' })).toThrow(/are for --explain/);
  expect(() => occlusionOptions({ 'hide-fill': 'mean' })).toThrow(/are for --explain/);
});
