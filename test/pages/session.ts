/** A session on WebGPU, including on a failing device, for test/gpu/session.test.ts to run inside a page. */
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { backend } from '@tensorflow/tfjs-core';
import type { RunConfig } from '../../src/data/config';
import { subset } from '../../src/data/dataset';
import { defaultSineConfig } from '../../src/data/sine-config';
import { generateSineDataset } from '../../src/data/sine-dataset';
import { Session } from '../../src/model/session/session';

const config: RunConfig = {
  ...defaultSineConfig,
  num_points: 40,
  dataset_size: 60,
  units: 8,
  attention_units: 8,
  batch_size: 8,
  epochs: 1000,
  patience: 0,
};

async function open(): Promise<Session> {
  const session = new Session();
  await session.initialise('webgpu', { tune: false });
  await session.generate(config, 0);
  return session;
}

function device(): GPUDevice {
  return (backend() as WebGPUBackend).device;
}

/** How a promise was rejected, and how long after the fault. */
export interface Rejection {
  name: string;
  message: string;
  milliseconds: number;
}

async function rejection(work: Promise<unknown>, since: () => number): Promise<Rejection> {
  try {
    await work;
    return { name: 'none', message: 'it was resolved', milliseconds: 0 };
  } catch (error) {
    const { name, message } = error as Error;
    return { name, message, milliseconds: performance.now() - since() };
  }
}

/** Trains, does `fault` after some steps, and waits for the rejection. */
async function breakRun(session: Session, fault: () => void): Promise<Rejection> {
  let brokeAt = 0;
  const running = session.train(config, (event) => {
    if (event.type !== 'steps' || event.globalStep < 8 || brokeAt > 0) return;
    brokeAt = performance.now();
    fault();
  });
  return rejection(running, () => brokeAt);
}

export type Loss = Record<'train' | 'resume' | 'predict' | 'inspect', Rejection>;

/** The device is destroyed while training, and while predicting. */
export async function loseDevice(): Promise<{ training: Loss; predict: Rejection; inspect: Rejection }> {
  const session = await open();
  const train = await breakRun(session, () => device().destroy());
  const now = performance.now();
  const since = () => now;
  const training = {
    train,
    resume: await rejection(
      session.resume(() => {}),
      since,
    ),
    predict: await rejection(session.predict('test'), since),
    inspect: await rejection(session.inspect(new Float32Array(40)), since),
  };

  const other = await open();
  await other.train(config, () => {}, { steps: 1 });
  const begun = performance.now();
  const waiting = [other.predict('train'), other.inspect(new Float32Array(40).fill(1))];
  device().destroy();
  const [predict, inspect] = await Promise.all(waiting.map((work) => rejection(work, () => begun)));
  return { training, predict: predict!, inspect: inspect! };
}

export interface Recovery {
  train: Rejection;
  resume: Rejection;
  /** The number of series that the model still predicts, and how the next run ended. */
  predicted: number;
  again: string;
}

async function recover(session: Session, train: Rejection): Promise<Recovery> {
  const resume = await rejection(
    session.resume(() => {}),
    () => performance.now(),
  );
  const { count } = await session.predict('test');
  const { reason } = await session.train(config, () => {}, { steps: 2 });
  return { train, resume, predicted: count, again: reason };
}

/** The device has no memory for a new buffer, and later refuses a call. */
export async function breakTwice(): Promise<{ memory: Recovery; call: Recovery }> {
  const session = await open();
  return { memory: await runOutOfMemory(session), call: await makeInvalidCall(session) };
}

/** The error scope lies, since a real lack of memory could crash the browser. */
async function runOutOfMemory(session: Session): Promise<Recovery> {
  const train = await breakRun(session, () => {
    const subject = device();
    subject.popErrorScope = async () => {
      subject.popErrorScope = GPUDevice.prototype.popErrorScope;
      await subject.popErrorScope();
      return new GPUOutOfMemoryError('simulated');
    };
    // A series length that no buffer was made for yet.
    void session.inspect(new Float32Array(4321).fill(1)).catch(() => {});
  });
  return recover(session, train);
}

/** Makes an invalid call whose error nobody catches. */
async function makeInvalidCall(session: Session): Promise<Recovery> {
  const train = await breakRun(session, () => device().createBuffer({ size: 16, usage: 0xffff }).destroy());
  return recover(session, train);
}

