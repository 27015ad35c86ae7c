import {
  serialization,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  type Tensor3D,
  tidy,
} from '@tensorflow/tfjs-core';
import { InputSpec, type LayerVariable, layers } from '@tensorflow/tfjs-layers';
import { type AttentionParameters, attentionPool } from '../kernels';
import {
  type InitializerIdentifier,
  initialTensor,
  resolveInitializer,
  serializeInitializer,
  Values,
} from './initializers';
import type { Kwargs, LayerArgs, Shape } from './recurrent';

export interface AttentionPoolingArgs extends LayerArgs {
  /** How a step is scored: 'additive' (default) query·tanh(y·kernel + bias), 'dot' query·y/√features. */
  score?: 'additive' | 'dot';
  /** Units of the additive score's hidden layer; leave it out for 'dot'. */
  units?: number;
  /** Whether the attention weights, [batch, time], follow the context. */
  returnWeights?: boolean;
  /** Initializer of kernel and query; 'glorotUniform' by default. The bias starts at 0. */
  kernelInitializer?: InitializerIdentifier;
}

/**
 * Pools a sequence by attention: the mean of its steps, weighted by the softmax of their scores. Input [batch, time,
 * features]; output the context [batch, features] and, with `returnWeights`, the weights. Weights: additive has
 * kernel [features, units], bias [units], query [units]; dot has query [features].
 */
export class AttentionPooling extends layers.Layer {
  static className = 'GatewaveAttentionPooling';
  readonly score: 'additive' | 'dot';
  readonly units: number | undefined;
  readonly returnWeights: boolean;
  private readonly kernelInitializer;
  private kernel?: LayerVariable;
  private bias?: LayerVariable;
  private query?: LayerVariable;

  constructor(args: AttentionPoolingArgs = {}) {
    super(args);
    this.score = args.score ?? 'additive';
    this.returnWeights = args.returnWeights ?? false;
    this.units = args.units ?? undefined;
    this.kernelInitializer = resolveInitializer(args.kernelInitializer ?? 'glorotUniform');
    this.inputSpec = [new InputSpec({ ndim: 3 })];
    if (this.score !== 'additive' && this.score !== 'dot') {
      throw new Error(`${this.name}: score is '${this.score}'; it must be 'additive' or 'dot'.`);
    }
    if (this.score === 'additive' && !(Number.isInteger(this.units) && (this.units as number) >= 1)) {
      throw new Error(
        `${this.name}: units is ${this.units}; additive attention needs a positive whole number.`,
      );
    }
  }

  override build(inputShape: Shape | Shape[]): void {
    const shape = (Array.isArray(inputShape[0]) ? inputShape[0] : inputShape) as Shape;
    const features = shape[2];
    if (features == null) {
      throw new Error(
        `${this.name}: the last dimension of the input, of the shape [${shape}], must be known.`,
      );
    }
    const add = (name: string, weightShape: number[], identifier: InitializerIdentifier): LayerVariable =>
      this.addWeight(
        name,
        weightShape,
        'float32',
        new Values(() => initialTensor(resolveInitializer(identifier), weightShape)),
      );
    if (this.units !== undefined && this.score === 'additive') {
      this.kernel = add('kernel', [features, this.units], this.kernelInitializer);
      this.bias = add('bias', [this.units], 'zeros');
      this.query = add('query', [this.units], this.kernelInitializer);
    } else {
      this.query = add('query', [features], this.kernelInitializer);
    }
    this.built = true;
  }

  override computeOutputShape(inputShape: Shape | Shape[]): Shape | Shape[] {
    const [batch = null, time = null, features = null] = inputShape as Shape;
    const context = [batch, features];
    return this.returnWeights ? [context, [batch, time]] : context;
  }

  /** @param kwargs may hold `lengths`, [batch] int32: the valid steps of each row; those behind get weight 0. */
  override call(inputs: Tensor | Tensor[], { lengths }: Kwargs): Tensor | Tensor[] {
    return tidy(() => {
      const [values] = [inputs].flat() as [Tensor3D];
      const options = lengths ? { lengths: lengths as Tensor } : {};
      const { context, weights } = attentionPool(values, this.parameters(), options);
      return this.returnWeights ? [context, weights] : context;
    });
  }

  private parameters(): AttentionParameters {
    const query = this.query?.read() as Tensor1D;
    if (this.score === 'dot') return { score: 'dot', query };
    return {
      score: 'additive',
      kernel: this.kernel?.read() as Tensor2D,
      bias: this.bias?.read() as Tensor1D,
      query,
    };
  }

  override getConfig(): serialization.ConfigDict {
    return {
      ...super.getConfig(),
      score: this.score,
      ...(this.units !== undefined && { units: this.units }),
      returnWeights: this.returnWeights,
      kernelInitializer: serializeInitializer(this.kernelInitializer),
    };
  }
}

serialization.registerClass(AttentionPooling);
