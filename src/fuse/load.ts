import { io } from '@tensorflow/tfjs-core';
import { type LayersModel, loadLayersModel as loadStockModel } from '@tensorflow/tfjs-layers';
import { tfjsArtifacts } from '../layers/keras-topology';
import { fuseModel } from './fuse';

export interface LoadOptions extends io.LoadOptions {
  /** Whether to fuse the model; see `fuse`. */
  fused?: boolean;
}

/**
 * tf.loadLayersModel with the option `fused`, which also reads a model.json that Keras 3 wrote. A model loaded this
 * way owns its weights: `dispose` frees them.
 *
 * @param source a URL of a model.json, or an IOHandler
 */
export async function loadLayersModel(
  source: string | io.IOHandler,
  { fused = false, ...options }: LoadOptions = {},
): Promise<LayersModel> {
  const handler = typeof source === 'string' ? handlerOf(source, options) : source;
  const model = await loadStockModel(
    { load: async () => tfjsArtifacts(await loadArtifacts(handler)) },
    options,
  );
  return fused ? fuseModel(model, true) : model;
}

/** Found as tf.js does: a registered handler, otherwise HTTP. */
function handlerOf(url: string, options: io.LoadOptions): io.IOHandler {
  const [handler] = io.getLoadHandlers(url, options);
  return (handler as io.IOHandler | undefined) ?? io.browserHTTPRequest(url, options);
}

async function loadArtifacts(handler: io.IOHandler): Promise<io.ModelArtifacts> {
  if (!handler.load) throw new Error('The IOHandler cannot load: it has no method load.');
  return handler.load();
}
