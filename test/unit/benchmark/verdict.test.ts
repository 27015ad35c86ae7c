import { describe, expect, it } from 'vitest';
import { baselineLabel, baselineOf, verdicts } from '../../../src/benchmark/verdict';
import { makeRow, wrongRow } from './rows';

const wasm = makeRow({ peer: 'onnxruntime', backend: 'wasm', p50: 31.4 });
const stock = makeRow({ peer: 'tfjs', p50: 800 });
const trained = makeRow({ phase: 'train', p50: 60, parity: { ok: true, error: 4.2e-6 } });

describe('the baseline', () => {
  it('is the fastest of the other libraries that is right, or a peer of one’s choice', () => {
    const rows = [makeRow(), stock, wrongRow, wasm];
    expect(baselineOf(rows, 'fastest')).toBe(wasm);
    expect(baselineLabel('fastest', wasm)).toBe('ONNX Runtime, wasm');
    expect(baselineOf(rows, 'tfjs-webgpu')).toBe(stock);
    expect(baselineOf([makeRow(), wrongRow], 'fastest')).toBeUndefined();
  });
});

describe('the sentence of a result', () => {
  it('compares with the fastest other library, and says how exact ours is', () => {
    expect(verdicts([makeRow(), stock, wasm, wrongRow])).toEqual([
      'Gatewave is 3.1 times as fast as the fastest other library here forward (ONNX Runtime, wasm); ' +
        'equal to the float64 reference to 2e-7.',
    ]);
  });

  it('has both phases, and says where ours is slower', () => {
    const faster = makeRow({ phase: 'train', peer: 'tfjs', backend: 'wasm', p50: 30 });
    expect(verdicts([makeRow(), wasm, trained, faster])).toEqual([
      'Gatewave is 3.1 times as fast as the fastest other library here forward (ONNX Runtime, wasm), and ' +
        'takes 2 times as long as the fastest one in a training step (tf.layers, wasm); equal to the float64 reference to 4e-6.',
    ]);
  });

  it('takes the faster of our backends, and calls a twentieth no difference', () => {
    const rows = [makeRow({ p50: 100 }), makeRow({ backend: 'cpu', p50: 30.5 }), wasm];
    expect(verdicts(rows)[0]).toMatch(/^Gatewave is as fast as the fastest other library here/);
  });

  it('does not praise a wrong result, or one with nothing beside it', () => {
    const wrong = makeRow({ status: 'wrong', p50: null, reason: 'it is off' });
    expect(verdicts([wrong, wasm])).toEqual(['Gatewave’s result is wrong here: it is off.']);
    expect(verdicts([makeRow(), wrongRow])[0]).toMatch(/^No other library was measured/);
    expect(verdicts([wasm])).toEqual(['Gatewave has no time here.']);
  });

  it('names the shapes where there are several', () => {
    const other = { ...makeRow().shape, units: 64 };
    const sentences = verdicts([makeRow(), wasm, makeRow({ shape: other }), { ...wasm, shape: other }]);
    expect(sentences).toHaveLength(2);
    expect(sentences[1]).toMatch(/^BiLSTM, .*64 units.*: Gatewave is 3\.1 times/);
  });
});
