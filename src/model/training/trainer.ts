import { dispose, type Tensor } from '@tensorflow/tfjs-core';
import { type Bucket, batchCount, batchIndices, bucketsByLength, shuffledBatches } from '../../data/batches';
import type { Dataset } from '../../data/dataset';
import { RandomStream } from '../../random';
import { type Classifier, parameterCount, type WeightValues } from '../network/classifier';
import { chooseEngine } from './choose-engine';
import { groupsUnderWay, largestGroup, type StepEngine } from './engine';
import type { EndReason, StartEvent, StepsEvent, TrainingEvent } from './events';
import { refuseInfinite } from './finite';
import { chooseKept } from './kept-weights';
import { epochsOf, type Recipe } from './recipes';
import { afterEpoch, initialPlateau, learningRateAt } from './schedule';
import { StepLog, type StepNumbers } from './step-log';
import { StepRate } from './step-rate';
import type { Position, TrainerState, TrainingProgress } from './trainer-state';

export interface TrainingResult {
  reason: EndReason;
  position: Readonly<Position>;
}

/** What a start event reports beyond what the trainer knows. */
export type RunDescription = Pick<
  StartEvent,
  'backend' | 'adapter' | 'dispatchesPerStep' | 'memoryBytes' | 'heldBack' | 'length' | 'reasons'
>;

export interface TrainerRunOptions {
  /** Steps after which the run ends with reason 'stopped'. */
  steps?: number;
}

/** A group of steps is read when it has taken about this long, or has `largestGroup` steps. */
const groupSeconds = 0.25;

/**
 * Trains a classifier by a recipe: shuffled batches, clipped Adam, a learning-rate schedule, and after each epoch a
 * validation pass that decides about early stopping and, by `chooseKept`, the weights that remain. The same classifier,
 * data and seed on the same device give bit-identical results, also across `state` and `restore`.
 */
export class Trainer {
  private position: Position = {
    epoch: 0,
    step: 0,
    globalStep: 0,
    order: new Int32Array(),
    starts: new Int32Array(),
    plateau: initialPlateau,
    best: null,
    seconds: 0,
    epochBegan: 0,
  };
  private random: RandomStream;
  private readonly buckets: Bucket[];
  private readonly engine: StepEngine;
  private numbers = noNumbers();
  private bestWeights: Tensor[] | null = null;
  /** The weights to continue from, while the classifier has the best ones. */
  private latestWeights: Tensor[] | null = null;
  private log: StepLog | null = null;
  private stopping = false;
  /** The step, counted over all epochs, after which the current run ends. */
  private lastStep = Number.POSITIVE_INFINITY;
  private groupSize = 1;
  private rate = new StepRate();
  private resumedAt: number | null = null;
  private readonly kept: 'best' | 'last';

  /** @param data both parts already prepared. @param seed of the streams 'shuffle', 'noise' and 'dropout'. */
  constructor(
    private readonly classifier: Classifier,
    private readonly recipe: Recipe,
    private readonly data: { train: Dataset; validation: Dataset },
    seed: number,
  ) {
    this.buckets = bucketsByLength(data.train);
    this.random = new RandomStream(seed, 'shuffle');
    this.kept = chooseKept(recipe, data.validation.count).kept;
    this.engine = chooseEngine(classifier, recipe, data, seed, this.buckets);
  }

  get stepsPerEpoch(): number {
    return batchCount(this.buckets, this.recipe.batchSize);
  }

  /** The most epochs that the run can take. */
  get epochs(): number {
    return epochsOf(this.recipe, this.stepsPerEpoch);
  }

  get progress(): TrainingProgress {
    const { epoch, globalStep } = this.position;
    return { epoch, globalStep, stepsPerEpoch: this.stepsPerEpoch, epochs: this.epochs };
  }

  /** Ends the run after the step that is being queued or, between runs, the next run before its first step. */
  stop(): void {
    this.stopping = true;
  }

