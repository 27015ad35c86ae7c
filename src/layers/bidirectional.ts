import {
  add,
  concat,
  mul,
  serialization,
  split,
  stack,
  type Tensor,
  type Tensor2D,
  type Tensor3D,
  tidy,
  unstack,
} from '@tensorflow/tfjs-core';
import { bidirectionalLstm } from '../kernels';
import { type Kwargs, type RecurrentArgs, RecurrentLayer, readDirection, type Shape } from './recurrent';

const mergeModes = ['concat', 'sum', 'ave', 'mul'] as const;
type MergeMode = (typeof mergeModes)[number];

export interface BidirectionalArgs extends RecurrentArgs {
  /** How the outputs of the two directions become one; 'concat' by default. */
  mergeMode?: MergeMode;
}

/**
 * A bidirectional LSTM whose two directions are walked together by one fused op. It equals tf.layers.bidirectional around
 * an LSTM. Initial and final states are h and c of the forward direction, then of the backward one.
 * Input [batch, time, inputDim]; output [batch, time, features] with `returnSequences`, else [batch, features], where
 * features is 2·units for 'concat' and units otherwise.
 */
export class Bidirectional extends RecurrentLayer {
  static className = 'GatewaveBidirectional';
  readonly mergeMode: MergeMode;
  private forward?: ReturnType<RecurrentLayer['addDirection']>;
  private backward?: ReturnType<RecurrentLayer['addDirection']>;

  constructor(args: BidirectionalArgs) {
    super(args);
    this.mergeMode = args.mergeMode ?? 'concat';
    if (!mergeModes.includes(this.mergeMode)) {
      throw new Error(
        `${this.name}: mergeMode is '${this.mergeMode}'; it must be one of ${mergeModes.join(', ')}.`,
      );
    }
  }

  override build(inputShape: Shape | Shape[]): void {
    this.forward = this.addDirection(inputShape, 'forward_');
    this.backward = this.addDirection(inputShape, 'backward_');
    this.built = true;
  }

  override computeOutputShape(inputShape: Shape | Shape[]): Shape | Shape[] {
    const [batch = null, time = null] = (Array.isArray(inputShape[0]) ? inputShape[0] : inputShape) as Shape;
    const features = this.mergeMode === 'concat' ? 2 * this.units : this.units;
    const output = this.returnSequences ? [batch, time, features] : [batch, features];
    if (!this.returnState) return output;
    return [output, ...Array.from({ length: 4 }, () => [batch, this.units])];
  }

  override call(inputs: Tensor | Tensor[], kwargs: Kwargs): Tensor | Tensor[] {
    return tidy(() => {
      const { x, states } = this.standardise(inputs, kwargs, 4);
      const [forwardH, forwardC, backwardH, backwardC] = states as Tensor2D[];
      const given = forwardH && forwardC && backwardH && backwardC;
      const weights = { forward: readDirection(this.forward), backward: readDirection(this.backward) };
      const { outputs, finalH, finalC } = bidirectionalLstm(x as Tensor3D, weights, {
        ...(given && {
          initialState: {
            h: stack([forwardH, backwardH]) as Tensor3D,
            c: stack([forwardC, backwardC]) as Tensor3D,
          },
        }),
        recurrentActivation: this.recurrentActivation,
      });
      const output = this.returnSequences ? this.mergeSequences(outputs) : this.merge(unstack(finalH));
      if (!this.returnState) return output;
      const [finalForwardH, finalBackwardH] = unstack(finalH);
      const [finalForwardC, finalBackwardC] = unstack(finalC);
      return [output, finalForwardH, finalForwardC, finalBackwardH, finalBackwardC] as Tensor[];
    });
  }

  /** The op's outputs are already the concatenation. */
  private mergeSequences(outputs: Tensor): Tensor {
    return this.mergeMode === 'concat' ? outputs : this.merge(split(outputs, 2, 2));
  }

  private merge(directions: Tensor[]): Tensor {
    const [forward, backward] = directions as [Tensor, Tensor];
    switch (this.mergeMode) {
      case 'concat':
        return concat([forward, backward], -1);
      case 'sum':
        return add(forward, backward);
      case 'ave':
        return mul(add(forward, backward), 0.5);
      case 'mul':
        return mul(forward, backward);
    }
  }

  override getConfig(): serialization.ConfigDict {
    return { ...super.getConfig(), mergeMode: this.mergeMode };
  }
}

serialization.registerClass(Bidirectional);
