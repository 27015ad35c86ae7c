import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJsonProblem, formatJson } from '../../../src/data/json';
import { forRandomCases } from '../../support/random-cases';

describe('formatJson', () => {
  it('writes a row of a matrix on a line', () => {
    const value = {
      name: 'a [\n 1 ] b',
      confusion: [
        [1, 2],
        [3, 4],
      ],
      none: [],
      list: [{ a: 1, b: ['x', null] }],
    };
    expect(formatJson(value)).toBe(
      '{\n  "name": "a [\\n 1 ] b",\n  "confusion": [\n    [1, 2],\n    [3, 4]\n  ],\n  "none": [],\n' +
        '  "list": [\n    {\n      "a": 1,\n      "b": ["x", null]\n    }\n  ]\n}\n',
    );
  });

  it('means the same', async () => {
    await forRandomCases(fc.jsonValue(), 300, (value) => {
      expect(JSON.parse(formatJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    });
  });
});

describe('findJsonProblem', () => {
  it.each([
    ['', 1, 1, 'expected a value, found the end'],
    ['{"a": 1', 1, 8, 'expected a comma or "}", found the end'],
    ['{"a": [1, 2}', 1, 12, 'expected a comma or "]", found "}"'],
    ['{"a" 1}', 1, 6, 'expected ":", found "1"'],
    ["{'a': 1}", 1, 2, 'expected a key or "}", found "\'a\':"'],
    ['{\n  "a": 1,\n  // two\n  "b": 2\n}', 3, 3, 'expected a key in double quotes, found "//"'],
    ['{"a": 01}', 1, 7, 'expected a value, found "01"'],
    ['{"a": tru}', 1, 7, 'expected a value, found "tru"'],
    ['{"a": truefalse}', 1, 7, 'expected a value, found "truefalse"'],
    ['[1,]', 1, 4, 'expected a value, found "]"'],
    ['{} {}', 1, 4, 'expected the end, found "{"'],
    ['"open', 1, 1, 'expected a value, found "\\"open"'],
  ])('finds the place in %j', (text, line, column, message) => {
    expect(findJsonProblem(text)).toEqual({ line, column, message });
  });

  it('finds nothing in what JSON.stringify writes', async () => {
    await forRandomCases(fc.json(), 300, (text) => {
      expect(findJsonProblem(text)).toBeUndefined();
      expect(findJsonProblem(JSON.stringify(JSON.parse(text), null, 2))).toBeUndefined();
    });
  });

  it('agrees with JSON.parse on damaged text', async () => {
    const piece = fc.constantFrom(...'{}[]:,"\\ \n\t-+.0123eEtruefalsnl\u00a0\u0001\u007f\ufeff');
    const arbitrary = fc.tuple(fc.json(), fc.nat(), fc.nat({ max: 3 }), fc.array(piece, { maxLength: 2 }));
    await forRandomCases(arbitrary, 3000, ([text, at, removed, inserted]) => {
      const start = at % (text.length + 1);
      const damaged = text.slice(0, start) + inserted.join('') + text.slice(start + removed);
      let valid = true;
      try {
        JSON.parse(damaged);
      } catch {
        valid = false;
      }
      expect(findJsonProblem(damaged) === undefined).toBe(valid);
    });
  });
});
