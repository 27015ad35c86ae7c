import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CommandError } from '../../../src/cli/errors';
import { Interrupts } from '../../../src/cli/interrupt';
import { JsonLines } from '../../../src/cli/progress';
import type { Runtime } from '../../../src/cli/runtime';
import { runTraining, type TrainedRun } from '../../../src/cli/training-job';
import { checkRunConfig } from '../../../src/data/config';
import type { SessionApi } from '../../../src/model/session/api';
import type { EpochEvent, TrainingEvent } from '../../../src/model/training/events';
import { resolveRecipe } from '../../../src/model/training/recipes';
import type { TrainingSummary } from '../../../src/model/training/training-run';
import type { LayersFiles } from '../../../src/model/weights/tfjs-files';

const config = checkRunConfig({ num_points: 10, dataset_size: 20 }, 'test');
const epoch: EpochEvent = {
  type: 'epoch',
  epoch: 1,
  trainLoss: 1,
  trainAccuracy: 0.5,
  validationLoss: 1,
  validationAccuracy: 0.5,
  learningRate: 0.1,
  seconds: 1,
  improved: true,
};

/** A session with only the methods that these tests reach. */
function fakeSession(train: SessionApi['train']) {
  return {
    generate: async () => ({
      count: 20,
      time: 10,
      channels: 1,
      classNames: ['0', '1'],
      classCounts: [9, 11],
    }),
    split: async () => {
      const part = { count: 1, time: 10, channels: 1, classNames: ['0', '1'], classCounts: [0, 1] };
      return { train: part, validation: part, test: part, warnings: [] };
    },
    plan: vi.fn(async () => ({ fits: true, message: 'It fits.', parameters: 1, dispatchesPerStep: null })),
    train: vi.fn(train),
    stop: vi.fn(async () => {}),
    bestModel: vi.fn(
      async (): Promise<LayersFiles | null> => ({
        modelJson: '{"best":true}',
        weightsBin: new Uint8Array(7),
      }),
    ),
    exportModel: async () => ({
      modelJson: '{}',
      weightsBin: new Uint8Array(1),
      stock: { modelJson: '{}', weightsBin: new Uint8Array(1) },
      onnx: new Uint8Array(3),
      safetensors: new Uint8Array(2),
    }),
  };
}

function summary(reason: TrainingSummary['reason']): TrainingSummary {
  const sizes = { train: 14, validation: 2, test: 4 };
  const best = { bestEpoch: 1, kept: 'best', validationLoss: 1, validationAccuracy: 0.5 } as const;
  const device = { backend: 'cpu', adapter: 'fake', compatibility: false, features: [], limits: {} } as const;
  const run = {
    recipe: resolveRecipe(config),
    seed: 0,
    preparation: { scaling: 'max', missing: 'linear' } as const,
    parameters: 1,
    dispatchesPerStep: null,
    variants: {},
    length: null,
    folds: null,
  };
  return {
    reason,
    epochs: 1,
    steps: 1,
    seconds: 1,
    ...best,
    ...run,
    device: { ...device, features: [] },
    sizes,
  };
}

describe('runTraining', () => {
  let folder: string;
  let interrupts: Interrupts;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gatewave-training-'));
    interrupts = new Interrupts(vi.fn());
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  });
  afterEach(() => {
    interrupts.dispose();
    rmSync(folder, { recursive: true });
    vi.restoreAllMocks();
  });

  function run(session: ReturnType<typeof fakeSession>): Promise<TrainedRun> {
    const browser = { version: 'fake', adapter: 'swiftshader' };
    const runtime = { session, host: { browser } } as unknown as Runtime;
    const display = new JsonLines(new PassThrough());
    const device = { backend: 'cpu', adapter: 'fake' } as TrainingSummary['device'];
    return runTraining({ config, device, data: undefined, folder }, { runtime, display, interrupts });
  }

  it('refuses a run that does not fit before it begins', async () => {
    const session = fakeSession(() => Promise.reject(new Error('not to be called')));
    session.plan.mockResolvedValue({
      fits: false,
      message: 'Too large.',
      parameters: 1,
      dispatchesPerStep: null,
    });
    await expect(run(session)).rejects.toThrow(new CommandError('Too large.'));
    expect(session.train).not.toHaveBeenCalled();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('keeps the best model of a run whose loss is no longer a number', async () => {
    const session = fakeSession(async (_config, onEvent) => {
      onEvent(epoch);
      throw Object.assign(new Error('The loss became NaN.'), { name: 'TrainingError' });
    });
    await expect(run(session)).rejects.toThrow(
      /^The loss became NaN\. The model of epoch 1, the best so far, is in /,
    );
    expect(readdirSync(folder).sort()).toEqual([
      ...['model.json', 'model.onnx', 'model.safetensors', 'stock', 'weights.bin'],
    ]);
  });

  it('has the best model in its folder while it goes on, and keeps it whatever ends it', async () => {
    const model = () => readFileSync(join(folder, 'model.json'), 'utf8');
    const session = fakeSession(async (_config, onEvent) => {
      onEvent(epoch);
      await vi.waitFor(() => expect(model()).toBe('{"best":true}'));
      session.bestModel.mockResolvedValueOnce({ modelJson: '{"better":1}', weightsBin: new Uint8Array(7) });
      onEvent({ ...epoch, epoch: 2, improved: false });
      onEvent({ ...epoch, epoch: 3 });
      await vi.waitFor(() => expect(model()).toBe('{"better":1}'));
      throw new Error('The browser ended before the work was done.');
    });
    await expect(run(session)).rejects.toThrow(
      /^The browser ended before the work was done\. The model of epoch 3, the best so far, is in /,
    );
    expect(session.bestModel).toHaveBeenCalledTimes(2);
    expect(readdirSync(folder).sort()).toEqual(['model.json', 'weights.bin']);
  });

  it('reports only the fault if there is no model worth keeping', async () => {
    const session = fakeSession(() =>
      Promise.reject(Object.assign(new Error('The loss became NaN.'), { name: 'TrainingError' })),
    );
    await expect(run(session)).rejects.toThrow(/^The loss became NaN\.$/);
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([{ type: 'start' }, { type: 'fold', step: 0 }])(
    'asks again for a stop that came before there was a run to stop: %o',
    async (first) => {
      const session = fakeSession(async (_config, onEvent) => {
        process.emit('SIGINT');
        expect(session.stop).toHaveBeenCalledTimes(1);
        onEvent(first as TrainingEvent);
        expect(session.stop).toHaveBeenCalledTimes(2);
        onEvent({ type: 'end', reason: 'stopped', epochs: 1, bestEpoch: 1, seconds: 1 });
        return summary('stopped');
      });
      expect((await run(session)).results).toBeNull();
      expect(interrupts.asked).toBe(true);
      expect(JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'))).toMatchObject({
        reason: 'stopped',
        test: null,
      });
    },
  );

  it('waits for the last event, which may come after the result', async () => {
    const session = fakeSession(async (_config, onEvent) => {
      setTimeout(() => {
        onEvent(epoch);
        onEvent({ type: 'end', reason: 'stopped', epochs: 1, bestEpoch: 1, seconds: 1 });
      }, 20);
      process.emit('SIGINT');
      return summary('stopped');
    });
    await run(session);
    expect(readFileSync(join(folder, 'history.csv'), 'utf8').trimEnd().split('\n')).toHaveLength(2);
  });
});
