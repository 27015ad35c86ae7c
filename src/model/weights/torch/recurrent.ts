/**
 * nn.LSTM and nn.GRU of any number of layers, as torch names their tensors:
 *
 *     weight_ih_l0 [gates·units, inputs]   weight_hh_l0 [gates·units, units]   bias_ih_l0, bias_hh_l0 [gates·units]
 *
 * with `_l1`, `_l2` … for further layers and `_reverse` behind them for the backward direction. torch's weights are the
 * transpose of Keras's. The LSTM's gates i, f, g, o have Keras's order and its two biases act as their sum; the GRU's
 * gates are r, z, n where Keras has z, r, h, and its two biases are those of `resetAfter`.
 */
import {
  type CellName,
  type CellWeights,
  checkCell,
  gateCounts,
  type RecurrentWeights,
  reorderGates,
} from '../recurrent';
import {
  describeShape,
  type NamedTensors,
  transpose,
  WeightsError,
  type WeightTensor,
  zeros,
} from '../tensors';

/** Exchanging the first two is the way to Keras's order and the way back. */
const gateOrders: Record<CellName, number[]> = { lstm: [0, 1, 2, 3], gru: [1, 0, 2] };

/** The modules, such as `encoder.lstm`, under which the tensors have a recurrent layer; '' is the top. */
export function torchRecurrentModules(tensors: NamedTensors): string[] {
  return [...tensors.keys()]
    .filter((name) => /(^|\.)weight_ih_l0$/.test(name))
    .map((name) => name.slice(0, -'weight_ih_l0'.length).replace(/\.$/, ''));
}

/**
 * Reads the layers of an nn.LSTM or nn.GRU, the first one first.
 * @param module under which they are named, such as `lstm` for `lstm.weight_ih_l0`; default: the only one there is.
 * @throws WeightsError naming the tensor that is missing or does not fit.
 */
export function readTorchRecurrent(tensors: NamedTensors, module?: string): RecurrentWeights[] {
  const found = module ?? onlyModule(tensors);
  const prefix = found === '' ? '' : `${found}.`;
  const layers: RecurrentWeights[] = [];
  do layers.push(readLayer(tensors, prefix, layers.length));
  while (tensors.has(`${prefix}weight_ih_l${layers.length}`));
  return layers;
}

/**
 * Names layers as torch does, the first one first.
 * @throws WeightsError for a GRU whose reset gate acts before the product, which torch does not have.
 */
export function writeTorchRecurrent(layers: readonly RecurrentWeights[], module = ''): NamedTensors {
  const prefix = module === '' ? '' : `${module}.`;
  const tensors: NamedTensors = new Map();
  layers.forEach((layer, index) => {
    if (layer.cell === 'gru' && !layer.resetAfter) {
      throw new WeightsError(
        `Layer ${index} is a GRU with resetAfter: false. nn.GRU applies the reset gate after the product, so it ` +
          'cannot have these weights.',
      );
    }
    layer.directions.forEach((weights, direction) => {
      const suffix = suffixOf(index, direction);
      for (const [name, tensor] of writeCell(weights, layer))
        tensors.set(`${prefix}${name}${suffix}`, tensor);
    });
  });
  return tensors;
}

function suffixOf(layer: number, direction: number): string {
  return `_l${layer}${direction === 0 ? '' : '_reverse'}`;
}

function onlyModule(tensors: NamedTensors): string {
  const modules = torchRecurrentModules(tensors);
  const [module] = modules;
  if (module === undefined) {
    throw new WeightsError(
      `There is no nn.LSTM or nn.GRU: no tensor is named …weight_ih_l0. There are ${listNames(tensors)}.`,
    );
  }
  if (modules.length > 1) {
    throw new WeightsError(
      `There are several recurrent modules: ${modules.join(', ')}. Name the one to read.`,
    );
  }
  return module;
}

function readLayer(tensors: NamedTensors, prefix: string, layer: number): RecurrentWeights {
  const forward = suffixOf(layer, 0);
  const backward = suffixOf(layer, 1);
  if (tensors.has(`${prefix}weight_hr${forward}`)) {
    throw new WeightsError(
      `${prefix}weight_hr${forward}: an nn.LSTM with proj_size has no counterpart here. Train it without proj_size.`,
    );
  }
  const cell = cellOf(tensors, `${prefix}weight_hh${forward}`);
  const read = (suffix: string) => readCell(tensors, prefix, suffix, cell);
  return {
    cell,
    resetAfter: cell === 'gru',
    directions: tensors.has(`${prefix}weight_ih${backward}`)
      ? [read(forward), read(backward)]
      : [read(forward)],
  };
}

