/**
 * Loads a saved model in tf.js alone and prints what it predicts: `node plain-tfjs.mjs FOLDER`, which has model.json,
 * weights.bin, and series.json with a list of { shape, data }. Nothing of this project is imported.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { loadLayersModel } from '@tensorflow/tfjs-layers';

const folder = process.argv[2];
const json = JSON.parse(readFileSync(join(folder, 'model.json'), 'utf8'));
const model = await loadLayersModel(
  tf.io.fromMemory({
    modelTopology: json.modelTopology,
    weightSpecs: json.weightsManifest.flatMap(({ weights }) => weights),
    weightData: new Uint8Array(readFileSync(join(folder, 'weights.bin'))).buffer,
  }),
);
const series = JSON.parse(readFileSync(join(folder, 'series.json'), 'utf8'));
const outputs = series.map(({ shape, data }) =>
  [model.predict(tf.tensor(data, shape))].flat().map((output) => ({
    shape: output.shape,
    data: Array.from(output.dataSync()),
  })),
);
process.stdout.write(JSON.stringify(outputs));
