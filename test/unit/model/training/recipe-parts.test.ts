/** What a recipe may add to training: series of several lengths, noise, dropout and class weights. */
import { memory, type Tensor1D, tensor1d, zeros } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../../../src/data/dataset';
import { Classifier, parameterCount } from '../../../../src/model/network/classifier';
import { predict, uploadBatch } from '../../../../src/model/network/evaluation';
import type { StepsEvent } from '../../../../src/model/training/events';
import { type Recipe, recipes } from '../../../../src/model/training/recipes';
import { Trainer } from '../../../../src/model/training/trainer';
import { trainingStep } from '../../../../src/model/training/training-step';
import { RandomStream } from '../../../../src/random';
import { expectClose } from '../../../support/numeric';
import { useCpu } from '../setup';

useCpu();

/** Series of 3 to 12 steps whose class is the sign of their values; the first class has three in four. */
function unevenData(count: number, seed: number): Dataset {
  const random = new RandomStream(seed, 'data');
  const labels = Int32Array.from({ length: count }, (_, i) => (i % 4 === 0 ? 1 : 0));
  const lengths = Int32Array.from({ length: count }, () => 3 + random.integer(10));
  const series = new Float32Array(count * 12 * 2);
  lengths.forEach((length, row) => {
    for (let i = 0; i < length * 2; i++) series[row * 24 + i] = (labels[row] ? 1 : -1) + random.normal();
  });
  return { count, time: 12, channels: 2, series, labels, lengths, classNames: ['low', 'high'] };
}

const data = { train: unevenData(50, 1), validation: unevenData(12, 2) };
const base: Recipe = {
  ...recipes.general,
  units: 4,
  attentionUnits: 5,
  batchSize: 8,
  steps: 0,
  epochs: 3,
  noise: 0.1,
  dropout: 0.4,
  classWeight: 'balanced',
};
const sizes = { channels: 2, units: 4, score: 'additive', attentionUnits: 5, classes: 2 } as const;
const description = {
  backend: 'cpu',
  adapter: '',
  dispatchesPerStep: null,
  memoryBytes: 0,
  heldBack: 0,
  length: null,
  reasons: [],
};

function create(changes: Partial<Recipe> = {}, seed = 0) {
  const classifier = Classifier.create(sizes, 'wide', seed);
  return { classifier, trainer: new Trainer(classifier, { ...base, ...changes }, data, seed) };
}

async function lossesOf({ trainer }: ReturnType<typeof create>, steps?: number): Promise<number[]> {
  const events: StepsEvent[] = [];
  await trainer.run(
    (event) => {
      if (event.type === 'steps') events.push(event);
    },
    description,
    { ...(steps !== undefined && { steps }) },
  );
  return events.flatMap(({ loss }) => loss);
}

describe('series of several lengths', () => {
  it('are learned', async () => {
    const created = create({ epochs: 12, learningRate: 0.02, noise: 0, dropout: 0, classWeight: 'none' });
    const losses = await lossesOf(created);
    expect(losses.at(-1)).toBeLessThan(0.5 * losses[0]!);
    const { probabilities } = await predict(created.classifier, data.validation);
    const right = Array.from(probabilities).filter((p, i) => (p > 0.5 ? 1 : 0) === data.validation.labels[i]);
    expect(right.length).toBeGreaterThan(10);
  });

  it('are predicted alone as in a batch, and padding gets no attention', async () => {
    const { classifier } = create();
    const { probabilities, attention } = await predict(classifier, data.validation);
    for (const row of [0, 3, 11]) {
      const length = data.validation.lengths![row]!;
      const series = data.validation.series.slice(row * 24, row * 24 + 2 * length);
      const alone = await predict(classifier, {
        count: 1,
        time: length,
        channels: 2,
        series,
        labels: Int32Array.of(0),
        classNames: ['low', 'high'],
      });
      expectClose('probability', probabilities.subarray(row, row + 1), alone.probabilities, 1e-6);
      const weights = attention.subarray(row * 12, (row + 1) * 12);
      expectClose('attention', weights.subarray(0, length), alone.attention, 1e-6);
      expect(Array.from(weights.subarray(length)).every((weight) => weight === 0)).toBe(true);
    }
  });

  it('without labels are predicted without a loss', async () => {
    const { classifier } = create();
    const labels = new Int32Array(12).fill(-1);
    const { loss, probabilities } = await predict(classifier, { ...data.validation, labels });
    expect(loss).toBeNaN();
    expect(probabilities.every(Number.isFinite)).toBe(true);
  });
});

describe('noise, dropout and class weights', () => {
  it('give the same bits for the same seed, and others for another', async () => {
    const first = await lossesOf(create());
    expect(await lossesOf(create())).toEqual(first);
    expect(await lossesOf(create({}, 1))).not.toEqual(first);
  });

  it('continue after a stop and a restart as if nothing had been', async () => {
    const whole = await lossesOf(create());
    const before = create();
    const begun = await lossesOf(before, 10);
    const after = create({}, 0);
    after.trainer.restore(structuredClone(await before.trainer.state()));
    expect([...begun, ...(await lossesOf(after))]).toEqual(whole);
  });

  it.each([{ noise: 0 }, { dropout: 0 }, { classWeight: 'none' as const }])(
    'each change the run: without %o',
    async (changes) => {
      expect(await lossesOf(create(changes))).not.toEqual(await lossesOf(create()));
    },
  );

  it('free their tensors', async () => {
    const created = create();
    const tensors = memory().numTensors;
    await lossesOf(created, 5);
    await lossesOf(created, 5);
    // The best weights, if an epoch was finished, and the latest beside them.
    const kept = 2 * created.classifier.variables.size;
    expect(memory().numTensors - tensors).toBeLessThanOrEqual(kept);
  });

  it('change nothing in evaluation', async () => {
    const { classifier } = create();
    const once = await predict(classifier, data.validation);
    expect(await predict(classifier, data.validation)).toEqual(once);
  });
});

describe('class weights', () => {
  it('give the gradient of the weighted mean: twice the weight is the same as the series twice', () => {
    const settings = { learningRate: 0.1, step: 1, clipNorm: 0 };
    const norm = (rows: number[], weights?: number[]): number => {
      const { classifier } = create();
      const batch = uploadBatch(data.train, Int32Array.from(rows));
      const count = parameterCount(sizes);
      const moments = { m: zeros([count]) as Tensor1D, v: zeros([count]) as Tensor1D };
      const { gradientNorm } = trainingStep(
        classifier,
        { ...batch, ...(weights && { weights: tensor1d(weights) }) },
        moments,
        settings,
      );
      return gradientNorm.dataSync()[0]!;
    };
    // Means over 3 and over 4 series.
    expect(norm([0, 1, 2], [2, 1, 1]) * (3 / 4)).toBeCloseTo(norm([0, 0, 1, 2]), 6);
    expect(norm([0, 1, 2], [1, 1, 1])).toBeCloseTo(norm([0, 1, 2]), 7);
  });
});