  /**
   * Trains until the recipe is finished, patience runs out or `stop` is called; then gives the classifier its best
   * weights or, if the last ones are kept or no epoch was finished, leaves it the latest. May be called again after a
   * stop, and continues there.
   * @throws TrainingError when the loss is no longer a finite number; the classifier then has its best weights, too.
   */
  async run(
    onEvent: (event: TrainingEvent) => void,
    description: RunDescription,
    { steps = Number.POSITIVE_INFINITY }: TrainerRunOptions = {},
  ): Promise<TrainingResult> {
    this.lastStep = this.position.globalStep + steps;
    if (this.latestWeights) this.classifier.assignWeights(this.latestWeights);
    dispose(this.latestWeights ?? []);
    this.latestWeights = null;
    await this.engine.begin();
    this.resumedAt = performance.now();
    this.rate = new StepRate();
    onEvent({
      type: 'start',
      parameters: parameterCount(this.classifier.sizes),
      stepsPerEpoch: this.stepsPerEpoch,
      epochs: this.epochs,
      kept: this.kept,
      globalStep: this.position.globalStep,
      ...description,
    });
    let reason: EndReason | null;
    try {
      reason = this.endReason();
      while (!reason) {
        await this.runEpoch(onEvent);
        reason = this.endReason();
      }
    } finally {
      this.position.seconds = this.seconds;
      this.resumedAt = null;
      this.stopping = false;
      this.engine.end();
      this.showBestWeights();
    }
    const { epoch, best, seconds } = this.position;
    onEvent({ type: 'end', reason, epochs: epoch, bestEpoch: best?.epoch ?? 0, seconds });
    return { reason, position: { ...this.position } };
  }

  /** Gives the classifier the weights of this moment of the run, which an engine may keep elsewhere; changes nothing else. */
  showWeights(): void {
    // Between runs it has those that remain.
    if (this.resumedAt === null) return;
    const weights = this.engine.weights();
    this.classifier.assignWeights(weights);
    dispose(weights);
  }

  /** A snapshot to continue from, also while a run is going on. */
  async state(): Promise<TrainerState> {
    const { numbers } = this;
    const position = { ...this.position, seconds: this.seconds };
    const random = this.random.state();
    const weights = this.latestWeights?.map((tensor) => tensor.clone()) ?? this.engine.weights();
    const bestWeights = this.bestWeights?.map((tensor) => tensor.clone()) ?? null;
    const { m, v } = this.engine.moments();
    try {
      // All reads are asked for at once: one after another, each would wait for the steps queued meanwhile.
      const [, weightValues, bestValues, mValues, vValues] = await Promise.all([
        this.log?.delivered(),
        this.readWeights(weights),
        bestWeights && this.readWeights(bestWeights),
        m.data<'float32'>(),
        v.data<'float32'>(),
      ]);
      return {
        position,
        random,
        numbers: {
          loss: numbers.loss.slice(0, position.step),
          accuracy: numbers.accuracy.slice(0, position.step),
          gradientNorm: numbers.gradientNorm.slice(0, position.step),
        },
        weights: weightValues,
        bestWeights: bestValues,
        moments: { m: mValues, v: vValues },
      };
    } finally {
      dispose([...weights, ...(bestWeights ?? []), m, v]);
    }
  }

  /**
   * Puts the trainer at the point where the state was taken; the classifier has the weights it would have after a
   * stop. Must not be called during a run.
   */
  restore(state: TrainerState): void {
    this.disposeWeights();
    this.latestWeights = null;
    this.bestWeights = null;
    if (state.bestWeights) {
      this.classifier.setWeights(state.bestWeights);
      this.bestWeights = this.engine.weights();
    }
    this.classifier.setWeights(state.weights);
    this.engine.setMoments(state.moments.m, state.moments.v);
    this.position = { ...state.position };
    this.random = RandomStream.from(state.random);
    const { loss, accuracy, gradientNorm } = state.numbers;
    this.numbers = { loss: [...loss], accuracy: [...accuracy], gradientNorm: [...gradientNorm] };
    this.showBestWeights();
  }

  /** Frees the optimizer's moments and the stored weights; the classifier keeps its own. */
  dispose(): void {
    this.engine.dispose();
    this.disposeWeights();
  }

  private get mustPause(): boolean {
    return this.stopping || this.position.globalStep >= this.lastStep;
  }

  /** Why the run is over, judged between epochs or after a stop. */
  private endReason(): EndReason | null {
    const { epoch, step, best } = this.position;
    const { patience } = this.recipe;
    if (step === 0 && epoch >= this.epochs) return 'finished';
    if (step === 0 && best && patience > 0 && epoch - best.epoch >= patience) return 'early-stopping';
    return this.mustPause ? 'stopped' : null;
  }

