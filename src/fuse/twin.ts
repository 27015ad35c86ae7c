import type { serialization, Tensor } from '@tensorflow/tfjs-core';
import { type LayerVariable, layers } from '@tensorflow/tfjs-layers';
import type { Kwargs, Shape } from '../layers/recurrent';

type Layer = layers.Layer;

/**
 * Stands for a layer of the user's model in the fused one. It has the layer's name, weights and configuration, so that
 * training either model trains both and that a saved model names the stock class; what it computes is the layer's own or
 * that of `computing`. The layer itself does not change: it gets no further node in a graph.
 */
export class TwinLayer extends layers.Layer {
  static className = 'GatewaveTwin';

  /** @param ownsWeights whether disposing of this layer disposes of the weights */
  constructor(
    readonly original: Layer,
    private readonly computing: Layer,
    private readonly ownsWeights: boolean,
  ) {
    super({ name: original.name });
    this.batchInputShape = original.batchInputShape;
    this.dtype = original.dtype;
    this.supportsMasking = original.supportsMasking;
    this.built = true;
  }

  override call(inputs: Tensor | Tensor[], kwargs: Kwargs): Tensor | Tensor[] {
    // A copy: tf.js hands one object to all layers, and its RNN leaves its initial states there.
    return this.computing.apply(inputs, { ...kwargs }) as Tensor | Tensor[];
  }

  override computeOutputShape(inputShape: Shape | Shape[]): Shape | Shape[] {
    return this.computing.computeOutputShape(inputShape);
  }

  override computeMask(inputs: Tensor | Tensor[], mask?: Tensor | Tensor[]): Tensor | Tensor[] {
    return this.computing.computeMask(inputs, mask);
  }

  override get stateful(): boolean {
    return this.computing.stateful;
  }

  override resetStates(): void {
    this.computing.resetStates();
  }

  override get trainable(): boolean {
    return this.original.trainable;
  }

  override set trainable(trainable: boolean) {
    this.original.trainable = trainable;
  }

  override get trainableWeights(): LayerVariable[] {
    return this.original.trainableWeights;
  }

  override set trainableWeights(weights: LayerVariable[]) {
    this.original.trainableWeights = weights;
  }

  override get nonTrainableWeights(): LayerVariable[] {
    return this.original.nonTrainableWeights;
  }

  override set nonTrainableWeights(weights: LayerVariable[]) {
    this.original.nonTrainableWeights = weights;
  }

  override get losses() {
    return this.original.losses;
  }

  override getWeights(trainableOnly?: boolean): Tensor[] {
    return this.original.getWeights(trainableOnly);
  }

  override setWeights(weights: Tensor[]): void {
    this.original.setWeights(weights);
  }

  override getClassName(): string {
    return this.original.getClassName();
  }

  override getConfig(): serialization.ConfigDict {
    return this.original.getConfig();
  }

  protected override disposeWeights(): number {
    // A fused layer owns only the states that it keeps.
    if (this.computing !== this.original && this.stateful) this.resetStates();
    return this.ownsWeights ? this.original.dispose().numDisposedVariables : 0;
  }
}
