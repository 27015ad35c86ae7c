/**
 * HDF5 files as a tree of arrays, read by jsfive. It is small and plain JavaScript: on mutated files it throws, where
 * the HDF5 library compiled to wasm (h5wasm) aborts and is unusable from then on. It is loaded when the first such
 * file is.
 */
import type { Dataset, Group } from 'jsfive';
import { elementCount, isShape, WeightsError, type WeightTensor } from '../tensors';

export interface Hdf5Group {
  attributes: Record<string, unknown>;
  groups: Map<string, Hdf5Group>;
  tensors: Map<string, WeightTensor>;
}

const SIGNATURE = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a];

/** Groups may be linked in circles; no model is nested as deep as this, or has so many groups and arrays. */
const DEEPEST = 64;
const MOST_OBJECTS = 100_000;

export function isHdf5(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, i) => bytes[i] === byte);
}

/**
 * Reads all groups, attributes and arrays of numbers.
 * @throws WeightsError when the file is cut off or damaged, or an array claims more numbers than the file has.
 */
export async function readHdf5(bytes: Uint8Array): Promise<Hdf5Group> {
  const { File, Group: GroupClass } = await import('jsfive');
  const budget = { objects: MOST_OBJECTS, bytes: bytes.length };
  const isGroup = (object: Group | Dataset): object is Group => object instanceof GroupClass;
  try {
    return readGroup(new File(bytes.slice().buffer, 'weights.h5'), 0, isGroup, budget);
  } catch (error) {
    if (error instanceof WeightsError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new WeightsError(`The HDF5 file is cut off or damaged: ${reason}.`);
  }
}

function readGroup(
  group: Group,
  depth: number,
  isGroup: (object: Group | Dataset) => object is Group,
  budget: { objects: number; bytes: number },
): Hdf5Group {
  if (depth > DEEPEST) throw new WeightsError(`The HDF5 file has groups nested more than ${DEEPEST} deep.`);
  const read: Hdf5Group = { attributes: group.attrs, groups: new Map(), tensors: new Map() };
  for (const name of group.keys) {
    budget.objects -= 1;
    if (budget.objects < 0) throw new WeightsError(`The HDF5 file has more than ${MOST_OBJECTS} objects.`);
    const object = group.get(name);
    // A link to nowhere.
    if (object === null) continue;
    if (isGroup(object)) read.groups.set(name, readGroup(object, depth + 1, isGroup, budget));
    else read.tensors.set(name, readDataset(name, object, budget));
  }
  return read;
}

/** A number type as numpy writes it: byte order, kind, bytes. */
const numberType = /^[<>|]?[fiu]([1248])$/;

function readDataset(name: string, dataset: Dataset, budget: { bytes: number }): WeightTensor {
  const { shape, dtype } = dataset;
  const size = typeof dtype === 'string' ? Number(numberType.exec(dtype)?.[1]) : Number.NaN;
  if (!Number.isInteger(size)) {
    throw new WeightsError(
      `The array "${name}" of the HDF5 file has the type ${JSON.stringify(dtype)}, which is not a number type.`,
    );
  }
  const count = isShape(shape) ? elementCount(shape) : Number.NaN;
  budget.bytes -= count * size;
  if (!(budget.bytes >= 0)) {
    throw new WeightsError(
      `The array "${name}" of the HDF5 file has shape [${shape}], which needs ${count * size} bytes: together with the arrays ` +
        'before it, more than the file has.',
    );
  }
  const given = count === 0 ? [] : dataset.value;
  if (given.length !== count) {
    throw new WeightsError(
      `The array "${name}" of the HDF5 file has ${given.length} numbers, but its shape [${shape}] needs ${count}.`,
    );
  }
  return { shape: [...shape], data: Float32Array.from(given, Number) };
}
