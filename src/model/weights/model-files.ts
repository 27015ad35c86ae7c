/** A trained classifier as files, for this library and for others. */
import type { Scaling } from '../../data/scale';
import type { Classifier } from '../network/classifier';
import { encodeClassifier } from './onnx/classifier';
import { writeSafetensors } from './safetensors';
import { stockModel } from './stock';
import { type LayersFiles, layersFiles } from './tfjs-files';
import { toTorch } from './torch/classifier';

/** The model as files, ready to be written under these names. */
export interface ModelFiles {
  /** tf.js layers format with our layers: model.json, which names weights.bin. */
  modelJson: string;
  weightsBin: Uint8Array;
  /** The same model built from tf.js's own layers, which any tf.js program opens. */
  stock: LayersFiles;
  /** ONNX, with lengths of the series as a second input. */
  onnx: Uint8Array;
  /** The weights under torch's names. */
  safetensors: Uint8Array;
}

/** A model to load: the tf.js pair, or a file of weights in any format that `readWeights` reads. */
export type ModelSource =
  | { kind: 'tfjs'; modelJson: string; weightsBin: Uint8Array }
  | {
      kind: 'weights';
      bytes: Uint8Array;
      /**
       * Scaling of the series that the weights were trained on; the file's metadata take precedence; the default is
       * 'none'.
       */
      scaling?: Scaling;
    };

/** What a classifier's weights alone don't say, but their user must know. */
export interface ModelMetadata {
  classNames: string[];
  /** How the series must be scaled before the model sees them. */
  scaling: Scaling;
  /** Time steps of the series it was trained on; null where that is not known. */
  time: number | null;
}

export interface ModelInfo {
  /** Time steps of the series it was trained on, null where not known; it takes series of any length. */
  time: number | null;
  channels: number;
  units: number;
  attentionUnits: number;
  score: 'additive' | 'dot';
  classNames: string[];
  scaling: Scaling;
  parameters: number;
  /** Of a model that was loaded: what its file does not say and was assumed, in sentences. */
  notes?: string[];
}

export interface LoadedModel {
  classifier: Classifier;
  metadata: ModelMetadata;
  /** What the file does not say and was assumed, in sentences. */
  notes?: string[];
}

/** Reads the weights from the device and writes all formats. */
export async function saveModel({ classifier, metadata }: LoadedModel): Promise<ModelFiles> {
  classifier.model.setUserDefinedMetadata({ gatewave: metadata });
  const { sizes } = classifier;
  const values = await classifier.getWeights();
  const stock = stockModel(sizes, values);
  stock.setUserDefinedMetadata({ gatewave: metadata });
  try {
    return {
      ...(await layersFiles(classifier.model)),
      stock: await layersFiles(stock),
      onnx: encodeClassifier(sizes, values),
      safetensors: writeSafetensors(toTorch(values, sizes), {
        format: 'pt',
        class_names: JSON.stringify(metadata.classNames),
        scaling: metadata.scaling,
        ...(metadata.time !== null && { time: String(metadata.time) }),
      }),
    };
  } finally {
    stock.dispose();
  }
}
