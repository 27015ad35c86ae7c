/** Training by tf.js's tape, on backends without programs. */
import {
  concat,
  dispose,
  reshape,
  type Tensor,
  tensor1d,
  tensor2d,
  tidy,
  zeros,
} from '@tensorflow/tfjs-core';
import { type Bucket, paddedLengths } from '../../data/batches';
import type { Dataset } from '../../data/dataset';
import type { AdamMoments } from '../../kernels';
import { type Classifier, parameterCount } from '../network/classifier';
import { evaluate, uploadBatch } from '../network/evaluation';
import type { StepDraws } from './draw';
import type { StepEngine, StepOrder } from './engine';
import type { Recipe } from './recipes';
import type { StepNumbers } from './step-log';
import { type StepResult, type TrainingBatch, trainingStep } from './training-step';

export class TapeEngine implements StepEngine {
  private current: AdamMoments;
  private readonly padded: Int32Array;

  constructor(
    private readonly classifier: Classifier,
    private readonly recipe: Recipe,
    private readonly data: { train: Dataset; validation: Dataset },
    private readonly draws: StepDraws,
    buckets: readonly Bucket[],
  ) {
    this.padded = paddedLengths(buckets);
    const count = parameterCount(classifier.sizes);
    this.current = { m: zeros([count]), v: zeros([count]) };
  }

  /** The classifier has the weights all the time. */
  async begin(): Promise<void> {}
  end(): void {}

  async queue(orders: readonly StepOrder[]): Promise<StepNumbers> {
    const scalars = orders.flatMap((order) => {
      const { loss, accuracy, gradientNorm } = this.step(order);
      return [loss, accuracy, gradientNorm];
    });
    const joined = tidy(() => concat(scalars.map((scalar) => reshape(scalar, [1]))));
    dispose(scalars);
    const numbers = await joined.data();
    joined.dispose();
    const column = (offset: number) => Array.from(numbers).filter((_, i) => i % 3 === offset);
    return { loss: column(0), accuracy: column(1), gradientNorm: column(2) };
  }

  validate(): Promise<{ loss: number; accuracy: number }> {
    return evaluate(this.classifier, this.data.validation);
  }

  weights(): Tensor[] {
    return this.classifier.copyWeights();
  }

  moments(): AdamMoments {
    return { m: this.current.m.clone(), v: this.current.v.clone() };
  }

  setMoments(m: Float32Array, v: Float32Array): void {
    this.dispose();
    this.current = { m: tensor1d(m), v: tensor1d(v) };
  }

  dispose(): void {
    dispose([this.current.m, this.current.v]);
  }

  private step({ indices, learningRate, globalStep }: StepOrder): StepResult {
    const batch = this.batch(indices, globalStep);
    const { clipNorm } = this.recipe;
    const result = trainingStep(this.classifier, batch, this.current, {
      learningRate,
      step: globalStep + 1,
      clipNorm,
    });
    this.dispose();
    dispose(Object.values(batch));
    this.current = result.moments;
    return result;
  }

  private batch(indices: Int32Array, globalStep: number): TrainingBatch {
    const { draws } = this;
    const { train } = this.data;
    const batch: TrainingBatch = uploadBatch(train, indices, this.padded[indices[0]!], (gathered) => {
      if (draws.hasNoise) draws.addNoise(gathered, globalStep);
    });
    if (draws.hasWeights) {
      const weights = new Float32Array(indices.length);
      draws.fillWeights(weights, indices);
      batch.weights = tensor1d(weights);
    }
    if (draws.hasDropout) {
      const features = 2 * this.recipe.units;
      const kept = new Float32Array(indices.length * features);
      draws.fillKept(kept, globalStep);
      batch.dropped = tensor2d(kept, [indices.length, features]);
    }
    return batch;
  }
}
