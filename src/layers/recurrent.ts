import { keep, type serialization, type Tensor, tidy } from '@tensorflow/tfjs-core';
import { InputSpec, layers, type SymbolicTensor } from '@tensorflow/tfjs-layers';
import { type MergeMode, merge, mergeSequences } from './merge';
import { type Stack, statesOf, walk } from './walk';

export type LayerArgs = NonNullable<ConstructorParameters<typeof layers.Layer>[0]>;
export type Kwargs = Parameters<layers.Layer['call']>[1];
export type Shape = (number | null)[];
type Inputs = Tensor | Tensor[] | SymbolicTensor | SymbolicTensor[];

/** What a layer does with a walk's outputs and states; named as in tf.layers. */
export interface SequenceArgs {
  /** Whether the output is that of every step, [batch, time, …], or the last one's, [batch, …] (default). */
  returnSequences?: boolean;
  /** Whether the final states follow the output: h and c, or h, of each direction. */
  returnState?: boolean;
  /** Whether the steps are walked from the last to the first; the outputs are then in the order of the walk. */
  goBackwards?: boolean;
  /** Whether a call starts from the states in which the last one ended, until `resetStates`. */
  stateful?: boolean;
}

/** A layer that walks cells over a sequence by fused ops. Everything except making the weights is here. */
export class RecurrentLayer extends layers.Layer {
  readonly returnSequences: boolean;
  readonly returnState: boolean;
  readonly goBackwards: boolean;
  private kept: Tensor[] | null = null;

  /**
   * @param directions one, or forward and backward
   * @param mergeMode how the outputs of two directions are merged
   */
  constructor(
    args: LayerArgs & SequenceArgs,
    protected readonly directions: readonly Stack[],
    readonly mergeMode: MergeMode | null = null,
  ) {
    super(args);
    this.returnSequences = args.returnSequences ?? false;
    this.returnState = args.returnState ?? false;
    this.goBackwards = args.goBackwards ?? false;
    this._stateful = args.stateful ?? false;
    this.supportsMasking = true;
    this.inputSpec = [new InputSpec({ ndim: 3 })];
  }

  private get stateSizes(): number[] {
    return this.directions.flatMap(statesOf);
  }

  /**
   * @param inputs [batch, time, inputDim], or an array of that and the initial states, each [batch, units]: h and c of an
   *   LSTM, h of a GRU; of a stack those of the last cell first; of two directions the forward ones first.
   * @param kwargs may hold the states as `initialState` instead, and `lengths`, [batch] int32: how many steps of each row
   *   are valid, at least one, in place of a mask; outputs behind them are 0;
   *   and `inputGradient: false` where nobody wants the gradient of `inputs`.
   */
  override apply(inputs: Inputs, kwargs: Kwargs = {}): Tensor | Tensor[] | SymbolicTensor | SymbolicTensor[] {
    const { initialState, ...rest } = kwargs;
    const all = [inputs, initialState ?? []].flat() as Tensor[];
    if (all.length === 1) return super.apply(all[0] as Tensor, rest);
    // tf.js requires as many specs as inputs, but the states are optional.
    const spec = this.inputSpec;
    this.inputSpec = all.map((_, i) => new InputSpec({ ndim: i === 0 ? 3 : 2 }));
    try {
      return super.apply(all, rest);
    } finally {
      this.inputSpec = spec;
    }
  }

  override call(inputs: Tensor | Tensor[], kwargs: Kwargs): Tensor | Tensor[] {
    return tidy(() => {
      this.invokeCallHook(inputs, kwargs);
      const [x, ...given] = [inputs, kwargs.initialState ?? []].flat() as Tensor[];
      const mask = [kwargs.mask].flat()[0] as Tensor | null | undefined;
      const { outputs, finalStates } = walk(this.directions, x as Tensor, {
        states: this.initialStates(x as Tensor, given),
        mask: mask ?? undefined,
        lengths: kwargs.lengths as Tensor | undefined,
        goBackwards: this.goBackwards,
        training: kwargs.training === true,
        inputGradient: kwargs.inputGradient !== false,
      });
      const unused = this.returnSequences && !this.returnState && !this.stateful;
      const states = unused ? [] : finalStates();
      if (this.stateful) this.keepStates(states.flat());
      const all = [...this.merged(outputs, states), ...(this.returnState ? states.flat() : [])];
      return all.length === 1 ? all[0]! : all;
    });
  }

