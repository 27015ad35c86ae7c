/**
 * What fusing needs to see of tf.js's recurrent layers. Its types hide the cells of a stack and the two layers of a
 * Bidirectional, which are attributes of these names in Keras. tf.js's version is pinned.
 */
import { layers } from '@tensorflow/tfjs-layers';
import type { StockCell } from '../layers/cell';

type Layer = layers.Layer;
export type StockRNN = InstanceType<typeof layers.RNN>;
export type StockBidirectional = ReturnType<typeof layers.bidirectional>;

const sequenceClasses = ['LSTM', 'GRU', 'RNN'];

/** Whether it is one of tf.js's layers that may be fused. */
export function isStockRNN(layer: Layer): layer is StockRNN {
  return layer instanceof layers.RNN && sequenceClasses.includes(layer.getClassName());
}

export function isStockBidirectional(layer: Layer): layer is StockBidirectional {
  return layer.getClassName() === 'Bidirectional' && directionsOf(layer).every(isStockRNN);
}

/** Whether a layer walks over time, by itself or inside a wrapper. */
export function isRecurrent(layer: Layer): boolean {
  const { layer: wrapped } = layer as { layer?: unknown };
  return layer instanceof layers.RNN || (wrapped instanceof layers.Layer && isRecurrent(wrapped));
}

/** The forward layer of a Bidirectional and the backward one. */
export function directionsOf(layer: Layer): StockRNN[] {
  const { forwardLayer, backwardLayer } = layer as unknown as Record<string, StockRNN>;
  return [forwardLayer as StockRNN, backwardLayer as StockRNN];
}

/** The cells of a layer, from the first to the last. */
export function cellsOf({ cell }: StockRNN): Layer[] {
  const isStack = cell.getClassName() === 'StackedRNNCells';
  return isStack ? (cell as unknown as { cells: Layer[] }).cells : [cell];
}

export function isStockCell(cell: Layer): cell is StockCell {
  return ['LSTMCell', 'GRUCell'].includes(cell.getClassName());
}
