import { serialization } from '@tensorflow/tfjs-core';
import { OneDirection } from './one-direction';
import { CellWeights, type LSTMCellArgs } from './weights';

export interface LSTMArgs extends LSTMCellArgs {}

/**
 * An LSTM that runs as one fused op: a drop-in for tf.layers.lstm with the same arguments, weights and outputs.
 * Input [batch, time, inputDim]; output [batch, time, units] with `returnSequences`, else [batch, units]; with
 * `returnState` h and c follow, [batch, units] each.
 */
export class LSTM extends OneDirection {
  static className = 'GatewaveLSTM';

  constructor(args: LSTMArgs) {
    super(args, CellWeights.lstm(args));
  }
}

serialization.registerClass(LSTM);
