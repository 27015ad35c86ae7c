import {
  concat,
  ones,
  type serialization,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
} from '@tensorflow/tfjs-core';
import { InputSpec, type LayerVariable, layers, type SymbolicTensor } from '@tensorflow/tfjs-layers';
import type { LSTMWeights } from '../kernels';
import {
  type Initializer,
  type InitializerIdentifier,
  initialTensor,
  resolveInitializer,
  serializeInitializer,
  Values,
} from './initializers';

export type LayerArgs = NonNullable<ConstructorParameters<typeof layers.Layer>[0]>;
export type Kwargs = Parameters<layers.Layer['call']>[1];
export type Shape = (number | null)[];
type Inputs = Tensor | Tensor[] | SymbolicTensor | SymbolicTensor[];

/** Named as in tf.layers.lstm. */
export interface RecurrentArgs extends LayerArgs {
  /** Size of the state, of each direction. */
  units: number;
  /** Of the gates i, f and o; 'hardSigmoid' by default, as in tf.layers.lstm. */
  recurrentActivation?: 'sigmoid' | 'hardSigmoid';
  /** Whether the output is that of every step, [batch, time, …], or the last one's, [batch, …] (default). */
  returnSequences?: boolean;
  /** Whether the final states follow the output: h and c, of each direction. */
  returnState?: boolean;
  /** Whether the forget gates' bias starts at 1 (default true, as in Keras). */
  unitForgetBias?: boolean;
  /** 'glorotUniform' by default. */
  kernelInitializer?: InitializerIdentifier;
  /** 'orthogonal' by default. */
  recurrentInitializer?: InitializerIdentifier;
  /** 'zeros' by default. */
  biasInitializer?: InitializerIdentifier;
}

/** Arguments of tf.layers.lstm which the kernels cannot honour: any other value than these is refused. */
const fixedArguments = {
  activation: 'tanh',
  useBias: true,
  dropout: 0,
  recurrentDropout: 0,
  stateful: false,
  kernelRegularizer: null,
  recurrentRegularizer: null,
  biasRegularizer: null,
  activityRegularizer: null,
  kernelConstraint: null,
  recurrentConstraint: null,
  biasConstraint: null,
};

/** The weights of one direction, as the layer's variables. */
interface DirectionVariables {
  kernel: LayerVariable;
  recurrentKernel: LayerVariable;
  bias: LayerVariable;
}

/** What our LSTM layer and the bidirectional one share: arguments, weights, and initial states. */
export abstract class RecurrentLayer extends layers.Layer {
  readonly units: number;
  readonly recurrentActivation: 'sigmoid' | 'hardSigmoid';
  readonly returnSequences: boolean;
  readonly returnState: boolean;
  private readonly unitForgetBias: boolean;
  private readonly kernelInitializer: Initializer;
  private readonly recurrentInitializer: Initializer;
  private readonly biasInitializer: Initializer;

  constructor(args: RecurrentArgs) {
    super(args);
    const { units, recurrentActivation = 'hardSigmoid' } = args;
    if (!Number.isInteger(units) || units < 1) {
      throw new Error(`${this.name}: units is ${units}; it must be a positive whole number.`);
    }
    if (recurrentActivation !== 'sigmoid' && recurrentActivation !== 'hardSigmoid') {
      throw new Error(
        `${this.name}: recurrentActivation is '${recurrentActivation}'; it must be 'sigmoid' or 'hardSigmoid'.`,
      );
    }
    this.refuseUnsupported(args);
    this.units = units;
    this.recurrentActivation = recurrentActivation;
    this.returnSequences = args.returnSequences ?? false;
    this.returnState = args.returnState ?? false;
    this.unitForgetBias = args.unitForgetBias ?? true;
    this.kernelInitializer = resolveInitializer(args.kernelInitializer ?? 'glorotUniform');
    this.recurrentInitializer = resolveInitializer(args.recurrentInitializer ?? 'orthogonal');
    this.biasInitializer = resolveInitializer(args.biasInitializer ?? 'zeros');
    this.inputSpec = [new InputSpec({ ndim: 3 })];
  }