  /** Runs the epoch, or what is left of it, to its end or to a stop. */
  private async runEpoch(onEvent: (event: TrainingEvent) => void): Promise<void> {
    const { position, recipe } = this;
    if (position.step === 0) {
      Object.assign(position, shuffledBatches(this.buckets, recipe.batchSize, this.random));
      position.epochBegan = this.seconds;
      this.numbers = noNumbers();
    }
    await this.runSteps(onEvent);
    if (position.step < this.stepsPerEpoch) return;

    const learningRate = this.learningRate(position.globalStep - 1);
    const { loss: validationLoss, accuracy: validationAccuracy } = await this.engine.validate();
    position.epoch += 1;
    position.step = 0;
    position.plateau = afterEpoch(position.plateau, validationLoss);
    const improved = validationLoss < (position.best?.validationLoss ?? Number.POSITIVE_INFINITY);
    if (improved) {
      position.best = { epoch: position.epoch, validationLoss, validationAccuracy };
      dispose(this.bestWeights ?? []);
      this.bestWeights = this.engine.weights();
    }
    onEvent({
      type: 'epoch',
      epoch: position.epoch,
      trainLoss: this.epochMean(this.numbers.loss),
      trainAccuracy: this.epochMean(this.numbers.accuracy),
      validationLoss,
      validationAccuracy,
      learningRate,
      seconds: this.seconds - position.epochBegan,
      improved,
    });
  }

  private async runSteps(onEvent: (event: TrainingEvent) => void): Promise<void> {
    let deliveredAt = performance.now();
    const log = new StepLog((numbers) => {
      const now = performance.now();
      const seconds = (now - deliveredAt) / 1000;
      deliveredAt = now;
      const stepsPerSecond = this.rate.add(numbers.loss.length, seconds);
      this.groupSize = Math.max(1, Math.min(largestGroup, Math.floor(stepsPerSecond * groupSeconds)));
      this.deliver(numbers, { seconds, stepsPerSecond }, onEvent);
    });
    this.log = log;
    try {
      while (this.position.step < this.stepsPerEpoch && !this.mustPause) {
        log.add(this.queueGroup());
        await log.settle(groupsUnderWay - 1);
        await nextTask();
      }
      await log.settle(0);
      // An epoch may have fewer steps than a group.
      await nextTask();
    } finally {
      this.log = null;
    }
  }

  private queueGroup(): Promise<StepNumbers> {
    const { position } = this;
    const { step, globalStep } = position;
    const count = Math.min(this.groupSize, this.stepsPerEpoch - step, this.lastStep - globalStep);
    const orders = Array.from({ length: count }, (_, i) => ({
      indices: batchIndices(position, step + i),
      learningRate: this.learningRate(globalStep + i),
      globalStep: globalStep + i,
    }));
    position.step += count;
    position.globalStep += count;
    return this.engine.queue(orders);
  }

  private deliver(
    numbers: StepNumbers,
    pace: Pick<StepsEvent, 'seconds' | 'stepsPerSecond'>,
    onEvent: (event: TrainingEvent) => void,
  ): void {
    this.numbers.loss.push(...numbers.loss);
    this.numbers.accuracy.push(...numbers.accuracy);
    this.numbers.gradientNorm.push(...numbers.gradientNorm);
    const { position } = this;
    const epoch = position.epoch + 1;
    const step = this.numbers.loss.length;
    const globalStep = position.globalStep - position.step + step;
    onEvent({ type: 'steps', epoch, step, globalStep, ...numbers, ...pace });
    refuseInfinite(numbers, { epoch, step }, this.recipe);
  }

  /** @param step 0-based, counted over all epochs. */
  private learningRate(step: number): number {
    return learningRateAt(this.recipe, step, this.epochs * this.stepsPerEpoch, this.position.plateau);
  }

  /** Mean over the epoch's series of a mean per batch. */
  private epochMean(values: number[]): number {
    const { position } = this;
    const sum = values.reduce((total, value, i) => total + value * batchIndices(position, i).length, 0);
    return sum / this.data.train.count;
  }

  private get seconds(): number {
    const { seconds } = this.position;
    return this.resumedAt === null ? seconds : seconds + (performance.now() - this.resumedAt) / 1000;
  }

  /** Keeps the weights to continue from, and gives the classifier the best ones, if those are to remain and there are any yet. */
  private showBestWeights(): void {
    this.latestWeights = this.engine.weights();
    if (this.bestWeights && this.kept === 'best') this.classifier.assignWeights(this.bestWeights);
  }

  private async readWeights(tensors: Tensor[]): Promise<WeightValues> {
    const values = await Promise.all(tensors.map((tensor) => tensor.data<'float32'>()));
    return new Map([...this.classifier.variables.keys()].map((name, i) => [name, values[i]!]));
  }

  private disposeWeights(): void {
    dispose([...(this.bestWeights ?? []), ...(this.latestWeights ?? [])]);
  }
}

function noNumbers(): StepNumbers {
  return { loss: [], accuracy: [], gradientNorm: [] };
}

/** Lets messages through, above all a request to stop. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
