import { serialization } from '@tensorflow/tfjs-core';
import { type MergeMode, mergeModes } from './merge';
import { inputDimOf, RecurrentLayer, type Shape } from './recurrent';
import { CellWeights, type GRUCellArgs, type LSTMCellArgs } from './weights';

export interface BidirectionalArgs extends LSTMCellArgs, GRUCellArgs {
  /** The cell of both directions; 'lstm' by default. */
  cell?: 'lstm' | 'gru';
  /** How the outputs of the two directions are merged: 'concat' by default; null returns both. */
  mergeMode?: MergeMode | null;
}

/**
 * A bidirectional LSTM or GRU whose two directions are walked together by one fused op. It equals
 * tf.layers.bidirectional around such a layer. Initial and final states are those of the forward direction, h and c or
 * h, then those of the backward one.
 * Input [batch, time, inputDim]; output [batch, time, features] with `returnSequences`, else [batch, features], where
 * features is 2·units for 'concat' and units otherwise.
 */
export class Bidirectional extends RecurrentLayer {
  static className = 'GatewaveBidirectional';
  readonly units: number;
  readonly cell: 'lstm' | 'gru';
  private readonly resetAfter: boolean;
  private readonly seed: number | undefined;
  private readonly forward: CellWeights;
  private readonly backward: CellWeights;

  constructor(args: BidirectionalArgs) {
    const { cell = 'lstm', mergeMode = 'concat', seed } = args;
    if (cell !== 'lstm' && cell !== 'gru') {
      throw new Error(`Bidirectional: cell is '${cell}'; it must be 'lstm' or 'gru'.`);
    }
    if (mergeMode !== null && !mergeModes.includes(mergeMode)) {
      throw new Error(
        `Bidirectional: mergeMode is '${mergeMode}'; it must be null or one of ${mergeModes.join(', ')}.`,
      );
    }
    const forward = CellWeights[cell](args);
    const backward = CellWeights[cell]({ ...args, ...(seed !== undefined && { seed: seed + 1 }) });
    super(args, [[forward.cell], [backward.cell]], mergeMode);
    this.units = args.units;
    this.cell = cell;
    this.resetAfter = args.resetAfter ?? true;
    this.seed = seed;
    this.forward = forward;
    this.backward = backward;
  }

  override build(inputShape: Shape | Shape[]): void {
    const inputDim = inputDimOf(this.name, inputShape);
    this.forward.build(this.addWeight.bind(this), inputDim, 'forward_');
    this.backward.build(this.addWeight.bind(this), inputDim, 'backward_');
    this.built = true;
  }

  override getConfig(): serialization.ConfigDict {
    return {
      ...super.getConfig(),
      ...this.forward.getConfig(),
      cell: this.cell,
      mergeMode: this.mergeMode,
      ...(this.cell === 'gru' && { resetAfter: this.resetAfter }),
      ...(this.seed !== undefined && { seed: this.seed }),
    };
  }
}

serialization.registerClass(Bidirectional);
