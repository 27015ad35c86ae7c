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
import { type ClassifierSizes, logitCount, type WeightValues } from '../../network/classifier-sizes';
import { bidirectionalWeights, tensorsOf } from '../classifier-tensors';
import type { RecurrentWeights } from '../recurrent';
import { type NamedTensors, transpose, WeightsError, zeros } from '../tensors';
import { find, readTorchRecurrent, writeTorchRecurrent } from './recurrent';

/** The torch tensors of a classifier with these sizes: name to shape. */
export function torchShapes(sizes: ClassifierSizes): Map<string, number[]> {
  const { channels, units, score, attentionUnits, classes } = sizes;
  const features = 2 * units;
  const shapes = new Map<string, number[]>();
  for (const suffix of ['', '_reverse']) {
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
 * @throws WeightsError naming the tensor that is missing, not expected, or of the wrong shape.
 */
export function torchSizes(state: NamedTensors): ClassifierSizes {
  const [gates, channels] = matrixShape(state, 'lstm.weight_ih_l0');
  const recurrent = matrixShape(state, 'lstm.weight_hh_l0');
  if (recurrent[0] === 3 * recurrent[1]) {
    throw new WeightsError(
      `lstm.weight_hh_l0 has shape [${recurrent.join(', ')}], three gates of ${recurrent[1]} units: it is a GRU. A classifier has an LSTM.`,
    );
  }
  if (gates % 4 !== 0) {
    throw new WeightsError(
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
      throw new WeightsError(
        `${name} has shape [${given.shape.join(', ')}], expected [${shape.join(', ')}] for ${sizes.units} units, ` +
          `${channels} ${channels === 1 ? 'channel' : 'channels'} and ${sizes.attentionUnits} attention units.`,
      );
    }
  }
  const unexpected = [...state.keys()].filter((name) => !expected.has(name));
  if (unexpected.length > 0) {
    throw new WeightsError(
      `The file has tensors that a one-layer bidirectional classifier has no use for: ${unexpected.join(', ')}.`,
    );
  }
  return sizes;
}

/** Our weights from a state that `torchSizes` found right. */
export function fromTorch(state: NamedTensors): WeightValues {
  const values: WeightValues = new Map();
  const [{ directions }] = readTorchRecurrent(state, 'lstm') as [RecurrentWeights];
  directions.forEach(({ kernel, recurrentKernel, bias }, index) => {
    const direction = index === 0 ? 'forward' : 'backward';
    values.set(`bidirectional/${direction}_kernel`, kernel.data);
    values.set(`bidirectional/${direction}_recurrent_kernel`, recurrentKernel.data);
    values.set(`bidirectional/${direction}_bias`, bias.data);
  });
  if (state.has('attention.query')) {
    values.set('attention/query', find(state, 'attention.query').data);
  } else {
    values.set('attention/kernel', transpose(find(state, 'attention.0.weight')).data);
    values.set('attention/bias', find(state, 'attention.0.bias').data);
    values.set('attention/query', find(state, 'attention.2.weight').data);
  }
  values.set('logits/kernel', transpose(find(state, 'classifier.0.weight')).data);
  values.set('logits/bias', find(state, 'classifier.0.bias').data);
  return values;
}

/** The state that torch's modules would load; what we have no counterpart for is 0. */
export function toTorch(weights: WeightValues, sizes: ClassifierSizes): NamedTensors {
  const value = tensorsOf(weights, sizes);
  const named = writeTorchRecurrent([bidirectionalWeights(value)], 'lstm');
  if (sizes.score === 'additive') {
    named.set('attention.0.weight', transpose(value('attention/kernel')));
    named.set('attention.0.bias', value('attention/bias'));
    named.set('attention.2.weight', value('attention/query'));
  } else {
    named.set('attention.query', value('attention/query'));
  }
  named.set('classifier.0.weight', transpose(value('logits/kernel')));
  named.set('classifier.0.bias', value('logits/bias'));
  return new Map(
    [...torchShapes(sizes)].map(([name, shape]) => [
      name,
      { shape, data: named.get(name)?.data ?? zeros(shape).data },
    ]),
  );
}

function matrixShape(state: NamedTensors, name: string): [number, number] {
  const { shape } = find(state, name);
  if (shape.length !== 2) {
    throw new WeightsError(`${name} has shape [${shape.join(', ')}]; it must have two dimensions.`);
  }
  return shape as [number, number];
}
