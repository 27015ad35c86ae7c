/** A trained classifier as files, for this library and for others. */
import { channelFactor, type Preparation } from '../../data/preparation/preparation';
import { type Classifier, type WeightValues, weightShapes } from '../network/classifier';
import { type ModelMetadata, metadataTexts, type SeriesScaling, writtenMetadata } from './metadata';
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
      scaling?: SeriesScaling;
    };

export interface ModelInfo {
  /** Time steps of the longest series it was trained on, null where not known; it takes series of any length. */
  time: number | null;
  /** Values per step of the series that are given to it, before their preparation. */
  channels: number;
  units: number;
  attentionUnits: number;
  score: 'additive' | 'dot';
  classNames: string[];
  preparation: Preparation;
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

/** Values per step of the series that are given to a model. */
export function channelsOf({ classifier, metadata }: LoadedModel): number {
  return classifier.sizes.channels / channelFactor(metadata.preparation);
}

/** The tf.js pair of a model, with other weights than it has at this moment. */
export async function saveWithWeights(loaded: LoadedModel, values: WeightValues): Promise<LayersFiles> {
  const { classifier, metadata } = loaded;
  classifier.model.setUserDefinedMetadata({ gatewave: writtenMetadata(metadata) });
  const { modelJson } = await layersFiles(classifier.model);
  const all = [...weightShapes(classifier.sizes).keys()].map((name) => values.get(name)!);
  const weightsBin = new Uint8Array(all.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let end = 0;
  for (const { buffer, byteOffset, byteLength } of all) {
    weightsBin.set(new Uint8Array(buffer, byteOffset, byteLength), end);
    end += byteLength;
  }
  return { modelJson, weightsBin };
}

/** Reads the weights from the device and writes all formats. */
export async function saveModel({ classifier, metadata }: LoadedModel): Promise<ModelFiles> {
  const gatewave = writtenMetadata(metadata);
  classifier.model.setUserDefinedMetadata({ gatewave });
  const { sizes } = classifier;
  const values = await classifier.getWeights();
  const stock = stockModel(sizes, values);
  stock.setUserDefinedMetadata({ gatewave });
  try {
    return {
      ...(await layersFiles(classifier.model)),
      stock: await layersFiles(stock),
      onnx: encodeClassifier(sizes, values, metadataTexts(metadata)),
      safetensors: writeSafetensors(toTorch(values, sizes), {
        format: 'pt',
        ...metadataTexts(metadata),
      }),
    };
  } finally {
    stock.dispose();
  }
}
