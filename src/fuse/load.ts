import type { io } from '@tensorflow/tfjs-core';
import { type LayersModel, loadLayersModel as loadStockModel } from '@tensorflow/tfjs-layers';
import { fuseModel } from './fuse';

export interface LoadOptions extends io.LoadOptions {
  /** Whether the model is fused, see `fuse`. */
  fused?: boolean;
}

/**
 * tf.loadLayersModel with the option `fused`. A model that is loaded fused has its weights to itself: `dispose` frees
 * them.
 *
 * @param source a URL of a model.json, or an IOHandler
 */
export async function loadLayersModel(
  source: string | io.IOHandler,
  { fused = false, ...options }: LoadOptions = {},
): Promise<LayersModel> {
  const model = await loadStockModel(source, options);
  return fused ? fuseModel(model, true) : model;
}