/** The losses of a run left alone, of one that is looked at as it goes, with what was seen, and of one with a pause. */
export async function pauseAndLook() {
  const short = { ...config, epochs: 2 };
  const session = await open();
  const one = new Float32Array(40).fill(1);
  const run = async ({ isWatched = false, steps = 0 }) => {
    const losses: number[] = [];
    const looks: ReturnType<Session['inspect']>[] = [];
    const onEvent: Parameters<Session['train']>[1] = (event) => {
      if (event.type !== 'steps') return;
      losses.push(...event.loss);
      if (isWatched) looks.push(session.inspect(one));
    };
    await session.train(short, onEvent, steps > 0 ? { steps } : {});
    if (steps > 0) await session.resume(onEvent);
    const seen = (await Promise.all(looks)).map(({ probabilities }) => probabilities[0]);
    return { losses, seen };
  };
  return { plain: await run({}), watched: await run({ isWatched: true }), paused: await run({ steps: 3 }) };
}

/** Trains on series of several lengths with all that a recipe can add, and counts the dispatches of a step. */
export async function trainUneven() {
  const count = 60;
  const lengths = Int32Array.from({ length: count }, (_, i) => 13 + 13 * (i % 3) - (i % 2));
  const dataset = generateSineDataset({ ...config, dataset_size: count }, 0);
  lengths.forEach((length, row) => {
    dataset.series.fill(0, row * 40 + length, (row + 1) * 40);
  });
  const general: RunConfig = {
    ...config,
    recipe: 'general',
    steps: 8,
    epochs: 1,
    difference: 'on',
    noise: 0.1,
    dropout: 0.3,
    class_weight: 'balanced',
  };
  const run = async (backendName: 'webgpu' | 'cpu', steps?: number) => {
    const session = new Session();
    await session.initialise(backendName, { tune: false });
    await session.load({ ...dataset, lengths });
    const losses: number[] = [];
    const onEvent: Parameters<Session['train']>[1] = (event) => {
      if (event.type === 'steps') losses.push(...event.loss);
    };
    await session.train(general, onEvent, { ...(steps !== undefined && { steps }) });
    if (steps !== undefined) await session.resume(onEvent);
    return { session, losses };
  };
  const { session, losses } = await run('webgpu');
  const { probabilities, attention } = await session.predict({ ...dataset, lengths });
  const alone = await session.predict({ ...subset({ ...dataset, lengths }, [4]) });
  const inspected = await session.inspect(dataset.series.slice(160, 160 + lengths[4]!));
  const differences = [
    alone.probabilities[0]! - probabilities[4]!,
    inspected.probabilities[0]! - probabilities[4]!,
    ...Array.from(inspected.attention, (value, t) => value - attention[160 + t]!),
  ];
  const { dispatchesPerStep: planned } = await session.plan(general);
  const prototype = GPUComputePassEncoder.prototype;
  const original = prototype.dispatchWorkgroups;
  let dispatched = 0;
  prototype.dispatchWorkgroups = function (...workgroups) {
    dispatched += 1;
    original.apply(this, workgroups);
  };
  await session.train(general, () => {}, { steps: 3 });
  prototype.dispatchWorkgroups = original;
  return {
    planned,
    counted: dispatched / 3,
    losses,
    paused: (await run('webgpu', 5)).losses,
    onCpu: (await run('cpu')).losses,
    difference: Math.max(...differences.map(Math.abs)),
    padding: Math.max(...attention.subarray(160 + lengths[4]!, 200)),
  };
}

export interface Shown {
  /** Largest difference from what `predict` gives for the same series. */
  difference: number;
  /** Whether contributions and bias add up to the logit. */
  sumError: number;
  /** Median time of one inspection of a series of 500 steps with 2 · 32 units. */
  milliseconds: number;
  submits: number;
}

/** An inspection of a series, compared with its prediction. */
export async function inspectOne(): Promise<Shown> {
  const session = new Session();
  await session.initialise('webgpu', { tune: false });
  const long = { ...config, num_points: 500, units: 32, attention_units: 64, dataset_size: 20 };
  await session.generate(long, 0);
  await session.train(long, () => {}, { steps: 1 });
  const { series } = await session.part('test');
  const one = series.slice(0, 500);
  const { probabilities, attention } = await session.predict('test');
  const shown = await session.inspect(one);
  const differences = [
    shown.probabilities[0]! - probabilities[0]!,
    ...shown.attention.map((value, t) => value - attention[t]!),
  ];
  const { submit } = GPUQueue.prototype;
  let submits = 0;
  GPUQueue.prototype.submit = function (commands) {
    submits += 1;
    submit.call(this, commands);
  };
  await session.inspect(one);
  GPUQueue.prototype.submit = submit;
  const times: number[] = [];
  for (let i = 0; i < 9; i++) {
    const began = performance.now();
    await session.inspect(one);
    times.push(performance.now() - began);
  }
  return {
    difference: Math.max(...differences.map(Math.abs)),
    sumError: Math.abs(
      shown.contributions.reduce((sum, value) => sum + value, shown.bias) - shown.logits[0]!,
    ),
    milliseconds: times.sort((a, b) => a - b)[4]!,
    submits,
  };
}
