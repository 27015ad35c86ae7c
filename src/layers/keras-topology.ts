/**
 * Models of Keras 3 as tf.js reads them. tf.js 4 knows the JSON of Keras 2; Keras 3 writes `batch_shape` for
 * `batch_input_shape`, objects for number types, `module` and `registered_name` beside each class, and the calls of layers
 * as arguments instead of lists of names.
 */
import type { io } from '@tensorflow/tfjs-core';

type Json = Record<string, unknown>;

/** A layer in a model's list. */
interface LayerJson extends Json {
  class_name: string;
  config: Json;
}

/**
 * The model for tf.js. JSON of Keras 2 and of tf.js stays as it is. A GRU with `reset_after`, which tf.js does not
 * have, becomes this library's GRU.
 * @param topology of a model.json, or the `config.json` of a `.keras` file
 * @throws Error when a layer is called in a way that tf.js cannot express; the message names it.
 */
export function tfjsTopology(topology: Json): Json {
  const { model_config: inner } = topology;
  if (isObject(inner)) return { ...topology, model_config: convertModel(inner) };
  return convertModel(topology);
}

/**
 * Artifacts of a saved model for tf.js: the topology as above, and the names of weights without the model's name, which
 * Keras 3 puts before that of the layer.
 */
export function tfjsArtifacts(artifacts: io.ModelArtifacts): io.ModelArtifacts {
  const { modelTopology, weightSpecs } = artifacts;
  if (!isObject(modelTopology)) return artifacts;
  const converted = tfjsTopology(modelTopology);
  const names = new Set(
    layersOf(isObject(converted.model_config) ? converted.model_config : converted).map(nameOf),
  );
  const fromLayer = (name: string): string => {
    const parts = name.split('/');
    const start = parts.findIndex((part) => names.has(part));
    return parts.slice(Math.max(start, 0)).join('/');
  };
  return {
    ...artifacts,
    modelTopology: converted,
    ...(weightSpecs && { weightSpecs: weightSpecs.map((spec) => ({ ...spec, name: fromLayer(spec.name) })) }),
  };
}

function convertModel(model: Json): Json {
  const { config } = model;
  // Keras 2 wrote only the layers of a Sequential.
  if (!isObject(config)) return { ...plain(model) };
  const { input_layers: inputs, output_layers: outputs } = config;
  return {
    class_name: model.class_name,
    config: {
      ...plain(config),
      layers: layersOf(model).map(convertLayer),
      ...(inputs !== undefined && { input_layers: listOfReferences(inputs) }),
      ...(outputs !== undefined && { output_layers: listOfReferences(outputs) }),
    },
  };
}

function convertLayer(layer: LayerJson): Json {
  if (isObject(layer.config) && Array.isArray(layer.config.layers)) {
    return { ...convertModel(layer), ...callsOf(layer) };
  }
  const { batch_shape: batchShape, ...config } = plain(layer.config);
  const converted = {
    class_name: layer.class_name,
    config: { ...config, ...(batchShape !== undefined && { batch_input_shape: batchShape }) },
  };
  return { ...(withResetAfter(converted) ?? converted), ...callsOf(layer) };
}

/** Our layer in place of a GRU with reset_after, or of Bidirectional around one. */
function withResetAfter({ class_name: className, config }: LayerJson): LayerJson | null {
  if (className === 'GRU' && config.reset_after === true) return { class_name: 'GatewaveGRU', config };
  const { layer: inner, name, merge_mode: mergeMode } = config;
  if (className !== 'Bidirectional' || !isObject(inner) || inner.class_name !== 'GRU') return null;
  if (!isObject(inner.config) || inner.config.reset_after !== true) return null;
  return {
    class_name: 'GatewaveBidirectional',
    config: { ...inner.config, name, cell: 'gru', merge_mode: mergeMode },
  };
}

/** Drops what Keras 3 adds to each object, and gives number types by name. */
function plain(value: Json): Json {
  const {
    module: _module,
    registered_name: _name,
    build_config: _build,
    shared_object_id: _id,
    ...rest
  } = value;
  return Object.fromEntries(Object.entries(rest).map(([key, inner]) => [key, plainValue(key, inner)]));
}

function plainValue(key: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((inner) => plainValue('', inner));
  if (!isObject(value)) return value;
  // A DTypePolicy: its name is that of the type, such as 'float32' or 'mixed_float16'.
  if (key === 'dtype') return isObject(value.config) ? value.config.name : 'float32';
  return plain(value);
}

/** The layer's name and calls, where the model is functional. */
function callsOf({ name, inbound_nodes: nodes }: LayerJson): Json {
  if (!Array.isArray(nodes)) return name === undefined ? {} : { name };
  return { name, inbound_nodes: nodes.map((node: unknown) => convertCall(String(name), node)) };
}

/** {args: [tensor, …], kwargs} to [[name, node, tensor, {}], …]. */
function convertCall(name: string, node: unknown): unknown {
  if (!isObject(node)) return node;
  const { args, kwargs } = node;
  const named = Object.entries(isObject(kwargs) ? kwargs : {}).filter(
    ([, value]) => tensorsIn(value).length > 0,
  );
  if (named.length > 0) {
    throw new Error(
      `The layer ${name} is called with ${named.map(([key]) => `${key}=`).join(', ')} a tensor, which tf.js cannot load. ` +
        'Pass it in the list of inputs instead.',
    );
  }
  return tensorsIn(args).map((history) => [...history, {}]);
}

/** The histories [layer, node, tensor] of all tensors in a value. */
function tensorsIn(value: unknown): unknown[][] {
  if (Array.isArray(value)) return value.flatMap(tensorsIn);
  if (!isObject(value)) return [];
  if (value.class_name !== '__keras_tensor__') return Object.values(value).flatMap(tensorsIn);
  const history = isObject(value.config) ? value.config.keras_history : undefined;
  return Array.isArray(history) ? [history] : [];
}

/** One reference [layer, node, tensor] stands without a list around it in Keras 3. */
function listOfReferences(value: unknown): unknown {
  return Array.isArray(value) && typeof value[0] === 'string' ? [value] : value;
}

function layersOf(model: Json): LayerJson[] {
  const { config } = model;
  const layers = isObject(config) ? config.layers : config;
  return Array.isArray(layers) ? (layers as LayerJson[]).filter(isObject) : [];
}

function nameOf({ name, config }: LayerJson): string {
  return String(name ?? config?.name);
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
