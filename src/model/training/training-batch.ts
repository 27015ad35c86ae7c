import { tensor1d, tensor2d } from '@tensorflow/tfjs-core';
import { addNoise } from '../../data/batches';
import { classCounts, type Dataset } from '../../data/dataset';
import { RandomStream } from '../../random';
import { uploadBatch } from '../network/evaluation';
import type { Recipe } from './recipes';
import type { TrainingBatch } from './training-step';

/** What a batch depends on besides its series. */
interface Draw {
  recipe: Recipe;
  seed: number;
  /** Steps done, counted over all epochs. */
  globalStep: number;
  /** Of each class; null where all series count the same. */
  classWeights: readonly number[] | null;
}

/**
 * Uploads the series with the given indices for a step of training. Noise and dropout are drawn from the seed and the
 * number of the step alone, so that a run that is restored draws them again.
 */
export function drawBatch(
  train: Dataset,
  indices: Int32Array,
  { recipe, seed, globalStep, classWeights }: Draw,
): TrainingBatch {
  const { noise, dropout, units } = recipe;
  const stream = (name: string) => new RandomStream(seed, `${name} ${globalStep}`);
  const batch: TrainingBatch = uploadBatch(train, indices, (gathered) => {
    if (noise > 0) addNoise(gathered, train.channels, noise, stream('noise'));
  });
  if (classWeights) {
    batch.weights = tensor1d(Array.from(indices, (index) => classWeights[train.labels[index]!]!));
  }
  if (dropout > 0) {
    const random = stream('dropout');
    const features = 2 * units;
    const kept = Float32Array.from({ length: indices.length * features }, () =>
      random.next() < dropout ? 0 : 1 / (1 - dropout),
    );
    batch.dropped = tensor2d(kept, [indices.length, features]);
  }
  return batch;
}

/** Weights that let each class that occurs count the same, 1 on average over the series (as in scikit-learn). */
export function balancedWeights(train: Dataset): number[] {
  const counts = classCounts(train);
  const present = counts.filter((count) => count > 0).length;
  return counts.map((count) => (count === 0 ? 0 : train.count / (present * count)));
}
