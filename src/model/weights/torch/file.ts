/**
 * Files of torch.save since torch 1.6: a zip archive with a pickle, NAME/data.pkl, and the bytes of each storage,
 * NAME/data/KEY. In the pickle a tensor is a call of `torch._utils._rebuild_tensor_v2` with
 * (storage, offset, size, stride, …), and a storage the persistent id ('storage', class, key, device, count of numbers).
 */
import { bytesOf, type NumberType, readNumbers } from '../number-types';
import {
  describeShape,
  elementCount,
  isShape,
  type NamedTensors,
  WeightsError,
  type WeightTensor,
} from '../tensors';
import { readZip } from '../zip';
import { type Pickled, PickleGlobal, readPickle } from './pickle';

/** What to do with a torch file that cannot be read. */
export const torchRemedy =
  'In Python, with the model in the variable "model": from safetensors.torch import save_file; ' +
  'save_file(model.state_dict(), "weights.safetensors")';

/** Before torch 1.6, and with `_use_new_zipfile_serialization=False`: a pickle of this number comes first. */
const OLD_MAGIC = [0x80, 2, 0x8a, 0x0a, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20];

/** Whether the bytes are a file of torch's old format. */
export function isOldTorchFile(bytes: Uint8Array): boolean {
  return OLD_MAGIC.every((byte, i) => bytes[i] === byte);
}

const storageTypes: Record<string, NumberType> = {
  'torch.DoubleStorage': 'F64',
  'torch.FloatStorage': 'F32',
  'torch.HalfStorage': 'F16',
  'torch.BFloat16Storage': 'BF16',
  'torch.LongStorage': 'I64',
  'torch.IntStorage': 'I32',
  'torch.ShortStorage': 'I16',
  'torch.CharStorage': 'I8',
  'torch.ByteStorage': 'U8',
  'torch.BoolStorage': 'BOOL',
};

/** Numbers that the tensors may have together, for each byte of the file: a storage may be shared, but not endlessly. */
const MOST_NUMBERS_PER_BYTE = 4;

class StorageType {
  constructor(
    readonly name: string,
    readonly type: NumberType,
  ) {}
}

interface Storage {
  type: NumberType;
  /** How many numbers it has. */
  count: number;
  bytes: Uint8Array;
}

/** A tensor before its numbers are read. */
class TensorView {
  constructor(
    readonly storage: Storage,
    readonly offset: number,
    readonly shape: number[],
    readonly strides: number[],
  ) {}
}

/**
 * The tensors of a state_dict by name. For a checkpoint, a dict with more beside its state_dict, those of the
 * state_dict.
 * @throws WeightsError that says what does not belong in a file of weights, by its Python name.
 */
export function readTorchFile(bytes: Uint8Array): NamedTensors {
  if (isOldTorchFile(bytes)) {
    throw new WeightsError(
      `This is a file of the format that torch wrote before version 1.6. ${torchRemedy}`,
    );
  }
  const files = readZip(bytes);
  const pickle = [...files.keys()].find((name) => name.endsWith('/data.pkl'));
  if (pickle === undefined) throw new WeightsError('The archive is not a torch file: it has no data.pkl.');
  const folder = pickle.slice(0, -'data.pkl'.length);
  if (files.has(`${folder}constants.pkl`)) {
    throw new WeightsError(
      `This is a TorchScript program. In Python: from safetensors.torch import save_file; ` +
        'save_file(torch.jit.load(FILE).state_dict(), "weights.safetensors")',
    );
  }
  const order = files.get(`${folder}byteorder`);
  if (order && new TextDecoder().decode(order) !== 'little') {
    throw new WeightsError(`The file has big-endian numbers. ${torchRemedy}`);
  }
  const value = readPickle(files.get(pickle) as Uint8Array, {
    findGlobal,
    load: (id) => loadStorage(id, folder, files),
  });
  const named = findState(value);
  const budget = { left: MOST_NUMBERS_PER_BYTE * bytes.length };
  return new Map([...named].map(([name, view]) => [name, readTensor(name, view, budget)]));
}

const asIs: Record<string, PickleGlobal> = Object.fromEntries(
  [
    new PickleGlobal('collections.OrderedDict', ([items = []]) => orderedDict(items)),
    new PickleGlobal('torch._utils._rebuild_tensor_v2', rebuildTensor),
    new PickleGlobal('torch._utils._rebuild_parameter', ([tensor]) => tensor ?? null),
    new PickleGlobal('torch.Size', ([sizes]) => sizes ?? []),
  ].map((each) => [each.name, each]),
);

function findGlobal(name: string): Pickled {
  if (Object.hasOwn(asIs, name)) return asIs[name];
  if (Object.hasOwn(storageTypes, name)) return new StorageType(name, storageTypes[name] as NumberType);
  throw new WeightsError(
    `The file holds a Python object of ${name}. Only tensors in plain containers are read, and nothing is run. ${torchRemedy}`,
  );
}

