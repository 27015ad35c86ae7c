/** Training by programs and by tf.js's tape on the same device, for test/gpu/training.test.ts to run inside a page. */
import { batchIndices, bucketsByLength, shuffledBatches } from '../../src/data/batches';
import type { Dataset } from '../../src/data/dataset';
import { openDevice } from '../../src/model/device/open-device';
import { Classifier, type ClassifierSizes } from '../../src/model/network/classifier';
import { StepDraws } from '../../src/model/training/draw';
import type { StepEngine } from '../../src/model/training/engine';
import { ProgramEngine } from '../../src/model/training/program-engine';
import { type Recipe, recipes } from '../../src/model/training/recipes';
import type { StepNumbers } from '../../src/model/training/step-log';
import { TapeEngine } from '../../src/model/training/tape-engine';
import { RandomStream } from '../../src/random';

interface Case {
  name: string;
  sizes: ClassifierSizes;
  recipe: Partial<Recipe>;
  uneven: boolean;
}

const cases: Case[] = [
  {
    name: 'plain, with clipping',
    sizes: { channels: 1, units: 8, score: 'additive', attentionUnits: 12, classes: 2 },
    recipe: { clipNorm: 0.05 },
    uneven: false,
  },
  {
    name: 'several lengths, dropout, class weights, three classes',
    sizes: { channels: 2, units: 5, score: 'dot', attentionUnits: 0, classes: 3 },
    recipe: { dropout: 0.3, classWeight: 'balanced' },
    uneven: true,
  },
  {
    name: 'gradients that are made where they last',
    sizes: { channels: 1, units: 16, score: 'additive', attentionUnits: 64, classes: 2 },
    recipe: { clipNorm: 0.05 },
    uneven: false,
  },
  {
    name: 'noise',
    sizes: { channels: 2, units: 6, score: 'additive', attentionUnits: 7, classes: 2 },
    recipe: { noise: 0.3 },
    uneven: true,
  },
];

/** What a run of a few steps leaves. */
export interface Trained {
  numbers: StepNumbers;
  validated: { loss: number; accuracy: number };
  weights: number[][];
  moments: number[][];
}

export interface TrainedBoth {
  name: string;
  program: Trained;
  tape: Trained;
}

export async function trainBoth(): Promise<TrainedBoth[]> {
  await openDevice('webgpu', { tune: false });
  const results: TrainedBoth[] = [];
  for (const each of cases) {
    results.push({
      name: each.name,
      program: await train(each, ProgramEngine),
      tape: await train(each, TapeEngine),
    });
  }
  return results;
}

async function train(
  { sizes, recipe: changes, uneven }: Case,
  Engine: typeof ProgramEngine | typeof TapeEngine,
): Promise<Trained> {
  const data = { train: makeData(sizes, uneven, 43), validation: makeData(sizes, uneven, 11) };
  const recipe: Recipe = { ...recipes.article, ...changes, units: sizes.units, batchSize: 16 };
  const classifier = Classifier.create(sizes, 'torch', 0);
  const buckets = bucketsByLength(data.train);
  const draws = new StepDraws(data.train, recipe, 0);
  const engine: StepEngine = new Engine(classifier, recipe, data, draws, buckets);
  const epoch = shuffledBatches(buckets, recipe.batchSize, new RandomStream(0, 'shuffle'));
  const orders = Array.from(epoch.starts, (_, step) => ({
    indices: batchIndices(epoch, step),
    learningRate: 0.01 / (1 + step),
    globalStep: step,
  }));
  await engine.begin();
  const first = await engine.queue(orders.slice(0, 1));
  const rest = await engine.queue(orders.slice(1));
  const validated = await engine.validate();
  const read = (tensors: ReturnType<StepEngine['weights']>) =>
    Promise.all(
      tensors.map(async (tensor) => {
        const values = Array.from(await tensor.data());
        tensor.dispose();
        return values;
      }),
    );
  const { m, v } = engine.moments();
  const moments = await read([m, v]);
  engine.end();
  const weights = await read(engine.weights());
  engine.dispose();
  classifier.dispose();
  return {
    numbers: {
      loss: [...first.loss, ...rest.loss],
      accuracy: [...first.accuracy, ...rest.accuracy],
      gradientNorm: [...first.gradientNorm, ...rest.gradientNorm],
    },
    validated,
    weights,
    moments,
  };
}

function makeData({ channels, classes }: ClassifierSizes, uneven: boolean, count: number): Dataset {
  const time = 21;
  const random = new RandomStream(count, 'data');
  const series = new Float32Array(count * time * channels);
  const lengths = Int32Array.from({ length: count }, (_, i) => (i % 3 === 0 ? time : 5 + random.integer(5)));
  const labels = Int32Array.from({ length: count }, (_, i) => (i % 5 === 0 ? 1 : i % classes));
  labels.forEach((label, row) => {
    const end = (uneven ? lengths[row]! : time) * channels;
    for (let i = 0; i < end; i++) series[row * time * channels + i] = random.normal() + label;
  });
  const classNames = Array.from({ length: classes }, (_, i) => `class ${i}`);
  return { count, time, channels, series, labels, classNames, ...(uneven && { lengths }) };
}
