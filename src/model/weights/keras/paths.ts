/**
 * Weights under Keras's paths, such as `encoder/forward_lstm/lstm_cell/kernel`: that is how tf.js names them in a
 * model.json, and how `kerasRemedy` makes safetensors.
 */
import type { NamedTensors, WeightTensor } from '../tensors';
import { isRecord, type KerasLayer, layerConfigs, type NamedLayer } from './file';

/** What `kerasRemedy` puts before a path: the weight's place in the model. */
const numbered = /^(\d+)\/(.+)$/;

/** Whether all names are Keras's paths behind a number. */
export function hasNumberedPaths(tensors: NamedTensors): boolean {
  return tensors.size > 0 && [...tensors.keys()].every((name) => numbered.test(name));
}

/** Layers in the model's order, of weights that `hasNumberedPaths`. */
export function layersByPath(tensors: NamedTensors): KerasLayer[] {
  const ordered = new Map(
    [...tensors]
      .map(([name, tensor]) => {
        const [, place, path] = numbered.exec(name) as unknown as [string, string, string];
        return { place: Number(place), path, tensor };
      })
      .sort((a, b) => a.place - b.place)
      .map(({ path, tensor }) => [path, tensor]),
  );
  const paths = [...ordered.keys()].map((path) => path.split('/'));
  // The name of a Sequential stands before all.
  const isNamed = new Set(paths.map(([head]) => head)).size === 1 && paths.every((path) => path.length > 2);
  const layers = groupWeights(ordered, (path) => path[isNamed ? 1 : 0]);
  return [...layers.values()].map((layer) => ({
    ...layer,
    className: null,
    config: null,
    kerasVersion: null,
  }));
}

/** The layers of a tf.js model, in its order. @param topology of the model.json. @throws WeightsError when it has none. */
export function layersOfTopology(topology: Record<string, unknown>, tensors: NamedTensors): KerasLayer[] {
  const { model_config: inner = topology, keras_version: version } = topology;
  const configs = layerConfigs(isRecord(inner) ? inner : {});
  const names = new Set(configs.map(({ name }) => name));
  const layers = groupWeights(tensors, (path) => path.find((part) => names.has(part)));
  return configs.map((layer) => ({
    ...layer,
    weights: layers.get(layer.name)?.weights ?? [],
    kerasVersion: typeof version === 'string' ? version : null,
  }));
}

function groupWeights(
  tensors: NamedTensors,
  layerOf: (path: string[]) => string | undefined,
): Map<string, NamedLayer> {
  const groups = new Map<string, { path: string[]; tensor: WeightTensor }[]>();
  for (const [name, tensor] of tensors) {
    const path = name.replace(/:0$/, '').split('/');
    const layer = layerOf(path) ?? '';
    groups.set(layer, [...(groups.get(layer) ?? []), { path, tensor }]);
  }
  return new Map(
    [...groups].map(([name, entries]) => {
      const sorted = entries.sort((a, b) => rank(a.path) - rank(b.path));
      return [name, { name, weights: sorted.map(({ tensor }) => tensor) }];
    }),
  );
}

const leaves = ['kernel', 'recurrent_kernel', 'bias'];

function rank(path: string[]): number {
  const direction = path.some((part) => part.startsWith('backward_')) ? 1 : 0;
  const leaf = (path.at(-1) as string).replace(/^(forward|backward)_/, '');
  return direction * leaves.length + Math.max(0, leaves.indexOf(leaf));
}