  private merged(outputs: Tensor, states: Tensor[][]): Tensor[] {
    const isOne = this.directions.length === 1;
    if (this.returnSequences) return isOne ? [outputs] : mergeSequences(outputs, this.mergeMode);
    const last = states.map(([h]) => h as Tensor);
    return isOne ? last : merge(last as [Tensor, Tensor], this.mergeMode);
  }

  private initialStates(x: Tensor, given: Tensor[]): Tensor[][] | undefined {
    const sizes = this.stateSizes;
    if (given.length !== 0 && given.length !== sizes.length) {
      throw new Error(`${this.name} takes ${sizes.length} initial states, but was given ${given.length}.`);
    }
    const kept = this.stateful ? this.kept : null;
    const states = given.length > 0 ? given : kept;
    if (!states) return undefined;
    if (states === kept && kept[0]?.shape[0] !== x.shape[0]) {
      throw new Error(
        `${this.name} keeps the states of ${kept[0]?.shape[0]} rows, but was given a batch of ${x.shape[0]}. ` +
          'Call resetStates() before a batch of another size.',
      );
    }
    const each = sizes.length / this.directions.length;
    return this.directions.map((_, i) => states.slice(i * each, (i + 1) * each));
  }

  private keepStates(states: Tensor[] | null): void {
    const old = this.kept;
    this.kept = states === null ? null : states.map((state) => keep(state.clone()));
    for (const state of old ?? []) state.dispose();
  }

  /** The states from which the next call of a stateful layer starts; nulls stand for zeros. */
  get states(): (Tensor | null)[] {
    return this.kept ?? this.stateSizes.map(() => null);
  }

  /**
   * Lets a stateful layer start from zeros again, or from `states`, which it copies.
   * @throws Error when the layer is not stateful or the states are not those of its cells
   */
  override resetStates(states?: Tensor | Tensor[]): void {
    super.resetStates();
    const given = states === undefined ? null : [states].flat();
    if (given) {
      const sizes = this.stateSizes;
      const shapes = given.map(({ shape }) => `[${shape}]`).join(', ');
      const fits = given.length === sizes.length && given.every(({ shape }, i) => shape[1] === sizes[i]);
      if (!fits) {
        const expected = sizes.map((size) => `[batch, ${size}]`).join(', ');
        throw new Error(
          `${this.name}: resetStates got states of the shapes ${shapes}, expected ${expected}.`,
        );
      }
    }
    this.keepStates(given);
  }

  override computeOutputShape(inputShape: Shape | Shape[]): Shape | Shape[] {
    const [batch = null, time = null] = sequenceShape(inputShape);
    const features = this.directions[0]!.at(-1)!.units * (this.mergeMode === 'concat' ? 2 : 1);
    const output = this.returnSequences ? [batch, time, features] : [batch, features];
    const outputs = Array.from({ length: this.outputCount }, () => [...output]);
    if (this.returnState) outputs.push(...this.stateSizes.map((size) => [batch, size]));
    return outputs.length === 1 ? outputs[0]! : outputs;
  }

  override computeMask(_inputs: Tensor | Tensor[], mask?: Tensor | Tensor[]): Tensor | Tensor[] {
    const first = (Array.isArray(mask) ? mask[0] : mask) ?? null;
    const masks = Array<Tensor | null>(this.outputCount).fill(this.returnSequences ? first : null);
    if (this.returnState) masks.push(...this.stateSizes.map(() => null));
    // tf.js's own layers return nulls as well, though its types do not say so.
    return (masks.length === 1 ? masks[0] : masks) as Tensor | Tensor[];
  }

  /** The shapes without those of the states. */
  private get outputCount(): number {
    return this.directions.length === 2 && this.mergeMode === null ? 2 : 1;
  }

  override getConfig(): serialization.ConfigDict {
    return {
      ...super.getConfig(),
      returnSequences: this.returnSequences,
      returnState: this.returnState,
      goBackwards: this.goBackwards,
      stateful: this.stateful,
    };
  }

  protected override disposeWeights(): number {
    this.keepStates(null);
    return super.disposeWeights();
  }
}

/** The shape of the sequence, which is the first input where there are several. */
export function sequenceShape(inputShape: Shape | Shape[]): Shape {
  return (Array.isArray(inputShape[0]) ? inputShape[0] : inputShape) as Shape;
}

/** @throws Error when the last dimension of the sequence is not known */
export function inputDimOf(layer: string, inputShape: Shape | Shape[]): number {
  const shape = sequenceShape(inputShape);
  const inputDim = shape[2];
  if (inputDim == null) {
    throw new Error(`${layer}: the last dimension of the input, of the shape [${shape}], must be known.`);
  }
  return inputDim;
}
