/** The classifier as an ONNX model of standard operators. */
import { type ClassifierSizes, logitCount, type WeightValues } from '../../network/classifier';
import { bidirectionalWeights, tensorsOf } from '../classifier-tensors';
import type { WeightTensor } from '../tensors';
import { elementTypes, encodeOnnx, type OnnxNode } from './graph';
import { batchFirstLayer } from './recurrent';

/** A score far below any other, so that its weight is 0; the lowest float32 itself would overflow in a sum. */
const MASKED_SCORE = -1e30;

/**
 * Inputs: `series` [batch, time, channels], prepared as the metadata say, and `lengths` [batch] int32, the steps of
 * each series; later steps are padding. Batch and time are free. Outputs: `probability` [batch, 1] or [batch,
 * classes], and `attention` [batch, time], 0 at padding.
 */
export function encodeClassifier(
  sizes: ClassifierSizes,
  values: WeightValues,
  metadata: Record<string, string> = {},
): Uint8Array {
  const value = tensorsOf(values, sizes);
  const encoder = batchFirstLayer(bidirectionalWeights(value), 'bidirectional', 'series', 'hidden');
  const features = 2 * sizes.units;
  const query = value('attention/query').data;
  const isAdditive = sizes.score === 'additive';
  const column: WeightTensor = {
    shape: [query.length, 1],
    data: isAdditive ? query : query.map((number) => number / Math.sqrt(features)),
  };
  const node = (
    op: string,
    inputs: string[],
    output: string,
    attributes?: OnnxNode['attributes'],
  ): OnnxNode => ({
    op,
    inputs,
    outputs: [output],
    ...(attributes && { attributes }),
  });
  const nodes: OnnxNode[] = [
    ...encoder.nodes,
    ...(isAdditive
      ? [
          node('MatMul', ['hidden', 'attention.kernel'], 'product'),
          node('Add', ['product', 'attention.bias'], 'biased'),
          node('Tanh', ['biased'], 'scored'),
        ]
      : []),
    node('MatMul', [isAdditive ? 'scored' : 'hidden', 'attention.query'], 'column'),
    node('Squeeze', ['column', 'two'], 'scores'),
    // A step is padding when its number is not below the series' length.
    node('Shape', ['series'], 'steps', { start: 1, end: 2 }),
    node('Squeeze', ['steps', 'zeroth'], 'time'),
    node('Range', ['first', 'time', 'increment'], 'step'),
    node('Cast', ['lengths'], 'lengths64', { to: elementTypes.int64 }),
    node('Unsqueeze', ['lengths64', 'one'], 'limits'),
    node('Less', ['step', 'limits'], 'valid'),
    node('Where', ['valid', 'scores', 'masked.score'], 'masked'),
    node('Softmax', ['masked'], 'spread', { axis: 1 }),
    node('Where', ['valid', 'spread', 'masked.weight'], 'attention'),
    node('Unsqueeze', ['attention', 'one'], 'row'),
    node('MatMul', ['row', 'hidden'], 'sum'),
    node('Squeeze', ['sum', 'one'], 'context'),
    node('Gemm', ['context', 'logits.kernel', 'logits.bias'], 'logits'),
    sizes.classes === 2
      ? node('Sigmoid', ['logits'], 'probability')
      : node('Softmax', ['logits'], 'probability', { axis: 1 }),
  ];
  const scalar = (number: number): WeightTensor => ({ shape: [], data: Float32Array.of(number) });
  return encodeOnnx({
    name: 'classifier',
    metadata,
    inputs: [
      { name: 'series', type: 'float', shape: ['batch', 'time', sizes.channels] },
      { name: 'lengths', type: 'int32', shape: ['batch'] },
    ],
    outputs: [
      { name: 'probability', type: 'float', shape: ['batch', logitCount(sizes.classes)] },
      { name: 'attention', type: 'float', shape: ['batch', 'time'] },
    ],
    nodes,
    weights: new Map([
      ...encoder.weights,
      ...(isAdditive
        ? ([
            ['attention.kernel', value('attention/kernel')],
            ['attention.bias', value('attention/bias')],
          ] as const)
        : []),
      ['attention.query', column],
      ['logits.kernel', value('logits/kernel')],
      ['logits.bias', value('logits/bias')],
      ['masked.score', scalar(MASKED_SCORE)],
      ['masked.weight', scalar(0)],
    ]),
    integers: new Map<string, number | number[]>([
      ...encoder.integers,
      ['zeroth', [0]],
      ['one', [1]],
      ['two', [2]],
      ['first', 0],
      ['increment', 1],
    ]),
  });
}
