import {
  mul,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  type Tensor3D,
  tensor,
  tidy,
} from '@tensorflow/tfjs-core';
import {
  input,
  type LayersModel,
  type LayerVariable,
  layers,
  model as layersModel,
} from '@tensorflow/tfjs-layers';
import { dense } from '../../kernels/dense/op';
import { AttentionPooling } from '../../layers/attention';
import { Bidirectional } from '../../layers/bidirectional';
import { glorotUniform, orthogonalMatrix, uniform } from '../../layers/initial-values';
import type { Kwargs } from '../../layers/recurrent';
import { RandomStream } from '../../random';
import {
  type ClassifierSizes,
  logitCount,
  type WeightName,
  type WeightValues,
  weightShapes,
} from './classifier-sizes';

export {
  type ClassifierSizes,
  logitCount,
  parameterCount,
  type WeightName,
  type WeightShapes,
  type WeightValues,
  weightShapes,
} from './classifier-sizes';

/**
 * 'torch': the defaults of torch's nn.LSTM and nn.Linear, uniform within ±1/√units and ±1/√inputs.
 * 'keras': Glorot-uniform kernels, orthogonal recurrent kernels, forget bias 1.
 * 'wide': like torch, but the LSTM's kernels are uniform within ±8/√channels. Torch scales them by the units, so that
 * a single channel reaches the gates as a few tenths of its value and training waits a thousand steps on a plateau
 * until the kernels have grown.
 */
export type Initialisation = 'torch' | 'keras' | 'wide';

/**
 * The weights a seed starts with, the same on every backend (stream 'weights' of the seed).
 *
 * 'torch': what torch's modules do by default. nn.LSTM draws everything uniformly within ±1/√units, and its two
 * biases, which act as their sum, are drawn one after the other and added here; nn.Linear draws weight and bias
 * uniformly within ±1/√inputs.
 * 'keras': kernels and query Glorot-uniform, recurrent kernels orthogonal, biases 0 but 1 at the forget gates.
 * 'wide': like torch, but the LSTM's kernels uniform within ±8/√channels.
 */
export function initialWeights(
  sizes: ClassifierSizes,
  initialisation: Initialisation,
  seed: number,
): WeightValues {
  const random = new RandomStream(seed, 'weights');
  const draw = draws[initialisation];
  const values: WeightValues = new Map();
  for (const [name, shape] of weightShapes(sizes)) values.set(name, draw(name, shape, sizes, random));
  return values;
}

type Draw = (name: WeightName, shape: number[], sizes: ClassifierSizes, random: RandomStream) => Float32Array;

const drawAsTorch: Draw = (name, shape, sizes, random) => {
  const count = shape.reduce((product, size) => product * size, 1);
  const features = 2 * sizes.units;
  if (name.startsWith('bidirectional/')) {
    const bound = 1 / Math.sqrt(sizes.units);
    const drawn = uniform(count, bound, random);
    if (!name.endsWith('_bias')) return drawn;
    const second = uniform(count, bound, random);
    return drawn.map((value, i) => value + (second[i] as number));
  }
  const inputs = name === 'attention/query' ? count : features;
  return uniform(count, 1 / Math.sqrt(inputs), random);
};

const drawAsKeras: Draw = (name, shape, sizes, random) => {
  const [rows = 1, columns = 1] = shape;
  if (name.endsWith('recurrent_kernel')) return orthogonalMatrix(rows, columns, random);
  if (name.endsWith('kernel') || name === 'attention/query') return glorotUniform(rows, columns, random);
  const { units } = sizes;
  const isForgetGate = (i: number) => name.startsWith('bidirectional/') && i >= units && i < 2 * units;
  return Float32Array.from({ length: rows }, (_, i) => (isForgetGate(i) ? 1 : 0));
};

