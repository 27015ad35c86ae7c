/**
 * Keras's files: `.keras` (a zip archive of config.json, metadata.json and model.weights.h5), whole models in `.h5`, and
 * `.weights.h5`. Two layouts of HDF5 are read. The older one lists layers and weights in attributes:
 *
 *     model_weights@layer_names   model_weights/LAYER@weight_names   model_weights/LAYER/WEIGHT
 *
 * (without `model_weights` where only weights were saved). The newer one has a group for each layer, called by its class
 * in lower case and counted, and the weights by number:
 *
 *     layers/bidirectional/forward_layer/cell/vars/0      layers/dense_1/vars/0
 */
import { WeightsError, type WeightTensor } from '../tensors';
import { readZip } from '../zip';
import { type Hdf5Group, readHdf5 } from './hdf5';

export interface KerasLayer {
  name: string;
  /** 'LSTM', 'Dense', …; null where the file has weights only. */
  className: string | null;
  /** The layer's arguments, named as in Python; null where the file has weights only. */
  config: Record<string, unknown> | null;
  /** In the order of the layer's get_weights(). */
  weights: WeightTensor[];
  /** Keras's version; null where the file does not say. */
  kerasVersion: string | null;
}

export interface KerasModel {
  /** Layers in the model's order; of a file of weights only, those that have weights, by name. */
  layers: KerasLayer[];
  /** The model as JSON, { class_name, config }; null where the file has weights only. */
  topology: Record<string, unknown> | null;
}

/** What to do with a Keras file that cannot be read. */
export const kerasRemedy =
  'In Python, with the model in the variable "model": from safetensors.numpy import save_file; ' +
  'save_file({f"{i}/{w.path}": w.numpy() for i, w in enumerate(model.weights)}, "weights.safetensors")';

/** Reads `.h5` and `.weights.h5`. @throws WeightsError when the file is damaged or not of Keras. */
export async function readKerasHdf5(bytes: Uint8Array): Promise<KerasModel> {
  const root = await readHdf5(bytes);
  const topology = textAttribute(root, 'model_config');
  const version = textAttribute(root, 'keras_version');
  return assemble(root, topology === null ? null : parseJson(topology, 'model_config'), version);
}

/** Reads `.keras`. @throws WeightsError when the archive is damaged or not of Keras. */
export async function readKerasArchive(bytes: Uint8Array): Promise<KerasModel> {
  const files = readZip(bytes, (name) => ['config.json', 'metadata.json', 'model.weights.h5'].includes(name));
  const text = (name: string): Record<string, unknown> => {
    const content = files.get(name);
    if (!content)
      throw new WeightsError(`The archive is not a Keras model: it has no ${name}. ${kerasRemedy}`);
    return parseJson(new TextDecoder().decode(content), name);
  };
  const topology = text('config.json');
  const { keras_version: version } = text('metadata.json');
  const weights = files.get('model.weights.h5');
  if (!weights) throw new WeightsError(`The archive has no model.weights.h5. ${kerasRemedy}`);
  return assemble(await readHdf5(weights), topology, typeof version === 'string' ? version : null);
}

/** A layer of a model's JSON. */
interface LayerConfig {
  name: string;
  className: string;
  config: Record<string, unknown>;
}

function assemble(
  root: Hdf5Group,
  topology: Record<string, unknown> | null,
  version: string | null,
): KerasModel {
  const listing = root.groups.get('model_weights') ?? root;
  const isListed = 'layer_names' in listing.attributes || 'layer_names0' in listing.attributes;
  const named = isListed ? listedLayers(listing) : groupedLayers(root);
  const kerasVersion = version ?? textAttribute(listing, 'keras_version');
  if (!topology) {
    const layers = [...named.values()]
      .filter(({ weights }) => weights.length > 0)
      .map(({ name, weights }) => ({ name, className: null, config: null, weights, kerasVersion }));
    return { layers, topology };
  }
  const configs = layerConfigs(topology);
  const keys = isListed ? configs.map(({ name }) => name) : groupNames(configs);
  const layers = configs.map((layer, i) => {
    const weights = named.get(keys[i] as string)?.weights ?? [];
    return { ...layer, weights, kerasVersion };
  });
  return { layers, topology };
}

export interface NamedLayer {
  name: string;
  weights: WeightTensor[];
}

