/** What a walk needs to know about a recurrent cell, and how it calls the ops. */
import { dropout, onesLike, slice, stack, type Tensor, unstack } from '@tensorflow/tfjs-core';
import type { LayerVariable, layers } from '@tensorflow/tfjs-layers';
import { type Activation, bidirectionalGru, bidirectionalLstm, gru, lstm } from '../kernels';

/** A cell of tf.js. Ours are built from one, too: it reads the arguments and supplies their defaults. */
export type StockCell = ReturnType<typeof layers.lstmCell> | ReturnType<typeof layers.gruCell>;

export interface CellVariables {
  kernel: LayerVariable;
  recurrentKernel: LayerVariable;
  /** Null with `useBias: false`. */
  bias: LayerVariable | null;
}

/** How a walk goes. */
export interface WalkOptions {
  /** h and c of an LSTM, h of a GRU, each [batch, units]; zeros if absent. */
  states?: Tensor[] | undefined;
  /** [batch] int32: the number of steps of each row. */
  lengths?: Tensor | undefined;
  goBackwards?: boolean;
  /** false: nobody wants the gradient of x. */
  inputGradient?: boolean | undefined;
}

/** Outputs in the order of time, [batch, time, units] or of both directions [batch, time, 2·units], and final states. */
export interface Walked {
  outputs: Tensor;
  /** The cell's states for each direction, [batch, units]: a function, since taking them apart costs dispatches. */
  finalStates: () => Tensor[][];
}

const activations: readonly string[] = ['tanh', 'sigmoid', 'hardSigmoid', 'linear', 'relu'];

/** Why the kernels cannot compute this cell; undefined where they can. */
export function whyNotFused(cell: StockCell): string | undefined {
  if (cell.recurrentDropout > 0) {
    return `recurrentDropout is ${cell.recurrentDropout}: the kernels have no dropout between steps`;
  }
  for (const name of ['activation', 'recurrentActivation'] as const) {
    const activation = cell[name].getClassName();
    if (!activations.includes(activation)) {
      return `${name} is '${activation}': the kernels have ${activations.join(', ')}`;
    }
  }
  return undefined;
}

/** A cell that runs as a fused op. */
export class FusedCell {
  readonly kind: 'lstm' | 'gru';
  readonly units: number;
  readonly dropout: number;
  private readonly options: { activation: Activation; recurrentActivation: Activation };

  /**
   * @param stock which says what is computed
   * @param variables of the weights; read at each call, since a layer makes them when it is built
   * @param resetAfter of a GRU; stock ones have only the form without
   * @param draw the dropout of a tensor of ones; tf.js's own if absent
   * @throws Error when the kernels cannot compute the cell
   */
  constructor(
    stock: StockCell,
    private readonly variables: () => CellVariables,
    private readonly resetAfter = false,
    private readonly draw: (ones: Tensor, rate: number) => Tensor = drawOf(stock),
  ) {
    const reason = whyNotFused(stock);
    if (reason) throw new Error(`${stock.name}: ${reason}.`);
    this.kind = isLstm(stock) ? 'lstm' : 'gru';
    this.units = stock.units;
    this.dropout = stock.dropout;
    this.options = {
      activation: stock.activation.getClassName() as Activation,
      recurrentActivation: stock.recurrentActivation.getClassName() as Activation,
    };
  }

  /** h and c of an LSTM, h of a GRU. */
  get stateCount(): number {
    return this.kind === 'lstm' ? 2 : 1;
  }

  /** Input dropout: the same features are dropped in every step of a row, [batch, 1, inputDim] of ones or 1/(1 − rate). */
  inputMask(x: Tensor): Tensor {
    const [batch, , inputDim] = x.shape as [number, number, number];
    return this.draw(onesLike(slice(x, [0, 0, 0], [batch, 1, inputDim])), this.dropout);
  }

  /** Walks one direction. */
  walk(x: Tensor, options: WalkOptions): Walked {
    const { states, inputGradient = true, ...others } = options;
    const rest = { ...others, inputGradient };
    if (this.kind === 'lstm') {
      const [h, c] = states ?? [];
      const initialState = h && c && { h, c };
      const result = lstm(x, this.weights(), {
        ...rest,
        ...this.options,
        ...(initialState && { initialState }),
      });
      return { outputs: result.outputs, finalStates: () => [[result.finalH, result.finalC]] };
    }
    const [initialState] = states ?? [];
    const result = gru(x, this.weights(), {
      ...rest,
      ...this.options,
      resetAfter: this.resetAfter,
      ...(initialState && { initialState }),
    });
    return { outputs: result.outputs, finalStates: () => [[result.finalH]] };
  }

  /** Walks this cell forward and `backward`, a cell with the same settings, backward, in one op. */
  walkBoth(
    backward: FusedCell,
    x: Tensor,
    {
      states,
      lengths,
      inputGradient = true,
    }: Pick<WalkOptions, 'lengths' | 'inputGradient'> & { states?: [Tensor[], Tensor[]] | undefined },
  ): Walked {
    const weights = { forward: this.weights(), backward: backward.weights() };
    const [h, c] = states ? states[0].map((state, i) => stack([state, states[1][i]!])) : [];
    const options = { ...this.options, inputGradient, ...(lengths && { lengths }) };
    if (this.kind === 'lstm') {
      const initialState = h && c && { h, c };
      const result = bidirectionalLstm(x, weights, { ...options, ...(initialState && { initialState }) });
      return {
        outputs: result.outputs,
        finalStates: () => {
          const cells = unstack(result.finalC);
          return unstack(result.finalH).map((hidden, direction) => [hidden, cells[direction]!]);
        },
      };
    }
    const result = bidirectionalGru(x, weights, {
      ...options,
      resetAfter: this.resetAfter,
      ...(h && { initialState: h }),
    });
    return { outputs: result.outputs, finalStates: () => unstack(result.finalH).map((hidden) => [hidden]) };
  }

  private weights() {
    const { kernel, recurrentKernel, bias } = this.variables();
    return {
      kernel: kernel.read(),
      recurrentKernel: recurrentKernel.read(),
      ...(bias && { bias: bias.read() }),
    };
  }
}

export function isLstm(cell: StockCell): boolean {
  return cell.getClassName() === 'LSTMCell';
}

function drawOf(stock: StockCell): (ones: Tensor, rate: number) => Tensor {
  const given = stock.dropoutFunc as ((x: Tensor, rate: number) => Tensor) | undefined;
  return given ?? ((ones, rate) => dropout(ones, rate));
}