const drawWide: Draw = (name, shape, sizes, random) => {
  const [channels = 1, columns = 1] = shape;
  const isInputKernel =
    name.startsWith('bidirectional/') && name.endsWith('kernel') && !name.endsWith('recurrent_kernel');
  if (isInputKernel) return uniform(channels * columns, 8 / Math.sqrt(channels), random);
  return drawAsTorch(name, shape, sizes, random);
};

const draws: Record<Initialisation, Draw> = { torch: drawAsTorch, keras: drawAsKeras, wide: drawWide };

export interface Explanation {
  /** `[batch, time, features]`: the BiLSTM's outputs. */
  hidden: Tensor3D;
  /** [batch, features] */
  context: Tensor2D;
  logits: Tensor2D;
  probability: Tensor2D;
  /** [batch, time] */
  attention: Tensor2D;
}

/**
 * The classifier, input [batch, time, channels] → BiLSTM → attention pooling → dense. It is one tf.LayersModel with the
 * outputs [probability, attention]: probability [batch, 1] of class 1, or [batch, classes]; attention [batch, time].
 */
export class Classifier {
  private readonly atDisposal: (() => void)[] = [];
  private named: ReadonlyMap<WeightName, LayerVariable> | null = null;

  private constructor(
    readonly model: LayersModel,
    readonly sizes: ClassifierSizes,
  ) {}

  /** A classifier with the weights that the seed gives. */
  static create(sizes: ClassifierSizes, initialisation: Initialisation, seed: number): Classifier {
    const classifier = new Classifier(buildModel(sizes), sizes);
    classifier.setWeights(initialWeights(sizes, initialisation, seed));
    return classifier;
  }

  /** Wraps a model that was built here, saved and loaded again. @throws Error when it is any other model. */
  static wrap(model: LayersModel): Classifier {
    return new Classifier(model, readSizes(model));
  }

  /** The trainable variables by name, in the model's order, which is the optimizer's too. */
  get variables(): ReadonlyMap<WeightName, LayerVariable> {
    this.named ??= this.findVariables();
    return this.named;
  }

  private findVariables(): Map<WeightName, LayerVariable> {
    const names = [...weightShapes(this.sizes).keys()];
    const variables = new Map(
      this.model.trainableWeights.map((variable) => [variable.originalName, variable]),
    );
    return new Map(
      names.map((name) => {
        const variable = variables.get(name);
        if (!variable)
          throw new Error(`The model has no weight '${name}'; it has ${[...variables.keys()].join(', ')}.`);
        return [name, variable];
      }),
    );
  }

  /**
   * Logits [batch, 1] or [batch, classes] of series x [batch, time, channels], to train on.
   * @param lengths see `explain`. @param dropped `[batch, features]`: what the pooled features are multiplied with.
   */
  logits(x: Tensor3D, { lengths, dropped }: { lengths?: Tensor1D; dropped?: Tensor2D } = {}): Tensor2D {
    return tidy(() => {
      const { context } = this.pool(x, lengths, true);
      return this.dense(dropped ? mul(context, dropped) : context);
    });
  }

  /** Logits, probabilities and attention of series x [batch, time, channels]; see `explain`. */
  predict(x: Tensor3D, lengths?: Tensor1D): { logits: Tensor2D; probability: Tensor2D; attention: Tensor2D } {
    return tidy(() => {
      const { logits, probability, attention } = this.explain(x, lengths);
      return { logits, probability, attention };
    });
  }

  /**
   * What is computed of series x [batch, time, channels].
   * @param lengths `[batch]` int32: valid steps of each series, at least one; absent: all are. The attention of steps
   *   behind them is 0.
   */
  explain(x: Tensor3D, lengths?: Tensor1D): Explanation {
    return tidy(() => {
      const { hidden, context, attention } = this.pool(x, lengths, false);
      const logits = this.dense(context);
      return {
        hidden,
        context,
        attention,
        logits,
        probability: this.layer('probability', logits) as Tensor2D,
      };
    });
  }

