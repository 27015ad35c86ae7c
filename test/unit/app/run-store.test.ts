import { describe, expect, it } from 'vitest';
import type { DataStore } from '../../../src/app/train/state/data';
import { createDevice } from '../../../src/app/train/state/device';
import { createModel } from '../../../src/app/train/state/model';
import { createRun } from '../../../src/app/train/state/run';
import type { SessionPort } from '../../../src/app/train/state/session-port';
import { createSettings } from '../../../src/app/train/state/settings';
import type { DeviceDescription } from '../../../src/model/device/open-device';
import type { SessionApi } from '../../../src/model/session/api';
import type { TrainingEvent } from '../../../src/model/training/events';
import type { TrainingSummary } from '../../../src/model/training/training-run';
import type { ModelInfo, ModelSource } from '../../../src/model/weights/model-files';
import { foldEvent, startEvent } from './events';

/** A page whose runs begin and end at once, with the given reason. */
function openPage(reason: TrainingSummary['reason'], first?: TrainingEvent) {
  const begun: string[] = [];
  const seen: string[] = [];
  const train = (name: string) => async (onEvent: (event: TrainingEvent) => void) => {
    begun.push(name);
    if (first) {
      onEvent(first);
      seen.push(run.status.value);
    }
    onEvent(startEvent());
    onEvent({ type: 'end', reason, seconds: 1 } as TrainingEvent);
    return { reason } as TrainingSummary;
  };
  const api = {
    initialise: async () => ({ backend: 'webgpu', adapter: 'a card' }) as DeviceDescription,
    generate: async () => {},
    checkpoint: async () => Promise.reject(new Error('none')),
    train: (_: unknown, onEvent: (event: TrainingEvent) => void) => train('train')(onEvent),
    resume: train('resume'),
    stop: async () => {},
    modelInfo: async () => ({ time: 1 }) as ModelInfo,
    importModel: async () => ({ time: 2 }) as ModelInfo,
  } as unknown as SessionApi;
  const port: SessionPort = { api, restart() {} };
  const settings = createSettings('');
  const device = createDevice(port, settings);
  const data = { file: { value: null } } as DataStore;
  const run = createRun(port, { settings, data, device });
  const model = createModel(port, device, run);
  return { run, device, model, begun, seen };
}

describe('one step', () => {
  it('begins a run, and continues a paused one', async () => {
    const { run, begun } = openPage('stopped');
    await run.step();
    expect(run.status.value).toBe('paused');
    await run.step();
    expect(begun).toEqual(['train', 'resume']);
  });

  it('is not taken where the run has ended', async () => {
    const { run, begun } = openPage('finished');
    await run.play();
    expect(run.status.value).toBe('ended');
    await run.step();
    expect(run.status.value).toBe('ended');
    expect(begun).toEqual(['train']);
  });
});

it('runs from the first fold of a cross-validation on', async () => {
  const { run, seen } = openPage('finished', foldEvent({ fold: 1, step: 0, validation: null }));
  await run.play();
  expect(seen).toEqual(['running']);
  expect(run.history.value.fold).toBeNull();
});

describe('a model', () => {
  it('is gone with its worker, whether it was trained or loaded', async () => {
    const { run, device, model } = openPage('finished');
    await run.play();
    expect(model.info.value).toEqual({ time: 1 });
    await device.reopen();
    expect(model.info.value).toBeNull();

    await model.load('model.json', {} as ModelSource);
    expect(model.file.value).toBe('model.json');
    await device.reopen();
    expect(model.info.value).toBeNull();
    expect(model.file.value).toBeNull();
  });
});
