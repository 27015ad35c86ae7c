/** Training on WebGPU, for test/gpu/training.test.ts to run inside a page. */
import { memory } from '@tensorflow/tfjs-core';
import { bucketsByLength } from '../../src/data/batches';
import { prepareDataset } from '../../src/data/preparation/prepare';
import { defaultSineConfig } from '../../src/data/sine-config';
import { generateSineDataset } from '../../src/data/sine-dataset';
import { splitDataset } from '../../src/data/split';
import { openDevice } from '../../src/model/device/open-device';
import { Classifier, type ClassifierSizes } from '../../src/model/network/classifier';
import { StepDraws } from '../../src/model/training/draw';
import { ProgramEngine } from '../../src/model/training/program-engine';
import { type Recipe, recipes } from '../../src/model/training/recipes';
import { dispatchesPerStep } from '../../src/model/training/run-plan';
import { Trainer } from '../../src/model/training/trainer';
import type { TrainerState } from '../../src/model/training/trainer-state';

const sizes: ClassifierSizes = { channels: 1, units: 8, score: 'additive', attentionUnits: 12, classes: 2 };
const description = {
  backend: 'webgpu',
  adapter: '',
  dispatchesPerStep: null,
  memoryBytes: 0,
  heldBack: 0,
  length: null,
  reasons: [],
};

function makeData(points: number, count: number) {
  const config = { ...defaultSineConfig, num_points: points, dataset_size: count };
  const preparation = { scaling: 'max', missing: 'linear' } as const;
  const { train, validation } = splitDataset(generateSineDataset(config, 0), 0);
  return {
    train: prepareDataset(train.dataset, preparation),
    validation: prepareDataset(validation.dataset, preparation),
  };
}

export interface StepCounts {
  /** Dispatches that the plans have, and those that reached the GPU in one step. */
  planned: number;
  counted: number;
  /** Number of submits in a step whose loss is read. */
  submits: number;
}

/** Counts for the article's training step. */
export async function countDispatches(time: number): Promise<StepCounts> {
  const { profile } = await openDevice('webgpu');
  const batch = 32;
  const sizes: ClassifierSizes = {
    channels: 1,
    units: 32,
    score: 'additive',
    attentionUnits: 64,
    classes: 2,
  };
  const { train } = makeData(time, 50);
  const classifier = Classifier.create(sizes, 'torch', 0);
  const recipe: Recipe = { ...recipes.article, batchSize: batch };
  const draws = new StepDraws(train, recipe, 0);
  const parts = { train, validation: train };
  const engine = new ProgramEngine(classifier, recipe, parts, draws, bucketsByLength(train));
  const indices = Int32Array.from({ length: batch }, (_, i) => i);
  const step = () => engine.queue([{ indices, learningRate: 1e-3, globalStep: 0 }]);
  await engine.begin();
  await step();
  const prototype = GPUComputePassEncoder.prototype;
  const original = prototype.dispatchWorkgroups;
  let counted = 0;
  prototype.dispatchWorkgroups = function (...workgroups) {
    counted += 1;
    original.apply(this, workgroups);
  };
  const { submit } = GPUQueue.prototype;
  let submits = 0;
  GPUQueue.prototype.submit = function (commands) {
    submits += 1;
    submit.call(this, commands);
  };
  await step();
  prototype.dispatchWorkgroups = original;
  GPUQueue.prototype.submit = submit;
  engine.end();
  engine.dispose();
  return { planned: dispatchesPerStep(sizes, { batch, time }, profile), counted, submits };
}

export interface Curves {
  /** The losses of a run, of the same run again, and of one that was stopped, moved and resumed. */
  first: number[];
  second: number[];
  resumed: number[];
  /** Tensors, and bytes on the GPU, that the second run left beyond the first. */
  leaked: { tensors: number; bytes: number };
}

/** Trains 21 steps in three epochs, three times. */
export async function trainRepeatedly(): Promise<Curves> {
  await openDevice('webgpu');
  const data = makeData(60, 300);
  const recipe: Recipe = { ...recipes.robust, epochs: 3 };
  const create = (seed: number) => {
    const classifier = Classifier.create(sizes, 'torch', seed);
    return { classifier, trainer: new Trainer(classifier, recipe, data, seed) };
  };
  const run = async ({ trainer }: ReturnType<typeof create>, stopAfter = Number.POSITIVE_INFINITY) => {
    const losses: number[] = [];
    await trainer.run((event) => {
      if (event.type !== 'steps') return;
      losses.push(...event.loss);
      if (event.globalStep >= stopAfter) trainer.stop();
    }, description);
    return losses;
  };
  const close = ({ classifier, trainer }: ReturnType<typeof create>): void => {
    trainer.dispose();
    classifier.dispose();
  };
  const whole = async () => {
    const subject = create(0);
    const losses = await run(subject);
    close(subject);
    return losses;
  };

  const first = await whole();
  const before = usage();
  const second = await whole();
  const after = usage();

  const begun = create(0);
  const losses = await run(begun, 3);
  const state: TrainerState = structuredClone(await begun.trainer.state());
  const moved = create(7);
  moved.trainer.restore(state);
  const resumed = [...losses, ...(await run(moved))];
  close(begun);
  close(moved);
  return {
    first,
    second,
    resumed,
    leaked: { tensors: after.tensors - before.tensors, bytes: after.bytes - before.bytes },
  };
}

function usage(): { tensors: number; bytes: number } {
  return { tensors: memory().numTensors, bytes: (memory() as { numBytesInGPU?: number }).numBytesInGPU ?? 0 };
}
