/**
 * The recurrent layers of a Keras model, as tf.js and our layers compute them. Keras 3 changed hard_sigmoid to
 * relu6(x + 3) / 6; tf.js and our kernels have Keras 2's clip(0.2·x + 0.5, 0, 1). With x' = 5/6·x the second is the
 * first: 0.2·x' + 0.5 = x/6 + 1/2, and x' is within ±2.5 just where x is within ±3. So everything that the gates' x
 * is computed from is scaled by 5/6, and the results are the same.
 */
import { type CellName, type CellWeights, checkCell, gateCounts, type RecurrentWeights } from '../recurrent';
import { describeShape, WeightsError, type WeightTensor, zeros } from '../tensors';
import { isRecord, type KerasLayer } from './file';

/** Weights of a recurrent layer, and what it computes with them. */
export interface KerasRecurrent extends RecurrentWeights {
  /** Named as in tf.js, such as 'tanh'. */
  activation: string;
  /** Named as in tf.js, such as 'hardSigmoid'. */
  recurrentActivation: string;
  /** How a bidirectional layer joins its directions; null for other layers. */
  mergeMode: string | null;
  /** What was converted, or assumed because the file does not say it, in sentences. */
  notes: string[];
}

/** The part of a cell's config that is read. */
interface CellConfig {
  cell: CellName;
  activation: string;
  recurrentActivation: string;
  resetAfter: boolean | null;
}

/**
 * Reads an LSTM, a GRU, either in Bidirectional, or an RNN over one LSTMCell or GRUCell.
 * @throws WeightsError when the layer is another one, or its weights do not fit it.
 */
export function readKerasRecurrent(layer: KerasLayer): KerasRecurrent {
  const notes: string[] = [];
  const config = layer.config ? cellConfig(layer) : assumedConfig(layer, notes);
  const directions = splitDirections(layer, config.cell);
  const read = directions.map((arrays, i) => readCell(layer, arrays, config, i));
  const resetAfter = config.cell === 'gru' && read[0]?.bias.shape.length === 2;
  const converted = convertHardSigmoid(layer, read, config, notes);
  return {
    cell: config.cell,
    resetAfter,
    directions: converted as RecurrentWeights['directions'],
    activation: config.activation,
    recurrentActivation: config.recurrentActivation,
    mergeMode: layer.className === 'Bidirectional' ? String(layer.config?.merge_mode) : null,
    notes,
  };
}

/** Whether `readKerasRecurrent` reads the layer; for one without a class, whether its arrays look like it. */
export function isKerasRecurrent(layer: KerasLayer): boolean {
  if (layer.className === null) return cellOfShapes(layer.weights) !== null;
  return cellOfClass.has(innermost(layer).className);
}

/** The class that has the activations: within Bidirectional and RNN. */
function innermost({ className, config }: KerasLayer): {
  className: string;
  config: Record<string, unknown>;
} {
  let inner: Record<string, unknown> = { class_name: className, config: config ?? {} };
  for (const [outer, key] of [
    ['Bidirectional', 'layer'],
    ['RNN', 'cell'],
  ] as const) {
    const within = isRecord(inner.config) ? inner.config[key] : undefined;
    if (inner.class_name === outer && isRecord(within)) inner = within;
  }
  return { className: String(inner.class_name), config: isRecord(inner.config) ? inner.config : {} };
}

function cellConfig(layer: KerasLayer): CellConfig {
  const { className, config } = innermost(layer);
  const cell = cellOfClass.get(className);
  if (!cell) {
    throw new WeightsError(`The layer ${layer.name} is a ${className}; those read are LSTM and GRU.`);
  }
  return {
    cell,
    activation: activationName(config.activation ?? 'tanh'),
    // In Keras 2.0 to 2.2 hard_sigmoid was the default, but it was written to the file, too.
    recurrentActivation: activationName(config.recurrent_activation ?? 'sigmoid'),
    resetAfter: typeof config.reset_after === 'boolean' ? config.reset_after : null,
  };
}

const cellOfClass = new Map<string, CellName>([
  ['LSTM', 'lstm'],
  ['LSTMCell', 'lstm'],
  ['GRU', 'gru'],
  ['GRUCell', 'gru'],
]);

/** hard_sigmoid to hardSigmoid. */
function activationName(name: unknown): string {
  const text = typeof name === 'string' ? name : JSON.stringify(name);
  return text.replace(/_(\w)/g, (_all, letter: string) => letter.toUpperCase());
}

function assumedConfig({ name, weights }: KerasLayer, notes: string[]): CellConfig {
  const cell = cellOfShapes(weights);
  if (!cell) {
    const shapes = weights.map(({ shape }) => describeShape(shape)).join(', ');
    throw new WeightsError(
      `The layer ${name} has arrays of the shapes ${shapes}: neither an LSTM's nor a GRU's.`,
    );
  }
  notes.push(
    `The file does not say the activations of ${name}; tanh and sigmoid, which are Keras's defaults, are assumed.`,
  );
  return { cell, activation: 'tanh', recurrentActivation: 'sigmoid', resetAfter: null };
}

