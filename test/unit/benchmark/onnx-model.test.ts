import { describe, expect, it } from 'vitest';
import { encodeRecurrentModel } from '../../../src/benchmark/peers/onnx-model';
import { makeTaskData } from '../../../src/benchmark/task-data';
import type { Shape } from '../../../src/benchmark/workload';

type Field = { number: number; value: number | Uint8Array };

/** The fields of a message in the protocol-buffer encoding, written from its specification and not from the encoder. */
function decode(bytes: Uint8Array): Field[] {
  const fields: Field[] = [];
  let at = 0;
  const varint = () => {
    let [value, factor] = [0, 1];
    for (;;) {
      const byte = bytes[at++]!;
      value += (byte & 127) * factor;
      if (byte < 128) return value;
      factor *= 128;
    }
  };
  while (at < bytes.length) {
    const key = varint();
    const number = Math.floor(key / 8);
    if (key % 8 === 0) fields.push({ number, value: varint() });
    else if (key % 8 === 2) {
      const length = varint();
      fields.push({ number, value: bytes.subarray(at, at + length) });
      at += length;
    } else throw new Error(`wire type ${key % 8} at ${at}`);
  }
  expect(at).toBe(bytes.length);
  return fields;
}

const all = (message: Uint8Array, number: number) =>
  decode(message).filter((field) => field.number === number);
const messages = (message: Uint8Array, number: number) =>
  all(message, number).map(({ value }) => value as Uint8Array);
const message = (from: Uint8Array, number: number) => messages(from, number)[0]!;
const texts = (from: Uint8Array, number: number) =>
  messages(from, number).map((value) => new TextDecoder().decode(value));
const numbers = (from: Uint8Array, number: number) => all(from, number).map(({ value }) => value as number);

const shape: Shape = { op: 'bilstm', batch: 2, time: 300, inputDim: 3, units: 5, attentionUnits: 4 };
const task = { shape, phase: 'forward', seed: 1, corrupt: false, tune: false } as const;

function model(given: Shape) {
  const { directions } = makeTaskData({ ...task, shape: given });
  const bytes = encodeRecurrentModel(given, directions);
  return { directions, bytes, graph: message(bytes, 7) };
}

describe('the ONNX model', () => {
  it('has a version, an operator set and one LSTM node', () => {
    const { bytes, graph } = model(shape);
    expect(numbers(bytes, 1)).toEqual([8]);
    expect(numbers(message(bytes, 8), 2)).toEqual([17]);
    const node = message(graph, 1);
    expect(texts(node, 4)).toEqual(['LSTM']);
    expect(texts(node, 1)).toEqual(['x', 'w', 'r', 'b', '']);
    expect(texts(node, 2)).toEqual(['outputs', 'finalH', 'finalC']);
    const attributes = messages(node, 5);
    expect(attributes.map((attribute) => texts(attribute, 1)[0])).toEqual(['hidden_size', 'direction']);
    expect(numbers(attributes[0]!, 3)).toEqual([5]);
    expect(texts(attributes[1]!, 4)).toEqual(['bidirectional']);
  });

  it('says the shapes of its inputs and outputs', () => {
    const dims = (info: Uint8Array) =>
      messages(message(message(message(info, 2), 1), 2), 1).map((dimension) => numbers(dimension, 1)[0]);
    const { graph } = model(shape);
    expect(messages(graph, 11).map(dims)).toEqual([[300, 2, 3]]);
    expect(messages(graph, 12).map(dims)).toEqual([
      [300, 2, 2, 5],
      [2, 2, 5],
      [2, 2, 5],
    ]);
    const step = model({ ...shape, op: 'step', time: 1 });
    expect(messages(step.graph, 11).map(dims)).toEqual([
      [1, 2, 3],
      [1, 2, 5],
      [1, 2, 5],
    ]);
    expect(texts(message(step.graph, 1), 1)).toEqual(['x', 'w', 'r', 'b', '', 'h', 'c']);
  });

  it('has all weights, with the gates i, o, f, c in rows', () => {
    const { graph, directions } = model(shape);
    const tensors = messages(graph, 5);
    const values = (tensor: Uint8Array) => {
      const bytes = message(tensor, 9).slice();
      return new Float32Array(bytes.buffer);
    };
    expect(tensors.map((tensor) => [...texts(tensor, 8), ...numbers(tensor, 1)])).toEqual([
      ['w', 2, 20, 3],
      ['r', 2, 20, 5],
      ['b', 2, 40],
    ]);
    const [w, r, b] = tensors.map(values) as [Float32Array, Float32Array, Float32Array];
    const ours = { i: 0, f: 1, c: 2, o: 3 };
    (['i', 'o', 'f', 'c'] as const).forEach((gate, place) => {
      for (let d = 0; d < 2; d++) {
        for (let u = 0; u < 5; u++) {
          const { kernel, recurrentKernel, bias } = directions[d]!;
          const [row, column] = [place * 5 + u, ours[gate] * 5 + u];
          for (let k = 0; k < 3; k++) expect(w[(d * 20 + row) * 3 + k]).toBe(kernel[k * 20 + column]);
          for (let k = 0; k < 5; k++)
            expect(r[(d * 20 + row) * 5 + k]).toBe(recurrentKernel[k * 20 + column]);
          expect(b[d * 40 + row]).toBe(bias[column]);
          expect(b[d * 40 + 20 + row]).toBe(0);
        }
      }
    });
  });
});
