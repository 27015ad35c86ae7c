/**
 * Writes an ONNX model of one LSTM node with its weights, in the protocol-buffer encoding of `onnx.proto3`
 * (https://github.com/onnx/onnx): each message below lists its fields by number.
 */
import type { DirectionWeights } from '../task-data';
import type { Shape } from '../workload';

/** Bytes of the parts of a message, nested until it is written. */
type Part = Uint8Array | Part[];

const OPSET = 14;
const IR_VERSION = 8;
const FLOAT = 1;
const ATTRIBUTE_INT = 2;
const ATTRIBUTE_STRING = 3;

/**
 * Input `x` [time, batch, inputDim]; with the operation 'step' also `h`, `c` [1, batch, units]. Outputs `outputs` [time,
 * directions, batch, units], and `finalH`, `finalC` [directions, batch, units].
 */
export function encodeLstmModel(shape: Shape, directions: readonly DirectionWeights[]): Uint8Array {
  const { op, batch, time, inputDim, units } = shape;
  const count = directions.length;
  const state = [count, batch, units];
  const stateful = op === 'step';
  const node = [
    ...['x', 'w', 'r', 'b', '', ...(stateful ? ['h', 'c'] : [])].map((name) => text(1, name)),
    ...['outputs', 'finalH', 'finalC'].map((name) => text(2, name)),
    text(3, 'lstm'),
    text(4, 'LSTM'),
    message(5, [text(1, 'hidden_size'), integer(3, units), integer(20, ATTRIBUTE_INT)]),
    message(5, [
      text(1, 'direction'),
      text(4, count === 2 ? 'bidirectional' : 'forward'),
      integer(20, ATTRIBUTE_STRING),
    ]),
  ];
  const joined = (make: (weights: DirectionWeights) => Float32Array) => concatenate(directions.map(make));
  const graph = [
    message(1, node),
    text(2, 'lstm'),
    message(
      5,
      tensor(
        'w',
        [count, 4 * units, inputDim],
        joined(({ kernel }) => gateRows(kernel, units)),
      ),
    ),
    message(
      5,
      tensor(
        'r',
        [count, 4 * units, units],
        joined((given) => gateRows(given.recurrentKernel, units)),
      ),
    ),
    message(
      5,
      tensor(
        'b',
        [count, 8 * units],
        joined(({ bias }) => biases(bias, units)),
      ),
    ),
    message(11, valueInfo('x', [time, batch, inputDim])),
    ...(stateful ? ['h', 'c'] : []).map((name) => message(11, valueInfo(name, state))),
    message(12, valueInfo('outputs', [time, count, batch, units])),
    ...['finalH', 'finalC'].map((name) => message(12, valueInfo(name, state))),
  ];
  return flatten([
    integer(1, IR_VERSION),
    text(2, 'gatewave'),
    message(7, graph),
    message(8, [text(1, ''), integer(2, OPSET)]),
  ]);
}

/** ONNX has the gates in the order i, o, f, c; ours are i, f, c, o. */
const gateOrder = [0, 3, 1, 2];

/** [inputs, 4·units] with our gates to [4·units, inputs] with ONNX's. */
function gateRows(kernel: Float32Array, units: number): Float32Array {
  const inputs = kernel.length / (4 * units);
  return Float32Array.from(kernel, (_, index) => {
    const row = Math.floor(index / inputs);
    const column = (gateOrder[Math.floor(row / units)] as number) * units + (row % units);
    return kernel[(index % inputs) * 4 * units + column] as number;
  });
}

/** ONNX has two biases, which are added; the second is 0. */
function biases(bias: Float32Array, units: number): Float32Array {
  return concatenate([gateRows(bias, units), new Float32Array(4 * units)]);
}

function concatenate(arrays: readonly Float32Array[]): Float32Array {
  return Float32Array.from(arrays.flatMap((values) => Array.from(values)));
}

function tensor(name: string, dims: number[], values: Float32Array): Part[] {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  return [...dims.map((size) => integer(1, size)), integer(2, FLOAT), text(8, name), delimited(9, bytes)];
}

function valueInfo(name: string, dims: number[]): Part[] {
  const shape = dims.map((size) => message(1, [integer(1, size)]));
  return [text(1, name), message(2, [message(1, [integer(1, FLOAT), message(2, shape)])])];
}

function message(field: number, parts: Part[]): Part {
  return delimited(field, flatten(parts));
}

function text(field: number, value: string): Part {
  return delimited(field, new TextEncoder().encode(value));
}

function integer(field: number, value: number): Part {
  return [varint(field << 3), varint(value)];
}

/** A field of bytes behind their length: wire type 2. */
function delimited(field: number, bytes: Uint8Array): Part {
  return [varint((field << 3) | 2), varint(bytes.length), bytes];
}

/** Seven bits a byte, the lowest first; the eighth bit says that more follow. */
function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  return Uint8Array.from([...bytes, rest]);
}

function flatten(part: Part): Uint8Array {
  const pieces: Uint8Array[] = [];
  const collect = (piece: Part): void => {
    if (Array.isArray(piece)) piece.forEach(collect);
    else pieces.push(piece);
  };
  collect(part);
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const piece of pieces) {
    bytes.set(piece, offset);
    offset += piece.length;
  }
  return bytes;
}
