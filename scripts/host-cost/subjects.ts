/** What is measured, made ready: our classifier, stock layers, and stock layers that `fuse` has replaced. */
import * as tf from '@tensorflow/tfjs-core';
import { type LayersModel, layers, sequential } from '@tensorflow/tfjs-layers';
import { bucketsByLength } from '../../src/data/batches';
import type { RunConfig } from '../../src/data/config';
import { subset } from '../../src/data/dataset';
import { defaultSineConfig } from '../../src/data/sine-config';
import { generateSineDataset } from '../../src/data/sine-dataset';
import { fuse } from '../../src/fuse/fuse';
import { Classifier } from '../../src/model/network/classifier';
import { evaluationBatchSize, predict } from '../../src/model/network/evaluation';
import { Session } from '../../src/model/session/session';
import { StepDraws } from '../../src/model/training/draw';
import { ProgramEngine } from '../../src/model/training/program-engine';
import { recipes } from '../../src/model/training/recipes';
import type { Work } from './work';

/** The article's shape. */
const time = 500;
const units = 32;
const batch = 32;
const sizes = { channels: 1, units, attentionUnits: 64, score: 'additive', classes: 2 } as const;
/** Steps of time over which stock layers are measured, and how many times that makes the article's. */
const stockTime = 20;
export const stockRepeats = time / stockTime;

/** Fewer than an epoch has. */
const stepsOfATurn = 128;
const config: RunConfig = {
  ...defaultSineConfig,
  recipe: 'article',
  seed: 0,
  dataset_size: 8000,
  num_points: time,
  patience: 0,
};

async function countDispatches(work: () => Promise<unknown>): Promise<number> {
  const { prototype } = GPUComputePassEncoder;
  const original = prototype.dispatchWorkgroups;
  let count = 0;
  prototype.dispatchWorkgroups = function (...workgroups) {
    count += 1;
    return original.apply(this, workgroups);
  };
  await work();
  prototype.dispatchWorkgroups = original;
  return count;
}

/** Our classifier: training as a session does it, the validation part's batches, and one series. */
export async function prepareOurs() {
  const session = new Session();
  await session.initialise('webgpu', { tune: false });
  await session.generate(config, 0);
  const train: Work = async (ready) => {
    let events = 0;
    let count = 0;
    await session.train(
      config,
      (event) => {
        if (event.type !== 'steps') return;
        events += 1;
        // Two groups are on their way at once: when the first one is done, the second one has been queued.
        if (events === 1) ready();
        if (events > 2) count += event.loss.length;
      },
      { steps: stepsOfATurn },
    );
    return count;
  };
  const classifier = Classifier.create(sizes, 'torch', 0);
  const batches = 6;
  const many = generateSineDataset(
    { ...config, dataset_size: batches * evaluationBatchSize(time, units) },
    1,
  );
  const draws = new StepDraws(many, recipes.article, 0);
  const parts = { train: many, validation: many };
  const engine = new ProgramEngine(classifier, recipes.article, parts, draws, bucketsByLength(many));
  await engine.begin();
  const one = subset(many, [0]);
  // As many as make V8 compile what they run.
  const predictions = 100;
  const predictOne = () => predict(classifier, one);
  await predictOne();
  return {
    train,
    async validate() {
      await engine.validate();
      return batches;
    },
    async predict() {
      for (let i = 0; i < predictions; i++) await predictOne();
      return predictions;
    },
    dispatches: {
      step: (await countDispatches(() => train(() => {}))) / stepsOfATurn,
      prediction: await countDispatches(predictOne),
    },
  };
}

function recurrentModel(length: number): LayersModel {
  const recurrentInitializer = 'zeros';
  const layer = layers.lstm({ units, recurrentInitializer });
  const built = sequential({
    layers: [
      layers.bidirectional({ layer, mergeMode: 'concat', inputShape: [length, 1] }),
      layers.dense({ units: 1, activation: 'sigmoid' }),
    ],
  });
  return built;
}

function compiled(model: LayersModel): LayersModel {
  model.compile({ optimizer: tf.train.adam(1e-3), loss: 'binaryCrossentropy' });
  return model;
}

/** Training steps of a model by `fit`. */
function fitting(model: LayersModel, length: number, steps: number) {
  const x = tf.zeros([steps * batch, length, 1]);
  const y = tf.zeros([steps * batch, 1]);
  return async () => {
    await model.fit(x, y, { batchSize: batch, epochs: 1, shuffle: false, verbose: 0, yieldEvery: 'never' });
    return steps;
  };
}

export const prepareStock = () => fitting(compiled(recurrentModel(stockTime)), stockTime, 1);
export const prepareFused = () => fitting(compiled(fuse(recurrentModel(time))), time, 20);