  /**
   * @param inputs [batch, time, inputDim], or an array of that and the initial states, each [batch, units].
   * @param kwargs may hold the states as `initialState` instead.
   */
  override apply(inputs: Inputs, kwargs: Kwargs = {}): Tensor | Tensor[] | SymbolicTensor | SymbolicTensor[] {
    const { initialState, ...rest } = kwargs;
    const all = [inputs, initialState ?? []].flat() as Tensor[];
    if (all.length === 1) return super.apply(all[0] as Tensor, rest);
    // tf.js wants as many specs as inputs, but the states are optional.
    const spec = this.inputSpec;
    this.inputSpec = all.map((_, i) => new InputSpec({ ndim: i === 0 ? 3 : 2 }));
    try {
      return super.apply(all, rest);
    } finally {
      this.inputSpec = spec;
    }
  }

  /** Splits what `call` is given into the sequence and the initial states (as many as `count`, or none). */
  protected standardise(
    inputs: Tensor | Tensor[],
    kwargs: Kwargs,
    count: number,
  ): { x: Tensor; states: Tensor[] } {
    if (kwargs.mask != null) throw new Error(`${this.name} does not take a mask.`);
    const [x, ...states] = [inputs, kwargs.initialState ?? []].flat() as Tensor[];
    if (states.length !== 0 && states.length !== count) {
      throw new Error(`${this.name} takes ${count} initial states, but was given ${states.length}.`);
    }
    return { x: x as Tensor, states };
  }

  protected addDirection(
    inputShape: Shape | Shape[],
    prefix: '' | 'forward_' | 'backward_',
  ): DirectionVariables {
    const shape = (Array.isArray(inputShape[0]) ? inputShape[0] : inputShape) as Shape;
    const inputDim = shape[2];
    if (inputDim == null) {
      throw new Error(
        `${this.name}: the last dimension of the input, of the shape [${shape}], must be known.`,
      );
    }
    const { units } = this;
    const add = (name: string, weightShape: number[], values: () => Tensor): LayerVariable =>
      this.addWeight(prefix + name, weightShape, 'float32', new Values(values));
    const kernel = [inputDim, 4 * units];
    const recurrentKernel = [units, 4 * units];
    return {
      kernel: add('kernel', kernel, () => initialTensor(this.kernelInitializer, kernel)),
      recurrentKernel: add('recurrent_kernel', recurrentKernel, () =>
        initialTensor(this.recurrentInitializer, recurrentKernel),
      ),
      bias: add('bias', [4 * units], () => this.initialBias()),
    };
  }

  private initialBias(): Tensor {
    const { units } = this;
    if (!this.unitForgetBias) return initialTensor(this.biasInitializer, [4 * units]);
    return concat([
      initialTensor(this.biasInitializer, [units]),
      ones([units]),
      initialTensor(this.biasInitializer, [2 * units]),
    ]);
  }

  private refuseUnsupported(args: RecurrentArgs): void {
    for (const [name, fixed] of Object.entries(fixedArguments)) {
      const given = (args as unknown as Record<string, unknown>)[name];
      if (given != null && given !== fixed) {
        throw new Error(`${this.name}: ${name} must be ${fixed}, which is what the kernels compute.`);
      }
    }
  }

  override getConfig(): serialization.ConfigDict {
    return {
      ...super.getConfig(),
      units: this.units,
      recurrentActivation: this.recurrentActivation,
      returnSequences: this.returnSequences,
      returnState: this.returnState,
      unitForgetBias: this.unitForgetBias,
      kernelInitializer: serializeInitializer(this.kernelInitializer),
      recurrentInitializer: serializeInitializer(this.recurrentInitializer),
      biasInitializer: serializeInitializer(this.biasInitializer),
    };
  }
}

/** The current values of one direction's weights. */
export function readDirection(variables: DirectionVariables | undefined): LSTMWeights {
  if (!variables) throw new Error('The layer is not built yet: apply it to an input first.');
  return {
    kernel: variables.kernel.read() as Tensor2D,
    recurrentKernel: variables.recurrentKernel.read() as Tensor2D,
    bias: variables.bias.read() as Tensor1D,
  };
}