/** Which cell has a recurrent kernel of this shape: [4·units, units] or [3·units, units]. */
function cellOf(tensors: NamedTensors, name: string): CellName {
  const { shape } = find(tensors, name);
  const [rows = 0, units = 0] = shape;
  const cell = (['lstm', 'gru'] as const).find((each) => rows === gateCounts[each] * units);
  if (shape.length === 2 && cell && units > 0) return cell;
  throw new WeightsError(
    `${name} has shape ${describeShape(shape)}; it must be [4 · units, units] for an LSTM or [3 · units, units] for a GRU.`,
  );
}

function readCell(tensors: NamedTensors, prefix: string, suffix: string, cell: CellName): CellWeights {
  const turned = (name: string) => reorderGates(transpose(matrix(tensors, name)), gateOrders[cell]);
  const recurrentKernel = turned(`${prefix}weight_hh${suffix}`);
  const kernel = turned(`${prefix}weight_ih${suffix}`);
  const columns = recurrentKernel.shape[1] as number;
  const biases = [`${prefix}bias_ih${suffix}`, `${prefix}bias_hh${suffix}`].map((name) =>
    readBias(tensors, name, columns, cell),
  ) as [Float32Array, Float32Array];
  const weights = { kernel, recurrentKernel, bias: joinBiases(biases, cell) };
  // Shapes in its messages are those after the transposition.
  checkCell(weights, cell, cell === 'gru', {
    kernel: `The transpose of ${prefix}weight_ih${suffix}`,
    recurrentKernel: `The transpose of ${prefix}weight_hh${suffix}`,
    bias: `${prefix}bias_ih${suffix}`,
  });
  return weights;
}

/** A module built with bias=False has none: zeros then. */
function readBias(tensors: NamedTensors, name: string, columns: number, cell: CellName): Float32Array {
  const bias = tensors.get(name) ?? (isWithoutBias(tensors, name) ? zeros([columns]) : find(tensors, name));
  if (bias.shape.length !== 1 || bias.shape[0] !== columns) {
    throw new WeightsError(
      `${name} has shape ${describeShape(bias.shape)}, expected [${columns}]: ${gateCounts[cell]} gates of ${columns / gateCounts[cell]} units.`,
    );
  }
  return reorderGates(bias, gateOrders[cell]).data;
}

/** Whether both biases of the direction are missing. */
function isWithoutBias(tensors: NamedTensors, name: string): boolean {
  return !['ih', 'hh'].some((which) => tensors.has(name.replace(/bias_[ih]h_l(\d+)/, `bias_${which}_l$1`)));
}

function joinBiases([input, recurrent]: [Float32Array, Float32Array], cell: CellName): WeightTensor {
  if (cell === 'lstm') {
    return { shape: [input.length], data: input.map((value, i) => value + (recurrent[i] as number)) };
  }
  return { shape: [2, input.length], data: Float32Array.of(...input, ...recurrent) };
}

function* writeCell(
  { kernel, recurrentKernel, bias }: CellWeights,
  { cell, resetAfter }: RecurrentWeights,
): Iterable<[string, WeightTensor]> {
  const order = gateOrders[cell];
  const columns = kernel.shape[1] as number;
  const half = (index: number): WeightTensor =>
    reorderGates({ shape: [columns], data: bias.data.slice(index * columns, (index + 1) * columns) }, order);
  yield ['weight_ih', transpose(reorderGates(kernel, order))];
  yield ['weight_hh', transpose(reorderGates(recurrentKernel, order))];
  yield ['bias_ih', half(0)];
  yield ['bias_hh', resetAfter ? half(1) : zeros([columns])];
}

function matrix(tensors: NamedTensors, name: string): WeightTensor {
  const tensor = find(tensors, name);
  if (tensor.shape.length === 2) return tensor;
  throw new WeightsError(`${name} has shape ${describeShape(tensor.shape)}; it must have two dimensions.`);
}

/** The tensor of this name. @throws WeightsError that lists those there are. */
export function find(tensors: NamedTensors, name: string): WeightTensor {
  const tensor = tensors.get(name);
  if (tensor) return tensor;
  throw new WeightsError(`The tensor ${name} is missing; the file has ${listNames(tensors)}.`);
}

/** The names for a message, the first of them where there are many. */
function listNames(tensors: NamedTensors): string {
  const names = [...tensors.keys()];
  if (names.length === 0) return 'none';
  return names.length > 40
    ? `${names.slice(0, 40).join(', ')} and ${names.length - 40} more`
    : names.join(', ');
}
