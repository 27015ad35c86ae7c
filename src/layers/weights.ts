/** Arguments and weights of our recurrent layers. tf.js's own cells read the arguments and know what they mean. */
import { concat, dropout, ones, type serialization, type Tensor } from '@tensorflow/tfjs-core';
import { type LayerVariable, layers } from '@tensorflow/tfjs-layers';
import { type CellVariables, FusedCell, isLstm, type StockCell } from './cell';
import { type Initializer, type InitializerIdentifier, initialTensor, Values } from './initializers';
import type { LayerArgs, SequenceArgs } from './recurrent';

type StockArgs = Parameters<typeof layers.lstm>[0];

/** Named as in tf.layers.lstm and tf.layers.gru. */
export interface RecurrentArgs extends LayerArgs, SequenceArgs {
  /** Size of the state, of each direction. */
  units: number;
  /** Activation of the candidate and, in an LSTM, of the cell state on its way out: 'tanh' by default. */
  activation?: ActivationName;
  /** Activation of the gates; 'hardSigmoid' by default, as in tf.js. Keras uses 'sigmoid'. */
  recurrentActivation?: ActivationName;
  /** Whether there is a bias (default). */
  useBias?: boolean;
  /** The rate at which features of the input are dropped in training, 0 by default. */
  dropout?: number;
  /** Makes the dropout the same in each run. */
  seed?: number;
  /** 'glorotUniform' by default. */
  kernelInitializer?: InitializerIdentifier;
  /** 'orthogonal' by default. */
  recurrentInitializer?: InitializerIdentifier;
  /** 'zeros' by default. */
  biasInitializer?: InitializerIdentifier;
  kernelRegularizer?: StockArgs['kernelRegularizer'];
  recurrentRegularizer?: StockArgs['recurrentRegularizer'];
  biasRegularizer?: StockArgs['biasRegularizer'];
  kernelConstraint?: StockArgs['kernelConstraint'];
  recurrentConstraint?: StockArgs['recurrentConstraint'];
  biasConstraint?: StockArgs['biasConstraint'];
}

type ActivationName = 'tanh' | 'sigmoid' | 'hardSigmoid' | 'linear' | 'relu';

export interface LSTMCellArgs extends RecurrentArgs {
  /** Whether the forget gates' bias starts at 1 (default, as in Keras). */
  unitForgetBias?: boolean;
}

export interface GRUCellArgs extends RecurrentArgs {
  /**
   * Whether the reset gate multiplies h after its product with the recurrent kernel (default, as in Keras and torch),
   * or before, which is the only form that tf.layers.gru has. With it the bias is [2, 3·units].
   */
  resetAfter?: boolean;
}

/** How a layer makes a variable: `Layer.addWeight`. */
export type AddWeight = (
  name: string,
  shape: number[],
  dtype: 'float32',
  initializer: Initializer,
  regularizer: StockCell['kernelRegularizer'],
  trainable: boolean,
  constraint: StockCell['kernelConstraint'],
) => LayerVariable;

/** The cell of one direction of a layer of ours: what it computes, and its weights. */
export class CellWeights {
  readonly cell: FusedCell;
  private variables?: CellVariables;

  constructor(
    private readonly stock: StockCell,
    private readonly resetAfter: boolean,
    seed: number | undefined,
  ) {
    const variables = (): CellVariables => {
      if (!this.variables) throw new Error('The layer is not built yet: apply it to an input first.');
      return this.variables;
    };
    let draws = 0;
    const draw = (x: Tensor, rate: number): Tensor =>
      dropout(x, rate, undefined, seed === undefined ? undefined : `${seed}, ${draws++}`);
    this.cell = new FusedCell(stock, variables, resetAfter, draw);
  }

  static lstm(args: LSTMCellArgs): CellWeights {
    refuseUnsupported(args);
    return new CellWeights(layers.lstmCell({ unitForgetBias: true, ...cellArgs(args) }), false, args.seed);
  }

  static gru(args: GRUCellArgs): CellWeights {
    refuseUnsupported(args);
    const { resetAfter = true, ...rest } = args;
    return new CellWeights(layers.gruCell(cellArgs(rest)), resetAfter, args.seed);
  }

  /** Makes the weights. @param prefix of their names */
  build(addWeight: AddWeight, inputDim: number, prefix: string): void {
    const { stock } = this;
    const gates = isLstm(stock) ? 4 : 3;
    const columns = gates * stock.units;
    const add = (
      name: 'kernel' | 'recurrent_kernel' | 'bias',
      part: 'kernel' | 'recurrent' | 'bias',
      shape: number[],
      values: () => Tensor,
    ): LayerVariable =>
      addWeight(
        prefix + name,
        shape,
        'float32',
        new Values(values),
        stock[`${part}Regularizer`],
        true,
        stock[`${part}Constraint`],
      );
    const kernel = [inputDim, columns];
    const recurrentKernel = [stock.units, columns];
    const bias = this.resetAfter ? [2, columns] : [columns];
    this.variables = {
      kernel: add('kernel', 'kernel', kernel, () => initialTensor(stock.kernelInitializer, kernel)),
      recurrentKernel: add('recurrent_kernel', 'recurrent', recurrentKernel, () =>
        initialTensor(stock.recurrentInitializer, recurrentKernel),
      ),
      bias: stock.useBias ? add('bias', 'bias', bias, () => this.initialBias(bias)) : null,
    };
  }

  private initialBias(shape: number[]): Tensor {
    const { stock } = this;
    const { units, biasInitializer } = stock;
    if (!('unitForgetBias' in stock && stock.unitForgetBias)) return initialTensor(biasInitializer, shape);
    return concat([
      initialTensor(biasInitializer, [units]),
      ones([units]),
      initialTensor(biasInitializer, [2 * units]),
    ]);
  }

  /** The cell's part of the layer's configuration. */
  getConfig(): serialization.ConfigDict {
    // Names belong to the layer; the rest chooses between ways to compute that do not apply here.
    const { name, trainable, recurrentDropout, implementation, resetAfter, ...config } =
      this.stock.getConfig();
    return config;
  }
}

function cellArgs({ kernelInitializer, ...args }: RecurrentArgs): StockArgs {
  // Otherwise the cell would read arguments that are meant for the layer only.
  const { inputShape, batchInputShape, batchSize, dtype, weights, trainable, ...rest } = args;
  return { ...rest, kernelInitializer: kernelInitializer ?? 'glorotUniform' } as StockArgs;
}

/** Arguments of tf.layers which the kernels cannot honour, or tf.js itself does not. */
function refuseUnsupported(args: object): void {
  for (const name of ['recurrentDropout', 'activityRegularizer'] as const) {
    const given = (args as Record<string, unknown>)[name];
    if (given != null && given !== 0) {
      throw new Error(`${name} is not computed by the fused layers; leave it out, or use tf.layers.`);
    }
  }
}
