import { expect, test } from 'vitest';
import { diverging } from '../../../src/app/shared/diverging';
import { type MathNode, parseMath } from '../../../src/app/train/explain/math-notation';
import {
  bracketed,
  formatNumber,
  logitNumbers,
  stepNumbers,
  stepsWith,
} from '../../../src/app/train/explain/numbers';
import type { Inspection } from '../../../src/model/network/inspection';

const scores = [1, 3, 2];
const sum = scores.reduce((total, e) => total + Math.exp(e), 0);
const inspection: Inspection = {
  time: 3,
  features: 4,
  prepared: Float32Array.of(0, 1, 0.5),
  hidden: Float32Array.of(0, 0, 0, 0, 0.1, -0.9, 0.3, 0.2, 0, 0, 0, 0),
  scores: Float32Array.from(scores),
  attention: Float32Array.from(scores, (e) => Math.exp(e) / sum),
  context: new Float32Array(4),
  contributions: Float32Array.of(2, -0.5, 0, 1),
  bias: -0.25,
  logits: Float32Array.of(2.25),
  probabilities: Float32Array.of(0.9047),
};

test('the numbers of a step are those of the equations', () => {
  const numbers = stepNumbers(inspection, 1);
  expect(numbers).toMatchObject({ score: 3, largestScore: 3, largestScoreStep: 1, exponential: 1 });
  expect(numbers.forward).toEqual({ unit: 1, value: Math.fround(-0.9) });
  expect(numbers.backward).toEqual({ unit: 0, value: Math.fround(0.3) });
  const other = stepNumbers(inspection, 0);
  expect(other.exponential / other.exponentialSum).toBeCloseTo(other.attention, 6);
});

test('contributions and bias make the logit', () => {
  expect(logitNumbers(inspection)).toEqual({
    towards: 3,
    away: -0.5,
    bias: -0.25,
    logit: 2.25,
    countTowards: 2,
    countAway: 1,
  });
});

test('the steps with most of the attention are counted', () => {
  const attention = [0.1, 0.5, 0.3, 0.1];
  expect(stepsWith(attention, 0.5)).toBe(1);
  expect(stepsWith(attention, 0.75)).toBe(2);
  expect(stepsWith(attention, 2)).toBe(4);
});

test('numbers are short and have a real minus sign', () => {
  expect([0, 0.031_24, -12.43, 3210.4, 0.5, -0.0001, 100].map((value) => formatNumber(value))).toEqual([
    '0',
    '0.031',
    '−12.4',
    '3,210',
    '0.500',
    '−0.000',
    '100',
  ]);
  expect(bracketed(-2)).toBe('(−2.00)');
});

test('formulas are read', () => {
  expect(parseMath('h_{t − 1} U_i')).toEqual<MathNode>({
    kind: 'row',
    children: [
      {
        kind: 'script',
        base: { kind: 'identifier', text: 'h' },
        sub: {
          kind: 'row',
          children: [
            { kind: 'identifier', text: 't' },
            { kind: 'operator', text: '−' },
            { kind: 'number', text: '1' },
          ],
        },
        sup: null,
        isLimit: false,
      },
      {
        kind: 'script',
        base: { kind: 'identifier', text: 'U' },
        sub: { kind: 'identifier', text: 'i' },
        sup: null,
        isLimit: false,
      },
    ],
  });
  expect(parseMath('frac{1}{−0.5}')).toEqual<MathNode>({
    kind: 'fraction',
    above: { kind: 'number', text: '1' },
    below: { kind: 'number', text: '−0.5' },
  });
  expect(parseMath('Σ_r "all"')).toMatchObject({
    children: [{ isLimit: true }, { kind: 'text', text: 'all' }],
  });
});

test('formulas that are not closed are refused', () => {
  for (const wrong of ['{a', 'a_', 'frac{1}', '"a', 'x_{1'])
    expect(() => parseMath(wrong)).toThrow(SyntaxError);
});

test('the diverging colours have nothing at 0, and differ with sign and size', () => {
  for (const dark of [false, true]) {
    expect(diverging(0, dark)).toEqual(diverging(-0, dark));
    expect(diverging(1, dark)).not.toEqual(diverging(-1, dark));
    expect(diverging(5, dark)).toEqual(diverging(1, dark));
    const distance = (value: number) =>
      diverging(value, dark).reduce(
        (total, part, i) => total + Math.abs(part - (diverging(0, dark)[i] as number)),
        0,
      );
    expect(distance(-0.8)).toBeGreaterThan(distance(-0.4));
  }
});
