import type { layers } from '@tensorflow/tfjs-layers';
import { FusedCell, type StockCell, whyNotFused } from '../layers/cell';
import { RecurrentLayer } from '../layers/recurrent';
import { cellsOf, directionsOf, isStockBidirectional, isStockCell, isStockRNN } from './stock';

type Layer = layers.Layer;

/** A fused layer that computes what `layer` does, with its weights; or the reason why there cannot be one. */
export function fusedLayerFor(layer: Layer): RecurrentLayer | string {
  const bidirectional = isStockBidirectional(layer);
  if (!bidirectional && !isStockRNN(layer)) {
    return (
      `it is a ${layer.getClassName()}: the layers that can be fused are LSTM, GRU, Bidirectional of either, ` +
      'and RNN over LSTMCell, GRUCell or a stack of them'
    );
  }
  const directions = bidirectional ? directionsOf(layer) : [layer];
  const stacks = directions.map(cellsOf);
  const reason = stacks.flat().map(whyNotCell).find(Boolean);
  if (reason) return reason;
  const [{ returnSequences, returnState, goBackwards, stateful }] = directions as [
    (typeof directions)[number],
  ];
  const fused = new RecurrentLayer(
    { name: layer.name, returnSequences, returnState, goBackwards, stateful },
    stacks.map((cells) => (cells as StockCell[]).map(fusedCell)),
    bidirectional ? (layer.mergeMode ?? null) : null,
  );
  fused.built = true;
  return fused;
}

function whyNotCell(cell: Layer): string | undefined {
  if (isStockCell(cell)) return whyNotFused(cell);
  return `its cell is a ${cell.getClassName()}: the kernels have LSTMCell and GRUCell`;
}

function fusedCell(cell: StockCell): FusedCell {
  return new FusedCell(cell, () => cell);
}
