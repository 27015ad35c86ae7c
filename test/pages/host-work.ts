/** Counts WebGPU calls of training steps and of a prediction. */
import { dispose, train, zeros } from '@tensorflow/tfjs-core';
import { layers, sequential } from '@tensorflow/tfjs-layers';
import { bucketsByLength } from '../../src/data/batches';
import type { RunConfig } from '../../src/data/config';
import { type Dataset, subset } from '../../src/data/dataset';
import { fuse } from '../../src/fuse/fuse';
import { BYTES_PER_ELEMENT } from '../../src/kernels/webgpu/plan';
import { openDevice } from '../../src/model/device/open-device';
import { Classifier, type ClassifierSizes } from '../../src/model/network/classifier';
import { predict } from '../../src/model/network/evaluation';
import { Session } from '../../src/model/session/session';
import { StepDraws } from '../../src/model/training/draw';
import { ProgramEngine } from '../../src/model/training/program-engine';
import { plannedBytes, planPrograms } from '../../src/model/training/program-plan';
import { recipes } from '../../src/model/training/recipes';
import { type RunDescription, Trainer } from '../../src/model/training/trainer';

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
  return { channels: 1, units, score: 'additive', attentionUnits: 64, classes: 2 };
}

interface StepSizes {
  units: number;
  batch: number;
  steps: number;
}

/** Groups of steps of a run that has begun, each with the same batches. */
async function beginSteps(data: Dataset, { units, batch, steps }: StepSizes) {
  await openDevice('webgpu', { tune: false });
  const classifier = Classifier.create(sizesOf(units), 'torch', 0);
  const recipe = { ...recipes.article, units, batchSize: batch };
  const parts = { train: data, validation: data };
  const draws = new StepDraws(data, recipe, 0);
  const engine = new ProgramEngine(classifier, recipe, parts, draws, bucketsByLength(data));
  const orders = Array.from({ length: steps }, (_, i) => ({
    indices: Int32Array.from({ length: batch }, (_, row) => row + i),
    learningRate: 0.01,
    globalStep: i,
  }));
  await engine.begin();
  return {
    group: () => engine.queue(orders),
    end() {
      engine.end();
      engine.dispose();
      classifier.dispose();
    },
  };
}

/** Of a first group of steps, and of a later one. */
export async function countSteps(data: Dataset, sizes: StepSizes): Promise<{ first: Counts; later: Counts }> {
  const { group, end } = await beginSteps(data, sizes);
  const first = await count(group);
  const later = await count(group);
  end();
  return { first, later };
}

/** Typed arrays that the host makes for a group of steps, after others, and the bytes of memory that they take. */
export async function countArrays(
  data: Dataset,
  sizes: StepSizes,
): Promise<{ arrays: number; bytes: number }> {
  const { group, end } = await beginSteps(data, sizes);
  await group();
  const constructors = {
    ArrayBuffer,
    DataView,
    Float32Array,
    Float64Array,
    Int32Array,
    Uint8Array,
    Uint32Array,
  };
  const made = { arrays: 0, bytes: 0 };
  const construct: ProxyHandler<typeof Uint8Array>['construct'] = (target, args, own) => {
    const array = Reflect.construct(target, args, own) as Uint8Array;
    made.arrays += 1;
    if (!(args[0] instanceof ArrayBuffer)) made.bytes += array.byteLength;
    return array;
  };
  for (const [name, original] of Object.entries(constructors)) {
    Object.assign(globalThis, {
      [name]: new Proxy(original, { construct } as ProxyHandler<typeof original>),
    });
  }
  await group();
  Object.assign(globalThis, constructors);
  end();
  return made;
}

/** Bytes of the buffers that an epoch of training makes by programs, and those that were planned. */
export async function compareBytes(data: Dataset): Promise<{ planned: number; made: number }> {
  const { profile } = await openDevice('webgpu', { tune: false });
  const classifier = Classifier.create(sizesOf(8), 'torch', 0);
  const recipe = { ...recipes.article, units: 8, batchSize: 12, epochs: 1 };
  const third = Math.floor(data.count / 3);
  const part = (from: number, to: number) =>
    subset(
      data,
      Int32Array.from({ length: to - from }, (_, i) => from + i),
    );
  const parts = { train: part(0, 2 * third), validation: part(2 * third, data.count) };
  const planned = plannedBytes(planPrograms(classifier.sizes, recipe, parts, profile));
  const trainer = new Trainer(classifier, recipe, parts, 0);
  const made = await bytesMade(() => trainer.run(() => {}, description));
  trainer.dispose();
  classifier.dispose();
  return { planned, made };
}

/** The same of a session, whose plan also has the model's weights and the best ones. */
export async function compareSessionBytes(config: RunConfig): Promise<{ planned: number; made: number }> {
  const session = new Session();
  await session.initialise('webgpu', { tune: false });
  await session.generate(config, 0);
  const plan = await session.plan(config);
  const made = await bytesMade(() => session.train(config, () => {}));
  return { planned: plan.bytes, made: made + 2 * BYTES_PER_ELEMENT * plan.parameters };
}

/** Of the buffers of programs: those have labels, tf.js's have none. */
async function bytesMade(work: () => Promise<unknown>): Promise<number> {
  const { prototype } = GPUDevice;
  const { createBuffer } = prototype;
  let bytes = 0;
  prototype.createBuffer = function (descriptor) {
    if (descriptor.label) bytes += descriptor.size;
    return createBuffer.call(this, descriptor);
  };
  await work();
  prototype.createBuffer = createBuffer;
  return bytes;
}

const description: RunDescription = {
  backend: 'webgpu',
  adapter: '',
  dispatchesPerStep: null,
  memoryBytes: 0,
  heldBack: 1,
  length: null,
  reasons: [],
};

/** Of a step of `fuse(model).fit`, after others. @param steps of a run. */
export async function countFit(steps: number): Promise<Counts> {
  await openDevice('webgpu', { tune: false });
  const [batch, time] = [8, 20];
  const layer = layers.lstm({ units: 8, recurrentInitializer: 'zeros' });
  const model = fuse(
    sequential({
      layers: [layers.bidirectional({ layer, inputShape: [time, 1] }), layers.dense({ units: 1 })],
    }),
  );
  model.compile({ optimizer: train.adam(1e-3), loss: 'meanSquaredError' });
  const x = zeros([steps * batch, time, 1]);
  const y = zeros([steps * batch, 1]);
  const oneEpoch = () =>
    model.fit(x, y, { batchSize: batch, epochs: 1, shuffle: false, verbose: 0, yieldEvery: 'never' });
  for (let i = 0; i < 4; i++) await oneEpoch();
  const counts = await count(oneEpoch);
  dispose([x, y]);
  model.dispose();
  for (const name of names) counts[name] /= steps;
  return counts;
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
