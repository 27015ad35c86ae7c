import {
  type LayersModel,
  type layers,
  model as layersModel,
  Sequential,
  type SymbolicTensor,
  sequential,
} from '@tensorflow/tfjs-layers';

type Layer = layers.Layer;
type Node = Layer['inboundNodes'][number];

/**
 * A model with the same graph, built from other layers.
 *
 * @param twinOf gives the layer that stands for each one; called again for a layer that is used several times
 */
export function rebuildModel(model: LayersModel, twinOf: (layer: Layer) => Layer): LayersModel {
  const rebuilt =
    model instanceof Sequential
      ? sequential({ name: model.name, layers: model.layers.map(twinOf) })
      : rebuildGraph(model, twinOf);
  if (!model.trainable) rebuilt.trainable = false;
  return rebuilt;
}

function rebuildGraph(model: LayersModel, twinOf: (layer: Layer) => Layer): LayersModel {
  const rebuilt = new Map<SymbolicTensor, SymbolicTensor>();
  for (const node of nodesOf(model)) {
    const twin = twinOf(node.outboundLayer);
    const inputs = node.inputTensors.map((tensor) => rebuilt.get(tensor) as SymbolicTensor);
    // Masks and states that tf.js left there from a call are not part of the graph; symbolic states are inputs.
    const { mask, initialState, ...kwargs } = node.callArgs ?? {};
    const outputs = isInput(node)
      ? twin.output
      : twin.apply(inputs.length === 1 ? inputs[0]! : inputs, kwargs);
    [outputs].flat().forEach((output, i) => {
      rebuilt.set(node.outputTensors[i]!, output as SymbolicTensor);
    });
  }
  const twinsOf = (tensors: SymbolicTensor[]) =>
    tensors.map((tensor) => rebuilt.get(tensor) as SymbolicTensor);
  return layersModel({ name: model.name, inputs: twinsOf(model.inputs), outputs: twinsOf(model.outputs) });
}

/**
 * The calls of layers that lead to the model's outputs, in the order in which they were made: inputs come before what
 * is computed from them, and the calls of a shared layer keep their numbers.
 */
function nodesOf(model: LayersModel): Node[] {
  const found = new Set<Node>();
  const open = [...model.inputs, ...model.outputs];
  for (let tensor = open.pop(); tensor; tensor = open.pop()) {
    const node = tensor.sourceLayer.inboundNodes[tensor.nodeIndex]!;
    if (found.has(node)) continue;
    found.add(node);
    if (!isInput(node)) open.push(...node.inputTensors);
  }
  return [...found].sort((a, b) => a.id - b.id);
}

/** An input layer's node has its own output as its input. */
function isInput(node: Node): boolean {
  return node.inboundLayers.length === 0;
}