  private pool(x: Tensor3D, lengths: Tensor1D | undefined, training: boolean) {
    const valid = lengths ? { lengths } : {};
    const hidden = this.layer('bidirectional', x, { training, inputGradient: false, ...valid }) as Tensor3D;
    const [context, attention] = this.layer('attention', hidden, valid) as [Tensor2D, Tensor2D];
    return { hidden, context, attention };
  }

  private dense(context: Tensor2D): Tensor2D {
    const [kernel, bias] = this.model.getLayer('logits').weights.map((weight) => weight.read());
    return dense(context, kernel as Tensor2D, bias as Tensor1D);
  }

  private layer(name: string, input: Tensor, kwargs: Kwargs = {}): Tensor | Tensor[] {
    return this.model.getLayer(name).apply(input, kwargs) as Tensor | Tensor[];
  }

  /** Overwrites all weights. @throws Error when one is missing or has another size. */
  setWeights(values: WeightValues): void {
    for (const [name, variable] of this.variables) {
      const given = values.get(name);
      const shape = variable.shape as number[];
      if (!given) throw new Error(`There is no value for the weight '${name}'.`);
      tidy(() => void variable.write(tensor(given, shape)));
    }
  }

  /** Copies of all weights on the device, in the order of `variables`. The caller disposes of them. */
  copyWeights(): Tensor[] {
    return [...this.variables.values()].map((variable) => variable.read().clone());
  }

  /** Overwrites all weights with these, which are in the order of `variables` and remain the caller's. */
  assignWeights(weights: readonly Tensor[]): void {
    [...this.variables.values()].forEach((variable, i) => {
      variable.write(weights[i]!);
    });
  }

  /** Reads all weights from the device. */
  async getWeights(): Promise<WeightValues> {
    const values: WeightValues = new Map();
    for (const [name, variable] of this.variables) {
      values.set(name, (await variable.read().data()) as Float32Array);
    }
    return values;
  }

  /** Lets what depends on the classifier be freed with it. */
  whenDisposed(free: () => void): void {
    this.atDisposal.push(free);
  }

  dispose(): void {
    for (const free of this.atDisposal) free();
    this.model.dispose();
  }
}

function buildModel(sizes: ClassifierSizes): LayersModel {
  const series = input({ shape: [null, sizes.channels], name: 'series' });
  const outputs = new Bidirectional({
    name: 'bidirectional',
    units: sizes.units,
    returnSequences: true,
    recurrentActivation: 'sigmoid',
  }).apply(series);
  const [context, attention] = new AttentionPooling({
    name: 'attention',
    score: sizes.score,
    ...(sizes.score === 'additive' && { units: sizes.attentionUnits }),
    returnWeights: true,
  }).apply(outputs) as [Symbolic, Symbolic];
  const logits = layers
    .dense({ name: 'logits', units: logitCount(sizes.classes) })
    .apply(context) as Symbolic;
  const activation = sizes.classes === 2 ? 'sigmoid' : 'softmax';
  const probability = layers.activation({ name: 'probability', activation }).apply(logits) as Symbolic;
  return layersModel({ name: 'classifier', inputs: series, outputs: [probability, attention] });
}

type Symbolic = ReturnType<typeof input>;

function readSizes(model: LayersModel): ClassifierSizes {
  const recurrent = model.layers.find((layer) => layer instanceof Bidirectional);
  const attention = model.layers.find((layer) => layer instanceof AttentionPooling);
  const logits = model.layers.find((layer) => layer.name === 'logits');
  const channels = model.inputs[0]?.shape[2];
  const columns = logits && (logits.output as Symbolic).shape[1];
  if (!recurrent || !attention || !channels || !columns) {
    const found = model.layers.map((layer) => layer.getClassName()).join(', ');
    throw new Error(`This is not a Gatewave classifier: its layers are ${found}.`);
  }
  return {
    channels,
    units: recurrent.units,
    score: attention.score,
    attentionUnits: attention.units ?? 0,
    classes: columns === 1 ? 2 : columns,
  };
}
