import type { ArgsDef } from 'citty';
import { adapterNames, parseAdapterChoice } from '../../browser/adapters';
import type { Dataset } from '../../data/dataset';
import type { ReadOptions } from '../../data/formats/format';
import { presetNames } from '../../data/presets';
import type { SessionApi } from '../../model/session/api';
import { seriesScalings } from '../../model/weights/metadata';
import type { ModelInfo, ModelSource } from '../../model/weights/model-files';
import { CommandError, isUserError } from '../errors';
import { Interrupts } from '../interrupt';
import { type PeekedModel, peekModel, readModel } from '../model-files';
import { openRuntime, type RuntimeName, runtimeNames } from '../open-runtime';
import { seriesFlags, tell } from '../read-series';
import { type ReadingFlagValues, readOptions } from '../reading-flags';
import type { Runtime } from '../runtime';

/** Flags of every command that runs a model. */
export const deviceFlags = {
  backend: {
    type: 'enum',
    options: ['webgpu', 'cpu'],
    default: 'webgpu',
    description: 'what computes: the GPU, or JavaScript on the processor',
  },
  runtime: {
    type: 'enum',
    options: [...runtimeNames],
    default: 'auto',
    description:
      'where it runs: in Node on Dawn, or in a headless browser; auto is Node on a GPU, else a browser',
  },
  adapter: {
    type: 'enum',
    options: ['auto', ...adapterNames],
    description: 'WebGPU adapter; auto takes the fastest (default: GATEWAVE_ADAPTER, else auto)',
  },
  tune: {
    type: 'boolean',
    default: true,
    description: 'use the variants of the kernels that "gatewave tune" found to be the fastest (default)',
    negativeDescription: 'let a rule choose them, so that results do not depend on measurements',
  },
} as const satisfies ArgsDef;

/** Flags that name the configuration of a run. */
export const configFlags = {
  config: {
    type: 'string',
    valueHint: 'FILE',
    description: "JSON with the keys of the data task and of the training (default: the article's task)",
  },
  preset: {
    type: 'enum',
    options: [...presetNames],
    description: 'a configuration that comes with Gatewave, in place of a file',
  },
} as const satisfies ArgsDef;

export const jsonFlag = {
  json: { type: 'boolean', description: 'print JSON lines and nothing else on standard output' },
} as const satisfies ArgsDef;

/** Flags that name a trained model and series for it. */
export const modelFlags = {
  model: {
    type: 'string',
    valueHint: 'DIR|FILE',
    required: true,
    description: 'folder of a training run, or weights: .safetensors, .pt, .h5, .keras',
  },
  ...seriesFlags,
  data: { ...seriesFlags.data, required: true },
  scaling: {
    type: 'enum',
    options: [...seriesScalings],
    description:
      'of the series that a file of weights was trained on, where it does not say it (default none)',
  },
} as const satisfies ArgsDef;

/** What a command is asked to do with a trained model. */
export interface AskedModel {
  source: ModelSource;
  known: PeekedModel;
  /** How its series are to be read. */
  options: ReadOptions;
}

/**
 * The model that the flags name, and how its series are to be read, before a browser is opened.
 * @throws CommandError when the flags contradict each other, or there is no model.
 */
export async function readAskedModel(
  given: AskedDevice & ReadingFlagValues & { model: string; scaling?: Parameters<typeof readModel>[1] },
): Promise<AskedModel> {
  checkDevice(given);
  const source = await readModel(given.model, given.scaling);
  const known = peekModel(source);
  const options = { ...readOptions(given), ...(known.time !== undefined && { steps: known.time }) };
  return { source, known, options };
}

/**
 * Loads a model into the session, and says what was assumed of it. @throws CommandError that names the path when it is
 * not a model, or not one of ours.
 */
export async function importModel(
  session: SessionApi,
  source: ModelSource,
  path: string,
): Promise<ModelInfo> {
  try {
    const model = await session.importModel(source);
    for (const note of model.notes ?? []) process.stderr.write(`${note}\n`);
    return model;
  } catch (error) {
    throw isUserError(error) ? new CommandError(`${path}: ${error.message}`) : error;
  }
}

/**
 * Says on standard error where series are longer or shorter than those that the model was trained on: it takes them all
 * the same.
 * @param name of the series, for the messages.
 * @throws CommandError when they have other channels than the model takes.
 */
export function checkSeries({ time, channels }: ModelInfo, dataset: Dataset, name: string): void {
  if (dataset.channels !== channels) {
    throw new CommandError(
      `The model was trained on series of ${channels === 1 ? 'one channel' : `${channels} channels`}, but those of ${name} ` +
        `have ${dataset.channels}.`,
    );
  }
  if (time === null || dataset.lengths || dataset.time === time) return;
  const sentence = `The series have ${dataset.time} steps; those that the model was trained on had ${time}. Check that this is meant.`;
  tell(name, [sentence]);
}

export interface DeviceChoice {
  backend: 'webgpu' | 'cpu';
  runtime: RuntimeName;
  adapter?: string | undefined;
}

/** A choice that may be left to the program. */
export interface AskedDevice extends Omit<DeviceChoice, 'backend'> {
  backend: DeviceChoice['backend'] | 'auto';
}

/** @throws CommandError when the flags contradict each other. */
export function checkDevice({ backend, adapter }: Omit<AskedDevice, 'runtime'>): void {
  if (backend === 'cpu' && adapter !== undefined) {
    throw new CommandError('--adapter is for --backend webgpu: leave one of them out.');
  }
}

/** Opens a session, does the work and closes everything, whatever happens. */
export async function withRuntime(
  { backend, runtime: name, adapter }: DeviceChoice,
  work: (runtime: Runtime, interrupts: Interrupts) => Promise<number>,
): Promise<number> {
  // It listens until the process has ended: a signal that comes while all is closing must not end it in another way.
  const interrupts = new Interrupts();
  const runtime = await openRuntime(name, {
    backend,
    adapter: adapter === undefined ? undefined : parseAdapterChoice(adapter, '--adapter'),
    log: (line) => process.stderr.write(`${line}\n`),
  });
  try {
    return await work(runtime, interrupts);
  } finally {
    await runtime.close();
  }
}
