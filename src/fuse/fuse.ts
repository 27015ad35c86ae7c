import { LayersModel, layers, Sequential } from '@tensorflow/tfjs-layers';
import { registerKernels } from '../kernels';
import { RecurrentLayer } from '../layers/recurrent';
import { fusedLayerFor } from './computing';
import { rebuildModel } from './rebuild';
import { isRecurrent } from './stock';
import { TwinLayer } from './twin';

type Layer = layers.Layer;

/** What happened to a recurrent layer. */
export interface FuseReportEntry {
  /** Its name; 'inner/name' for a layer of a model within the model. */
  layer: string;
  className: string;
  fused: boolean;
  /** Why tf.js still computes it; absent if it is fused. */
  reason?: string;
}

const reports = new WeakMap<LayersModel, FuseReportEntry[]>();

/**
 * A model that computes the same as `model`, with its LSTM and GRU layers as fused ops: LSTM, GRU, Bidirectional of
 * either, and RNN over LSTMCell, GRUCell or a stack of them, anywhere in a sequential or functional model. Both
 * models share their weights: training one trains the other. A compiled model stays compiled, with the same loss,
 * metrics and optimizer. A saved model names only tf.js's own classes, so that plain tf.js can open it.
 *
 * Layers that the kernels cannot compute stay as they are; `fuse.report` says which and why. The states of stateful
 * layers are not shared. `dispose` leaves the weights alone, since they belong to the original model.
 *
 * Calls `registerKernels`. Works with every backend, and is fast with 'webgpu'.
 *
 * @throws Error when the model has no layers
 */
export function fuse(model: LayersModel): LayersModel {
  return fuseModel(model, false);
}

/** Which recurrent layers of a model that `fuse` returned are fused, and why the others are not. */
fuse.report = (fused: LayersModel): FuseReportEntry[] => {
  const report = reports.get(fused);
  if (!report)
    throw new Error(
      `The model '${fused.name}' was not made by fuse: pass fuse.report a model that fuse returned.`,
    );
  return report;
};

/** @param ownsWeights whether disposing of the fused model disposes of the weights */
export function fuseModel(model: LayersModel, ownsWeights: boolean): LayersModel {
  registerKernels();
  const report: FuseReportEntry[] = [];
  const fused = rebuildModel(model, twins(report, '', new Map(), ownsWeights));
  reports.set(fused, report);
  if (model.optimizer) {
    fused.compile({ optimizer: model.optimizer, loss: model.loss, metrics: model.metrics });
  }
  const metadata = model.getUserDefinedMetadata();
  if (metadata) fused.setUserDefinedMetadata(metadata);
  return fused;
}

/** Makes the twin of each layer once, and reports on it. @param path of the model, '' or ending in '/' */
function twins(
  report: FuseReportEntry[],
  path: string,
  made: Map<Layer, Layer>,
  ownsWeights: boolean,
): (layer: Layer) => Layer {
  return (layer) => {
    const known = made.get(layer);
    if (known) return known;
    const twin = makeTwin(layer);
    made.set(layer, twin);
    return twin;
  };

  function makeTwin(layer: Layer): Layer {
    if (isPlainModel(layer)) {
      return rebuildModel(layer, twins(report, `${path}${layer.name}/`, made, ownsWeights));
    }
    if (layer.getClassName() === 'InputLayer') return layers.inputLayer(layer.getConfig());
    const original = layer instanceof TwinLayer ? layer.original : layer;
    return new TwinLayer(original, computingLayer(original), ownsWeights);
  }

  function computingLayer(layer: Layer): Layer {
    const entry = { layer: path + layer.name, className: layer.getClassName() };
    if (layer instanceof RecurrentLayer) {
      report.push({ ...entry, fused: true });
      return layer;
    }
    if (!isRecurrent(layer)) return layer;
    const computing = fusedLayerFor(layer);
    if (typeof computing === 'string') {
      report.push({ ...entry, fused: false, reason: computing });
      return layer;
    }
    report.push({ ...entry, fused: true });
    return computing;
  }
}

/** Excludes derived classes, which may compute something other than their graph. */
function isPlainModel(layer: Layer): layer is LayersModel {
  return Object.is(layer.constructor, LayersModel) || Object.is(layer.constructor, Sequential);
}