/** Which cell has kernel and recurrent kernel of these shapes. */
function cellOfShapes([kernel, recurrentKernel]: WeightTensor[]): CellName | null {
  const [units = 0, columns = 0] = recurrentKernel?.shape ?? [];
  if (kernel?.shape.length !== 2 || kernel.shape[1] !== columns || units === 0) return null;
  return (['lstm', 'gru'] as const).find((cell) => columns === gateCounts[cell] * units) ?? null;
}

/** Two or three arrays a direction: kernel, recurrent kernel and, unless use_bias=False, bias. So there are 2, 3, 4 or 6. */
function splitDirections({ name, weights, className }: KerasLayer, cell: CellName): WeightTensor[][] {
  const each = weights.length % 3 === 0 ? 3 : 2;
  const count = weights.length / each;
  const expected = className === null ? [1, 2] : className === 'Bidirectional' ? [2] : [1];
  if (!expected.includes(count)) {
    throw new WeightsError(
      `The layer ${name}, ${cell === 'lstm' ? 'an LSTM' : 'a GRU'}, has ${weights.length} arrays; expected are kernel, ` +
        `recurrent kernel and bias, for ${expected.join(' or ')} ${expected.includes(2) ? 'directions' : 'direction'}.`,
    );
  }
  return Array.from({ length: count }, (_, i) => weights.slice(i * each, (i + 1) * each));
}

function readCell(
  { name }: KerasLayer,
  [kernel, recurrentKernel, bias]: WeightTensor[],
  { cell, resetAfter }: CellConfig,
  direction: number,
): CellWeights {
  const columns = recurrentKernel?.shape[1] ?? 0;
  // Keras's default where there is neither a bias nor a config to tell.
  const hasTwoBiases = cell === 'gru' && (bias ? bias.shape.length === 2 : (resetAfter ?? true));
  const weights = {
    kernel: kernel as WeightTensor,
    recurrentKernel: recurrentKernel as WeightTensor,
    bias: bias ?? zeros(hasTwoBiases ? [2, columns] : [columns]),
  };
  const where = `${name}, direction ${direction + 1}`;
  checkCell(weights, cell, hasTwoBiases, {
    kernel: `The kernel of ${where},`,
    recurrentKernel: `The recurrent kernel of ${where},`,
    bias: `The bias of ${where},`,
  });
  return weights;
}

/** 0.2·x' + 0.5 is x/6 + 1/2. */
const HARD_SIGMOID_SCALE = 5 / 6;

/** Blocks of the recurrent activation, and of the activation. */
const gatesOf: Record<CellName, { recurrent: number[]; candidate: number[] }> = {
  lstm: { recurrent: [0, 1, 3], candidate: [2] },
  gru: { recurrent: [0, 1], candidate: [2] },
};

function convertHardSigmoid(
  { name, kerasVersion }: KerasLayer,
  directions: CellWeights[],
  { cell, activation, recurrentActivation }: CellConfig,
  notes: string[],
): CellWeights[] {
  if (![activation, recurrentActivation].includes('hardSigmoid')) return directions;
  if (kerasVersion === null) {
    notes.push(
      `The file does not say of which Keras it is; hard_sigmoid of ${name} is taken as that of Keras 2.`,
    );
    return directions;
  }
  // tf.js writes 'tfjs-layers 4.22.0' there, and is of Keras 2's time.
  if (!(Number.parseInt(kerasVersion, 10) >= 3)) return directions;
  if (cell === 'lstm' && activation === 'hardSigmoid') {
    throw new WeightsError(
      `The layer ${name} has activation="hard_sigmoid" of Keras ${kerasVersion}, which is another function than in ` +
        'tf.js, and acts on the state of an LSTM, too: its weights cannot be converted.',
    );
  }
  const scaled = [
    ...(recurrentActivation === 'hardSigmoid' ? gatesOf[cell].recurrent : []),
    ...(activation === 'hardSigmoid' ? gatesOf[cell].candidate : []),
  ];
  notes.push(
    `hard_sigmoid of ${name} is that of Keras ${kerasVersion}, x/6 + 1/2; tf.js has 0.2·x + 0.5. The weights of its gates ` +
      'were multiplied by 5/6, with which the results are the same.',
  );
  const scale = (tensor: WeightTensor) => scaleGates(tensor, scaled, gateCounts[cell]);
  return directions.map(({ kernel, recurrentKernel, bias }) => ({
    kernel: scale(kernel),
    recurrentKernel: scale(recurrentKernel),
    bias: scale(bias),
  }));
}

function scaleGates({ shape, data }: WeightTensor, gates: number[], count: number): WeightTensor {
  const columns = shape.at(-1) as number;
  const units = columns / count;
  const isScaled = (i: number) => gates.includes(Math.floor((i % columns) / units));
  return { shape, data: data.map((value, i) => (isScaled(i) ? value * HARD_SIGMOID_SCALE : value)) };
}
