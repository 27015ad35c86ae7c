/**
 * ONNX models as plain values, and their encoding, `onnx.proto3` (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto3):
 * each message below lists its fields by number.
 */
import type { WeightTensor } from '../tensors';
import { delimited, flatten, integer, message, type Part, text } from './protobuf';

/** The oldest operator set that has all we write with today's meaning, and the file format that came with it. */
const OPSET = 17;
const IR_VERSION = 8;

/** Numbers of onnx.TensorProto.DataType. */
export const elementTypes = { float: 1, int32: 6, int64: 7 } as const;
type ElementType = keyof typeof elementTypes;

/** Numbers of onnx.AttributeProto.AttributeType. */
const attributeTypes = { int: 2, string: 3, ints: 7 } as const;

/** A whole number, a text, or a list of whole numbers; none is negative. */
type Attribute = number | string | readonly number[];

export interface OnnxNode {
  op: string;
  inputs: readonly string[];
  outputs: readonly string[];
  attributes?: Record<string, Attribute>;
}

/** A size by number, or by name where it is free. */
export interface OnnxValue {
  name: string;
  type: ElementType;
  shape: readonly (number | string)[];
}

export interface OnnxGraph {
  name: string;
  inputs: readonly OnnxValue[];
  outputs: readonly OnnxValue[];
  /** In an order in which each has its inputs. */
  nodes: readonly OnnxNode[];
  /** float32 by name. */
  weights: ReadonlyMap<string, WeightTensor>;
  /** int64 by name, scalars and lists: axes, shapes. */
  integers?: ReadonlyMap<string, number | readonly number[]>;
  /** What a program can read out of the model besides. */
  metadata?: Readonly<Record<string, string>>;
}

/** The bytes of an .onnx file. */
export function encodeOnnx(graph: OnnxGraph): Uint8Array {
  const parts = [
    ...graph.nodes.map((node) => message(1, encodeNode(node))),
    text(2, graph.name),
    ...[...graph.weights].map(([name, tensor]) => message(5, encodeWeights(name, tensor))),
    ...[...(graph.integers ?? [])].map(([name, values]) => message(5, encodeIntegers(name, values))),
    ...graph.inputs.map((value) => message(11, encodeValue(value))),
    ...graph.outputs.map((value) => message(12, encodeValue(value))),
  ];
  return flatten([
    integer(1, IR_VERSION),
    text(2, 'gatewave'),
    message(7, parts),
    message(8, [text(1, ''), integer(2, OPSET)]),
    ...Object.entries(graph.metadata ?? {}).map(([key, value]) =>
      message(14, [text(1, key), text(2, value)]),
    ),
  ]);
}

function encodeNode({ op, inputs, outputs, attributes = {} }: OnnxNode): Part[] {
  return [
    ...inputs.map((name) => text(1, name)),
    ...outputs.map((name) => text(2, name)),
    // Nodes are named after what they make.
    text(3, outputs.find((name) => name !== '') ?? op),
    text(4, op),
    ...Object.entries(attributes).map(([name, value]) => message(5, encodeAttribute(name, value))),
  ];
}

function encodeAttribute(name: string, value: Attribute): Part[] {
  if (typeof value === 'number') {
    return [text(1, name), integer(3, value), integer(20, attributeTypes.int)];
  }
  if (typeof value === 'string') {
    return [text(1, name), text(4, value), integer(20, attributeTypes.string)];
  }
  return [text(1, name), ...value.map((each) => integer(8, each)), integer(20, attributeTypes.ints)];
}

function encodeWeights(name: string, { shape, data }: WeightTensor): Part[] {
  return encodeTensor(name, shape, 'float', new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
}

function encodeIntegers(name: string, values: number | readonly number[]): Part[] {
  const list = typeof values === 'number' ? [values] : values;
  const bytes = new Uint8Array(BigInt64Array.from(list, BigInt).buffer);
  return encodeTensor(name, typeof values === 'number' ? [] : [list.length], 'int64', bytes);
}

function encodeTensor(name: string, shape: readonly number[], type: ElementType, bytes: Uint8Array): Part[] {
  return [
    ...shape.map((size) => integer(1, size)),
    integer(2, elementTypes[type]),
    text(8, name),
    delimited(9, bytes),
  ];
}

function encodeValue({ name, type, shape }: OnnxValue): Part[] {
  const sizes = shape.map((size) =>
    message(1, [typeof size === 'number' ? integer(1, size) : text(2, size)]),
  );
  return [text(1, name), message(2, [message(1, [integer(1, elementTypes[type]), message(2, sizes)])])];
}
