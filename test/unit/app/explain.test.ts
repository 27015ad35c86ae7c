import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { diverging } from '../../../src/app/shared/diverging';
import { Formula } from '../../../src/app/train/explain/formula';
import {
  bracketed,
  formatNumber,
  logitNumbers,
  softmaxNumbers,
} from '../../../src/app/train/explain/numbers';

test('the numbers of a step are those of the softmax', () => {
  const scores = Float32Array.of(1, 3, 2);
  const all = [1, 3, 2].reduce((total, e) => total + Math.exp(e), 0);
  expect(softmaxNumbers({ scores }, 1).exponential).toBe(1);
  const { exponential, sum } = softmaxNumbers({ scores }, 0);
  expect(exponential / sum).toBeCloseTo(Math.exp(1) / all, 6);
});

test('contributions speak for a class or against it', () => {
  expect(logitNumbers(Float32Array.of(2, -0.5, 0, 1))).toEqual({
    towards: { count: 2, sum: 3 },
    away: { count: 1, sum: -0.5 },
  });
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

test('formulas become MathML', () => {
  const typeset = (source: string) => renderToString(h(Formula, { children: source }));
  expect(typeset('h_{t − 1} U_i^→')).toBe(
    '<math display="inline"><mrow>' +
      '<msub><mi>h</mi><mrow><mi>t</mi><mo stretchy="false">−</mo><mn>1</mn></mrow></msub>' +
      '<msubsup><mi>U</mi><mi>i</mi><mo stretchy="false">→</mo></msubsup>' +
      '</mrow></math>',
  );
  expect(typeset('frac{1}{−0.5} Σ_r sqrt{"all"}')).toBe(
    '<math display="inline"><mrow>' +
      '<mfrac><mrow><mn>1</mn></mrow><mrow><mn>−0.5</mn></mrow></mfrac>' +
      '<munder><mo stretchy="false">∑</mo><mi>r</mi></munder>' +
      '<msqrt><mrow><mtext>all</mtext></mrow></msqrt>' +
      '</mrow></math>',
  );
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
