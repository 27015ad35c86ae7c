import { describe, expect, it } from 'vitest';
import { decodeWire, encodeWire } from '../../../../src/model/session/wire';

describe('a wire message', () => {
  it('brings typed arrays back as they were, also views and nested ones', () => {
    const value = {
      series: Float32Array.of(1.5, -0, Number.NaN, Number.POSITIVE_INFINITY),
      view: new Float32Array([1, 2, 3, 4]).subarray(1, 3),
      labels: Int32Array.of(-1, 7),
      odd: new Float32Array(new Uint8Array([9, 9, 9, 9, 0, 0, 128, 63]).buffer, 4),
      bytes: new Uint8Array(100_000).map((_, i) => i % 251),
      empty: new Uint8Array(),
      list: [{ truth: Float64Array.of(Math.PI) }, 'text', null, true],
    };
    expect(decodeWire(encodeWire(value))).toEqual(value);
  });

  it('keeps what JSON would lose: undefined, numbers that are not finite, maps', () => {
    const value = [
      undefined,
      Number.NaN,
      Number.NEGATIVE_INFINITY,
      new Map([['kernel', Float32Array.of(1)]]),
    ];
    expect(decodeWire(encodeWire(value))).toEqual(value);
    expect(decodeWire(encodeWire({ value: undefined }))).toEqual({});
  });

  it('hands callbacks over by number', () => {
    const kept: unknown[] = [];
    const sent = encodeWire(['a', () => {}, { b: () => {} }], (callback) => kept.push(callback) - 1);
    const called: unknown[] = [];
    const [, first, { b }] = decodeWire(sent, (number) => (value) => called.push([number, value])) as [
      string,
      (value: string) => void,
      { b: (value: string) => void },
    ];
    first('x');
    b('y');
    expect(kept).toHaveLength(2);
    expect(called).toEqual([
      [0, 'x'],
      [1, 'y'],
    ]);
    expect(() => encodeWire([() => {}])).toThrow('A function can be sent only');
  });

  it('refuses arrays it would not know again', () => {
    expect(() => encodeWire({ a: new Uint16Array(1) })).toThrow('A Uint16Array cannot be sent');
  });
});
