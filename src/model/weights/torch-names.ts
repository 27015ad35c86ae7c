/**
 * A classifier's weights under the names they have in torch:
 *
 *     self.lstm = nn.LSTM(channels, units, batch_first=True, bidirectional=True)
 *     self.attention = nn.Sequential(nn.Linear(2 * units, attention_units), nn.Tanh(), nn.Linear(attention_units, 1))
 *     self.classifier = nn.Sequential(nn.Linear(2 * units, 1), nn.Sigmoid())
 *
 * torch's weights are [outputs, inputs], ours the transpose; the gate order (i, f, g, o) is ours. Its LSTM has two biases,
 * which act as their sum. The bias of attention.2 shifts all scores alike, which the softmax takes out again: it has no effect and we
 * have none. The 'dot' score has no module in torch; its query is stored as `attention.query`.
 */
import {
  type ClassifierSizes,
  logitCount,
  type WeightName,
  type WeightValues,
  weightShapes,
} from '../network/classifier';

export interface TorchTensor {
  shape: number[];
  /** Row-major. */
  data: Float32Array;
}

export type TorchState = Map<string, TorchTensor>;

/** A state with torch's names that is not one of our classifier; the message names the tensor and the shapes. */
export class TorchStateError extends Error {
  override name = 'TorchStateError';
}

const directions = [
  { prefix: 'forward', suffix: '' },
  { prefix: 'backward', suffix: '_reverse' },
] as const;

/** The torch tensors of a classifier with these sizes: name to shape. */
export function torchShapes(sizes: ClassifierSizes): Map<string, number[]> {
  const { channels, units, score, attentionUnits, classes } = sizes;
  const features = 2 * units;
  const shapes = new Map<string, number[]>();
  for (const { suffix } of directions) {
    shapes.set(`lstm.weight_ih_l0${suffix}`, [4 * units, channels]);
    shapes.set(`lstm.weight_hh_l0${suffix}`, [4 * units, units]);
    shapes.set(`lstm.bias_ih_l0${suffix}`, [4 * units]);
    shapes.set(`lstm.bias_hh_l0${suffix}`, [4 * units]);
  }
  if (score === 'additive') {
    shapes.set('attention.0.weight', [attentionUnits, features]);
    shapes.set('attention.0.bias', [attentionUnits]);
    shapes.set('attention.2.weight', [1, attentionUnits]);
    shapes.set('attention.2.bias', [1]);
  } else {
    shapes.set('attention.query', [features]);
  }
  shapes.set('classifier.0.weight', [logitCount(classes), features]);
  shapes.set('classifier.0.bias', [logitCount(classes)]);
  return shapes;
}

/**
 * Sizes of the classifier whose state this is, after checking that every tensor is there and has the right shape.
 * @throws TorchStateError naming the tensor that is missing, not expected, or of the wrong shape.
 */
export function torchSizes(state: TorchState): ClassifierSizes {
  const [gates, channels] = matrixShape(state, 'lstm.weight_ih_l0');
  if (gates % 4 !== 0) {
    throw new TorchStateError(
      `lstm.weight_ih_l0 has shape [${gates}, ${channels}]; its first size must be 4 · units, the gates of an LSTM.`,
    );
  }
  const score = state.has('attention.query') ? 'dot' : 'additive';
  const sizes: ClassifierSizes = {
    channels,
    units: gates / 4,
    score,
    attentionUnits: score === 'additive' ? matrixShape(state, 'attention.0.weight')[0] : 0,
    classes: Math.max(2, matrixShape(state, 'classifier.0.weight')[0]),
  };
  const expected = torchShapes(sizes);
  for (const [name, shape] of expected) {
    const given = find(state, name);
    if (given.shape.join() !== shape.join()) {
      throw new TorchStateError(
        `${name} has shape [${given.shape.join(', ')}], expected [${shape.join(', ')}] for ${sizes.units} units, ` +
          `${channels} ${channels === 1 ? 'channel' : 'channels'} and ${sizes.attentionUnits} attention units.`,
      );
    }
  }
  const unexpected = [...state.keys()].filter((name) => !expected.has(name));
  if (unexpected.length > 0) {
    throw new TorchStateError(
      `The file has tensors that a one-layer bidirectional classifier has no use for: ${unexpected.join(', ')}.`,
    );
  }
  return sizes;
}

