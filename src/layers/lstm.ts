import {
  reverse,
  serialization,
  type Tensor,
  type Tensor2D,
  type Tensor3D,
  tidy,
} from '@tensorflow/tfjs-core';
import { lstm } from '../kernels';
import { type Kwargs, type RecurrentArgs, RecurrentLayer, readDirection, type Shape } from './recurrent';

export interface LSTMArgs extends RecurrentArgs {
  /** Whether the steps are walked from the last to the first; the outputs are then in the order of the walk. */
  goBackwards?: boolean;
}

/**
 * An LSTM that runs as one fused op: a drop-in for tf.layers.lstm with the same arguments, weights and outputs.
 * Input [batch, time, inputDim]; output [batch, time, units] with `returnSequences`, else [batch, units].
 */
export class LSTM extends RecurrentLayer {
  static className = 'GatewaveLSTM';
  readonly goBackwards: boolean;
  private variables?: ReturnType<RecurrentLayer['addDirection']>;

  constructor(args: LSTMArgs) {
    super(args);
    this.goBackwards = args.goBackwards ?? false;
  }

  override build(inputShape: Shape | Shape[]): void {
    this.variables = this.addDirection(inputShape, '');
    this.built = true;
  }

  override computeOutputShape(inputShape: Shape | Shape[]): Shape | Shape[] {
    const [batch = null, time = null] = (Array.isArray(inputShape[0]) ? inputShape[0] : inputShape) as Shape;
    const state = [batch, this.units];
    const output = this.returnSequences ? [batch, time, this.units] : state;
    return this.returnState ? [output, [...state], [...state]] : output;
  }

  override call(inputs: Tensor | Tensor[], kwargs: Kwargs): Tensor | Tensor[] {
    return tidy(() => {
      const { x, states } = this.standardise(inputs, kwargs, 2);
      const [h, c] = states as Tensor2D[];
      const { outputs, finalH, finalC } = lstm(x as Tensor3D, readDirection(this.variables), {
        ...(h && c && { initialState: { h, c } }),
        goBackwards: this.goBackwards,
        recurrentActivation: this.recurrentActivation,
      });
      const walked = this.goBackwards && this.returnSequences ? reverse(outputs, 1) : outputs;
      const output = this.returnSequences ? walked : finalH;
      return this.returnState ? [output, finalH, finalC] : output;
    });
  }

  override getConfig(): serialization.ConfigDict {
    return { ...super.getConfig(), goBackwards: this.goBackwards };
  }
}

serialization.registerClass(LSTM);
