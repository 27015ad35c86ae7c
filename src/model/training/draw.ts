/** What is drawn or looked up for a step of training, besides its series: on the host, the same on every backend. */
import { addNoise, type GatheredBatch } from '../../data/batches';
import { classCounts, type Dataset } from '../../data/dataset';
import { RandomStream } from '../../random';
import type { Recipe } from './recipes';

/** Draws from the seed and the number of the step alone, so that a run that is restored draws the same again. */
export class StepDraws {
  /** Of each class; null where all series count the same. */
  private readonly classWeights: number[] | null;

  constructor(
    private readonly train: Dataset,
    private readonly recipe: Pick<Recipe, 'noise' | 'dropout' | 'classWeight'>,
    private readonly seed: number,
  ) {
    this.classWeights = recipe.classWeight === 'balanced' ? balancedWeights(train) : null;
  }

  get hasNoise(): boolean {
    return this.recipe.noise > 0;
  }

  get hasDropout(): boolean {
    return this.recipe.dropout > 0;
  }

  get hasWeights(): boolean {
    return this.classWeights !== null;
  }

  /** Adds noise to a batch, in place. @param globalStep steps done, counted over all epochs. */
  addNoise(batch: GatheredBatch, globalStep: number): void {
    addNoise(batch, this.train.channels, this.recipe.noise, this.stream('noise', globalStep));
  }

  /** Fills in what pooled features are multiplied with: 0 where one is dropped, else 1 / (1 − rate). */
  fillKept(kept: Float32Array, globalStep: number): void {
    const { dropout } = this.recipe;
    const random = this.stream('dropout', globalStep);
    for (let i = 0; i < kept.length; i++) kept[i] = random.next() < dropout ? 0 : 1 / (1 - dropout);
  }

  /** Fills in how much each series counts, 1 on average. */
  fillWeights(weights: Float32Array, indices: Int32Array): void {
    for (let i = 0; i < weights.length; i++) {
      weights[i] = this.classWeights![this.train.labels[indices[i]!]!]!;
    }
  }

  private stream(name: string, globalStep: number): RandomStream {
    return new RandomStream(this.seed, `${name} ${globalStep}`);
  }
}

/** Weights that let each class that occurs count the same, 1 on average over the series (as in scikit-learn). */
function balancedWeights(train: Dataset): number[] {
  const counts = classCounts(train);
  const present = counts.filter((count) => count > 0).length;
  return counts.map((count) => (count === 0 ? 0 : train.count / (present * count)));
}
