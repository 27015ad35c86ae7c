/** Training on WebGPU by programs. */
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { backend, dispose, type Tensor, type Tensor1D, tensor1d, zeros } from '@tensorflow/tfjs-core';
import { type Bucket, paddedLengths } from '../../data/batches';
import type { Dataset } from '../../data/dataset';
import type { AdamMoments } from '../../kernels';
import type { FlatLayout } from '../../kernels/optimizer/webgpu';
import { deviceOf } from '../../kernels/webgpu/backend';
import { profileOf } from '../../kernels/webgpu/device';
import { compilePipelines } from '../../kernels/webgpu/pipelines';
import { BYTES_PER_ELEMENT } from '../../kernels/webgpu/plan';
import type { Place } from '../../kernels/webgpu/program/place';
import { assertProgramFits } from '../../kernels/webgpu/program/program';
import { copyIn, copyOut, type Stretch } from '../../kernels/webgpu/program/tensors';
import { type Classifier, parameterCount, weightShapes } from '../network/classifier';
import { parameterName, weightLayout, weightPlaces } from '../network/forward';
import type { StepDraws } from './draw';
import type { StepEngine, StepOrder } from './engine';
import { type PlannedBatch, type ProgramPlan, planPrograms, programsOf, shapeKey } from './program-plan';
import { ProgramRun } from './program-run';
import type { Recipe } from './recipes';
import type { StepNumbers } from './step-log';

export class ProgramEngine implements StepEngine {
  private readonly gpu = backend() as WebGPUBackend;
  private readonly layout: FlatLayout;
  private readonly padded: Int32Array;
  private readonly plan: ProgramPlan;
  /** Between runs. */
  private atRest: AdamMoments | null;
  private run: ProgramRun | null = null;

  constructor(
    private readonly classifier: Classifier,
    private readonly recipe: Recipe,
    private readonly data: { train: Dataset; validation: Dataset },
    private readonly draws: StepDraws,
    buckets: readonly Bucket[],
  ) {
    const { sizes } = classifier;
    this.layout = weightLayout(sizes);
    this.padded = paddedLengths(buckets);
    const profile = profileOf(deviceOf(this.gpu));
    const count = parameterCount(sizes);
    this.atRest = { m: zeros([count]), v: zeros([count]) };
    this.plan = planPrograms(sizes, recipe, data, profile, buckets);
    for (const { program } of programsOf(this.plan)) assertProgramFits(program, profile);
  }

  async begin(): Promise<void> {
    const { data, plan } = this;
    await compilePipelines(
      deviceOf(this.gpu),
      programsOf(plan).flatMap(({ program }) => program.plans),
    );
    const { memory } = plan.buffers;
    const series = new Map<string, Float32Array>();
    if (memory.has('training series')) series.set('training series', data.train.series);
    if (memory.has('validation series')) series.set('validation series', data.validation.series);
    this.run = new ProgramRun(deviceOf(this.gpu), plan.buffers, series, this.layout);
    const { m, v } = this.atRest!;
    const places = this.weightPlaces();
    copyIn(this.gpu, this.run.memory, [
      ...[...this.classifier.variables.values()].map((variable, i) => ({
        tensor: variable.read(),
        stretches: [{ from: 0, place: places[i]! }],
      })),
      { tensor: m, stretches: this.stretches('m') },
      { tensor: v, stretches: this.stretches('v') },
    ]);
    dispose([m, v]);
    this.atRest = null;
  }

  queue(orders: readonly StepOrder[]): Promise<StepNumbers> {
    const batches = orders.map((order) => ({ ...order, ...this.batchOf(order.indices) }));
    return this.running.steps(batches, this.data.train, this.draws, this.recipe.clipNorm);
  }

  async validate(): Promise<{ loss: number; accuracy: number }> {
    const { validation } = this.data;
    const batches = this.plan.validation;
    const { loss, accuracy } = await this.running.validate(batches, validation);
    const mean = (values: number[]) =>
      values.reduce((sum, value, i) => sum + value * batches[i]!.indices.length, 0) / validation.count;
    return { loss: mean(loss), accuracy: mean(accuracy) };
  }

  weights(): Tensor[] {
    if (!this.run) return this.classifier.copyWeights();
    const shapes = [...weightShapes(this.classifier.sizes).values()];
    return copyOut(
      this.gpu,
      this.run.memory,
      this.weightPlaces().map((place, i) => ({ shape: shapes[i]!, stretches: [{ from: 0, place }] })),
    );
  }

  moments(): AdamMoments {
    if (this.atRest) return { m: this.atRest.m.clone(), v: this.atRest.v.clone() };
    const shape = [parameterCount(this.classifier.sizes)];
    const wanted = ['m', 'v'].map((name) => ({ shape, stretches: this.stretches(name) }));
    const [m, v] = copyOut(this.gpu, this.running.memory, wanted) as [Tensor1D, Tensor1D];
    return { m, v };
  }

  setMoments(m: Float32Array, v: Float32Array): void {
    this.dispose();
    this.atRest = { m: tensor1d(m), v: tensor1d(v) };
  }

  end(): void {
    const weights = this.weights();
    this.classifier.assignWeights(weights);
    dispose(weights);
    const { running } = this;
    this.atRest = this.moments();
    running.destroy();
    this.run = null;
  }

  dispose(): void {
    if (this.atRest) dispose([this.atRest.m, this.atRest.v]);
    this.atRest = null;
  }

  private get running(): ProgramRun {
    if (!this.run) throw new Error('The engine has not begun.');
    return this.run;
  }

  private batchOf(indices: Int32Array): PlannedBatch {
    const time = this.padded[indices[0]!]!;
    return { indices, time, batch: this.plan.training.get(shapeKey(indices.length, time))!.batch };
  }

  private weightPlaces(): Place[] {
    return [...weightPlaces(this.classifier.sizes, 'parameters', parameterName).values()];
  }

  /** The optimizer's moments have no gaps between the parameters outside of a program. */
  private stretches(buffer: string): Stretch[] {
    let from = 0;
    return this.layout.segments.map(({ start, elements }) => {
      const bytes = elements * BYTES_PER_ELEMENT;
      const place = { buffer, offset: start * BYTES_PER_ELEMENT, bytes };
      const stretch = { from, place };
      from += bytes;
      return stretch;
    });
  }
}