/** Our weights from a state that `torchSizes` found right. */
export function fromTorch(state: TorchState): WeightValues {
  const transposed = (name: string): Float32Array => {
    const { shape, data } = find(state, name);
    return transpose(data, shape[0]!, shape[1]!);
  };
  const values: WeightValues = new Map();
  for (const { prefix, suffix } of directions) {
    const hiddenBias = find(state, `lstm.bias_hh_l0${suffix}`).data;
    values.set(`bidirectional/${prefix}_kernel`, transposed(`lstm.weight_ih_l0${suffix}`));
    values.set(`bidirectional/${prefix}_recurrent_kernel`, transposed(`lstm.weight_hh_l0${suffix}`));
    values.set(
      `bidirectional/${prefix}_bias`,
      find(state, `lstm.bias_ih_l0${suffix}`).data.map((bias, i) => bias + hiddenBias[i]!),
    );
  }
  if (state.has('attention.query')) {
    values.set('attention/query', find(state, 'attention.query').data);
  } else {
    values.set('attention/kernel', transposed('attention.0.weight'));
    values.set('attention/bias', find(state, 'attention.0.bias').data);
    values.set('attention/query', find(state, 'attention.2.weight').data);
  }
  values.set('logits/kernel', transposed('classifier.0.weight'));
  values.set('logits/bias', find(state, 'classifier.0.bias').data);
  return values;
}

/** The state that torch's modules would load; what we have no counterpart for is 0. */
export function toTorch(weights: WeightValues, sizes: ClassifierSizes): TorchState {
  const ourShapes = weightShapes(sizes);
  const value = (name: WeightName): Float32Array => {
    const data = weights.get(name);
    if (!data) throw new Error(`There is no value for the weight '${name}'.`);
    return data;
  };
  const transposed = (name: WeightName): Float32Array => {
    const [rows = 1, columns = 1] = ourShapes.get(name) ?? [];
    return transpose(value(name), rows, columns);
  };
  const data = new Map<string, Float32Array>();
  for (const { prefix, suffix } of directions) {
    data.set(`lstm.weight_ih_l0${suffix}`, transposed(`bidirectional/${prefix}_kernel`));
    data.set(`lstm.weight_hh_l0${suffix}`, transposed(`bidirectional/${prefix}_recurrent_kernel`));
    data.set(`lstm.bias_ih_l0${suffix}`, value(`bidirectional/${prefix}_bias`));
  }
  if (sizes.score === 'additive') {
    data.set('attention.0.weight', transposed('attention/kernel'));
    data.set('attention.0.bias', value('attention/bias'));
    data.set('attention.2.weight', value('attention/query'));
  } else {
    data.set('attention.query', value('attention/query'));
  }
  data.set('classifier.0.weight', transposed('logits/kernel'));
  data.set('classifier.0.bias', value('logits/bias'));
  const state: TorchState = new Map();
  for (const [name, shape] of torchShapes(sizes)) {
    const count = shape.reduce((product, size) => product * size, 1);
    state.set(name, { shape, data: data.get(name) ?? new Float32Array(count) });
  }
  return state;
}

function find(state: TorchState, name: string): TorchTensor {
  const tensor = state.get(name);
  if (!tensor) {
    throw new TorchStateError(
      `The tensor ${name} is missing; the file has ${[...state.keys()].join(', ') || 'none'}.`,
    );
  }
  return tensor;
}

function matrixShape(state: TorchState, name: string): [number, number] {
  const { shape } = find(state, name);
  if (shape.length !== 2) {
    throw new TorchStateError(`${name} has shape [${shape.join(', ')}]; it must have two dimensions.`);
  }
  return shape as [number, number];
}

/** Transposes a row-major [rows, columns] matrix. */
function transpose(matrix: Float32Array, rows: number, columns: number): Float32Array {
  const result = new Float32Array(matrix.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++)
      result[column * rows + row] = matrix[row * columns + column]!;
  }
  return result;
}