/** The older layout: layers by name, weights in the order of the attribute. */
function listedLayers(group: Hdf5Group): Map<string, NamedLayer> {
  const layers = new Map<string, NamedLayer>();
  for (const name of textsAttribute(group, 'layer_names')) {
    const layer = group.groups.get(name);
    if (!layer) throw new WeightsError(`The file lists the layer ${name}, but has no weights of it.`);
    const weights = textsAttribute(layer, 'weight_names').map((path) => {
      const tensor = tensorAt(layer, path);
      if (!tensor)
        throw new WeightsError(`The file lists the weight ${path} of ${name}, but does not have it.`);
      return tensor;
    });
    layers.set(name, { name, weights });
  }
  return layers;
}

/** The newer layout: layers by the names of their groups, which may be the names of other layers. */
function groupedLayers(root: Hdf5Group): Map<string, NamedLayer> {
  // Keras 2.12 and 2.13 called the group otherwise.
  const layers = root.groups.get('layers') ?? root.groups.get('_layer_checkpoint_dependencies');
  if (!layers) {
    throw new WeightsError(
      `The HDF5 file is not of Keras: it has neither layer_names nor layers, but ${
        [...root.groups.keys(), ...root.tensors.keys()].slice(0, 20).join(', ') || 'nothing'
      }. ${kerasRemedy}`,
    );
  }
  return new Map(
    inOrder(layers.groups.keys()).map((key) => {
      const group = layers.groups.get(key) as Hdf5Group;
      const vars = group.groups.get('vars');
      const name = (vars && textAttribute(vars, 'name')) ?? key;
      return [key, { name, weights: collect(group) }];
    }),
  );
}

/** A layer's own weights, by number, then those of the layers within it: forward before backward. */
function collect(group: Hdf5Group): WeightTensor[] {
  const own = group.groups.get('vars')?.tensors ?? new Map<string, WeightTensor>();
  const inner = inOrder(group.groups.keys()).filter((name) => name !== 'vars' && name !== 'seed_generator');
  return [
    ...inOrder(own.keys()).map((name) => own.get(name) as WeightTensor),
    ...inner.flatMap((name) => collect(group.groups.get(name) as Hdf5Group)),
  ];
}

/** Names by their letters, numbers in them by their values; forward_… before backward_…. */
export function inOrder(names: Iterable<string>): string[] {
  const rank = (name: string) => (name.startsWith('forward_') ? 0 : 1);
  return [...names].sort((a, b) => rank(a) - rank(b) || a.localeCompare(b, 'en', { numeric: true }));
}

/** The layers in a model's JSON. @throws WeightsError when it has none. */
export function layerConfigs(topology: Record<string, unknown>): LayerConfig[] {
  const { config } = topology;
  // Keras 1 and the first Keras 2 had the list itself as a Sequential's config.
  const layers = Array.isArray(config) ? config : isRecord(config) ? config.layers : undefined;
  if (!Array.isArray(layers)) throw new WeightsError('The model in the file has no list of layers.');
  return layers.map((layer: unknown, i) => {
    const { class_name: className, config: own } = isRecord(layer) ? layer : {};
    if (typeof className !== 'string' || !isRecord(own)) {
      throw new WeightsError(`Layer ${i} of the model in the file has no class_name and config.`);
    }
    return { name: String(own.name ?? i), className, config: own };
  });
}

/** The groups' names for these layers: the class in snake case, counted from the second one on. */
function groupNames(layers: LayerConfig[]): string[] {
  const counts = new Map<string, number>();
  return layers.map(({ className }) => {
    const name = className
      .replace(/\W+/g, '')
      .replace(/(.)([A-Z][a-z]+)/g, '$1_$2')
      .replace(/([a-z])([A-Z])/g, '$1_$2')
      .toLowerCase();
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    return count === 0 ? name : `${name}_${count}`;
  });
}

function tensorAt(group: Hdf5Group, path: string): WeightTensor | undefined {
  const parts = path.split('/').filter((part) => part !== '');
  const last = parts.pop() ?? '';
  const parent = parts.reduce<Hdf5Group | undefined>((inner, part) => inner?.groups.get(part), group);
  return parent?.tensors.get(last);
}

function textAttribute({ attributes }: Hdf5Group, name: string): string | null {
  const value = attributes[name];
  return typeof value === 'string' ? value : null;
}

/** A list of texts, which Keras cuts into name0, name1, … where it is long. */
function textsAttribute({ attributes }: Hdf5Group, name: string): string[] {
  const whole = attributes[name];
  const parts: unknown[] = whole === undefined ? [] : [whole];
  for (let i = 0; attributes[`${name}${i}`] !== undefined; i++) parts.push(attributes[`${name}${i}`]);
  return parts.flat().map((text) => String(text).replace(/\0+$/, ''));
}

function parseJson(text: string, what: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (isRecord(value)) return value;
  } catch {
    // The message below says it.
  }
  throw new WeightsError(`The ${what} of the Keras file is not a JSON object.`);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
