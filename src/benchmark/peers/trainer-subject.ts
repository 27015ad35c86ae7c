/** A training step as the trainer does it: on WebGPU its program, elsewhere tf.js's tape. */
import { dispose, getBackend } from '@tensorflow/tfjs-core';
import { bucketsByLength } from '../../data/batches';
import { type Dataset, subset } from '../../data/dataset';
import { Classifier, weightShapes } from '../../model/network/classifier';
import { chooseEngine } from '../../model/training/choose-engine';
import { recipes } from '../../model/training/recipes';
import { classifierSizes } from '../plans';
import { type TaskData, training, weightList } from '../task-data';
import type { Task } from '../workload';
import type { Finished, Subject } from './serve';
import { peakMemory, readJoined } from './tensor-subject';

/**
 * The batch is the whole training part, and its first series the validation part, which no step uses. Compiling is what the
 * trainer does before its first step, the kernels of validation included.
 */
export async function trainerSubject({ shape, seed }: Task, data: TaskData): Promise<Subject> {
  const { batch, time, inputDim: channels, units, attentionUnits } = shape;
  const sizes = classifierSizes(shape);
  const classifier = Classifier.create(sizes, 'torch', 0);
  const weights = weightList(data);
  const names = [...weightShapes(sizes).keys()];
  classifier.setWeights(new Map(names.map((name, index) => [name, weights[index] as Float32Array])));
  const train: Dataset = {
    count: batch,
    time,
    channels,
    series: data.x,
    labels: data.labels,
    classNames: ['0', '1'],
  };
  const { learningRate, clipNorm, beta1 } = training;
  const recipe = { ...recipes.article, units, attentionUnits, batchSize: batch, learningRate, clipNorm };
  const parts = { train, validation: subset(train, [0]) };
  const engine = chooseEngine(classifier, recipe, parts, seed, bucketsByLength(train));
  const start = performance.now();
  await engine.begin();
  const compile = getBackend() === 'webgpu' ? performance.now() - start : null;

  const indices = Int32Array.from({ length: batch }, (_, index) => index);
  let globalStep = 0;
  const step = () => engine.queue([{ indices, learningRate, globalStep: globalStep++ }]);

  return {
    compile,
    async run(): Promise<Finished> {
      const { loss, gradientNorm } = await step();
      return {
        async read() {
          const { m, v } = engine.moments();
          const updated = engine.weights();
          const moments = (await m.data()) as Float32Array;
          const outputs = {
            loss,
            gradientNorm,
            // After the first step m is (1 − β₁) times the clipped gradients.
            gradients: moments.map((value) => value / (1 - beta1)),
            weights: await readJoined(updated),
          };
          dispose([m, v, ...updated]);
          return outputs;
        },
        dispose: () => undefined,
      };
    },
    inspect: async () => ({
      gpu: null,
      gpuNote:
        getBackend() === 'webgpu'
          ? 'a step is one submission to the queue, which no query times; its kernels are timed one by one'
          : 'runs on the CPU',
      memory: await peakMemory(() => void step()),
    }),
  };
}
