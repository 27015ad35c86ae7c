/** Counts WebGPU calls of training steps and of a prediction. */
import { bucketsByLength } from '../../src/data/batches';
import type { Dataset } from '../../src/data/dataset';
import { openDevice } from '../../src/model/device/open-device';
import { Classifier, type ClassifierSizes } from '../../src/model/network/classifier';
import { predict } from '../../src/model/network/evaluation';
import { StepDraws } from '../../src/model/training/draw';
import { ProgramEngine } from '../../src/model/training/program-engine';
import { recipes } from '../../src/model/training/recipes';

const names = [
  'beginComputePass',
  'dispatchWorkgroups',
  'copyBufferToBuffer',
  'clearBuffer',
  'writeBuffer',
  'submit',
  'createBindGroup',
  'createBuffer',
  'createComputePipeline',
] as const;

export type Counts = Record<(typeof names)[number], number>;

/** How often each call is made while `work` is going on. */
async function count(work: () => Promise<unknown>): Promise<Counts> {
  const counts = Object.fromEntries(names.map((name) => [name, 0])) as Counts;
  const restore: (() => void)[] = [];
  for (const { prototype } of [GPUDevice, GPUQueue, GPUCommandEncoder, GPUComputePassEncoder]) {
    const methods = prototype as unknown as Record<string, (...args: unknown[]) => unknown>;
    for (const name of names) {
      const original = methods[name];
      if (!original) continue;
      methods[name] = function (this: unknown, ...args) {
        counts[name] += 1;
        return original.apply(this, args);
      };
      restore.push(() => {
        methods[name] = original;
      });
    }
  }
  await work();
  for (const each of restore) each();
  return counts;
}

function sizesOf(units: number): ClassifierSizes {
  return { channels: 1, units, score: 'additive', attentionUnits: 2 * units, classes: 2 };
}

/** Of a first group of steps, and of a later one. */
export async function countSteps(
  data: Dataset,
  { units, batch, steps }: { units: number; batch: number; steps: number },
): Promise<{ first: Counts; later: Counts }> {
  await openDevice('webgpu', { tune: false });
  const classifier = Classifier.create(sizesOf(units), 'torch', 0);
  const recipe = { ...recipes.article, units, batchSize: batch };
  const parts = { train: data, validation: data };
  const draws = new StepDraws(data, recipe, 0);
  const engine = new ProgramEngine(classifier, recipe, parts, draws, bucketsByLength(data));
  const group = () =>
    engine.queue(
      Array.from({ length: steps }, (_, i) => ({
        indices: Int32Array.from({ length: batch }, (_, row) => row + i),
        learningRate: 0.01,
        globalStep: i,
      })),
    );
  await engine.begin();
  const first = await count(group);
  const later = await count(group);
  engine.end();
  engine.dispose();
  classifier.dispose();
  return { first, later };
}

/** Of a prediction, after another one of the same shape. */
export async function countPrediction(data: Dataset, units: number): Promise<Counts> {
  await openDevice('webgpu', { tune: false });
  const classifier = Classifier.create(sizesOf(units), 'torch', 0);
  await predict(classifier, data);
  const counts = await count(() => predict(classifier, data));
  classifier.dispose();
  return counts;
}
