import { serialization } from '@tensorflow/tfjs-core';
import { OneDirection } from './one-direction';
import { CellWeights, type GRUCellArgs } from './weights';

export interface GRUArgs extends GRUCellArgs {}

/**
 * A GRU that runs as one fused op: tf.layers.gru with `resetAfter: false`, and the GRU of Keras and torch by default.
 * Input [batch, time, inputDim]; output [batch, time, units] with `returnSequences`, else [batch, units]; with
 * `returnState` h follows, [batch, units].
 */
export class GRU extends OneDirection {
  static className = 'GatewaveGRU';
  readonly resetAfter: boolean;

  constructor(args: GRUArgs) {
    super(args, CellWeights.gru(args));
    this.resetAfter = args.resetAfter ?? true;
  }

  override getConfig(): serialization.ConfigDict {
    return { ...super.getConfig(), resetAfter: this.resetAfter };
  }
}

serialization.registerClass(GRU);