function orderedDict(items: Pickled): Map<Pickled, Pickled> {
  if (!Array.isArray(items) || !items.every((item) => Array.isArray(item) && item.length === 2)) {
    throw new WeightsError('The pickle is damaged: an OrderedDict is made of something other than pairs.');
  }
  return new Map(items as [Pickled, Pickled][]);
}

function loadStorage(id: Pickled, folder: string, files: Map<string, Uint8Array>): Storage {
  const [kind, type, key, , count] = Array.isArray(id) ? id : [];
  if (kind !== 'storage' || !(type instanceof StorageType) || typeof key !== 'string' || !isCount(count)) {
    throw new WeightsError('The pickle is damaged: it refers to something other than a storage.');
  }
  const bytes = files.get(`${folder}data/${key}`);
  if (!bytes) throw new WeightsError(`The archive lacks the storage ${folder}data/${key}.`);
  const needed = count * bytesOf(type.type);
  if (bytes.length !== needed) {
    throw new WeightsError(
      `The storage ${folder}data/${key} has ${bytes.length} bytes, but ${count} numbers of ${type.name} need ${needed}.`,
    );
  }
  return { type: type.type, count, bytes };
}

function rebuildTensor([storage, offset, shape, strides]: Pickled[]): TensorView {
  if (!isStorage(storage) || !isCount(offset) || !isShape(shape) || !isShape(strides)) {
    throw new WeightsError('The pickle is damaged: a tensor in it has no storage, offset, size and stride.');
  }
  const count = elementCount(shape);
  const last = offset + shape.reduce((sum, size, i) => sum + (size - 1) * (strides[i] ?? 0), 0);
  if (shape.length !== strides.length || count > storage.count || (count > 0 && last >= storage.count)) {
    throw new WeightsError(
      `A tensor of shape ${describeShape(shape)} with the strides ${describeShape(strides)} from ${offset} on does not fit ` +
        `its storage of ${storage.count} numbers.`,
    );
  }
  return new TensorView(storage, offset, shape, strides);
}

/** Names under which checkpoints keep the model's state_dict, where they hold tensors under several. */
const stateNames = ['state_dict', 'model_state_dict', 'model', 'net', 'module'];

function findState(value: Pickled): Map<string, TensorView> {
  if (value instanceof TensorView) {
    throw new WeightsError(`The file is one tensor without a name. ${torchRemedy}`);
  }
  if (!(value instanceof Map)) throw new WeightsError(`The file holds no state_dict. ${torchRemedy}`);
  const direct = tensorsIn(value);
  if (direct.size > 0) return direct;
  const nested = [...value]
    .filter((entry): entry is [string, Map<Pickled, Pickled>] => entry[1] instanceof Map)
    .map(([key, dict]) => ({ key, state: tensorsIn(dict) }))
    .filter(({ state }) => state.size > 0);
  const chosen = nested.length === 1 ? nested[0] : nested.find(({ key }) => stateNames.includes(key));
  if (chosen) return chosen.state;
  const found = nested.length > 0 ? ` Tensors are under ${nested.map(({ key }) => key).join(', ')}.` : '';
  throw new WeightsError(`The file holds no state_dict of the model.${found} ${torchRemedy}`);
}

function tensorsIn(dict: Map<Pickled, Pickled>): Map<string, TensorView> {
  const tensors = new Map<string, TensorView>();
  for (const [name, value] of dict) {
    if (typeof name === 'string' && value instanceof TensorView) tensors.set(name, value);
  }
  return tensors;
}

function readTensor(name: string, view: TensorView, budget: { left: number }): WeightTensor {
  const { storage, offset, shape, strides } = view;
  const count = elementCount(shape);
  budget.left -= count;
  if (budget.left < 0) {
    throw new WeightsError(`From tensor ${name} on, the tensors have more numbers than the file can mean.`);
  }
  if (count === 0) return { shape, data: new Float32Array(0) };
  const size = bytesOf(storage.type);
  const span = 1 + shape.reduce((sum, extent, i) => sum + (extent - 1) * (strides[i] as number), 0);
  const values = readNumbers(storage.bytes.subarray(offset * size), storage.type, span);
  const data = new Float32Array(count);
  const index = shape.map(() => 0);
  let from = 0;
  for (let to = 0; to < count; to++) {
    data[to] = values[from] as number;
    // The next index in row-major order, and where its number lies.
    for (let dimension = shape.length - 1; dimension >= 0; dimension--) {
      from += strides[dimension] as number;
      index[dimension] = (index[dimension] as number) + 1;
      if ((index[dimension] as number) < (shape[dimension] as number)) break;
      from -= (shape[dimension] as number) * (strides[dimension] as number);
      index[dimension] = 0;
    }
  }
  return { shape, data };
}

function isStorage(value: Pickled): value is Storage {
  return typeof value === 'object' && value !== null && 'bytes' in value && 'count' in value;
}

function isCount(value: Pickled): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
