import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCheckpoints } from '../../../src/app/train/state/checkpoints';
import type { DataFile, DataStore } from '../../../src/app/train/state/data';
import { emptyHistory } from '../../../src/app/train/state/history';
import { createKeptValues, type KeptValues } from '../../../src/app/train/state/kept-values';
import type { RunStatus, RunStore, SavedRun } from '../../../src/app/train/state/run';
import { largestKeptFile, readStored, toStored } from '../../../src/app/train/state/saved-run';
import { createSettings, defaultConfig } from '../../../src/app/train/state/settings';

function savedRun(globalStep: number, file: DataFile | null = null): SavedRun {
  const position = { globalStep } as SavedRun['checkpoint']['state']['position'];
  return {
    origin: { config: { ...defaultConfig, seed: 7 }, backend: 'cpu', file },
    checkpoint: { config: defaultConfig, state: { position } } as SavedRun['checkpoint'],
    history: { ...emptyHistory, start: {} as NonNullable<SavedRun['history']['start']> },
  };
}

const file = (values: number): DataFile => ({
  name: 'a.csv',
  given: {},
  warnings: { classes: [], series: [], values: [] },
  found: null,
  dataset: {
    count: 1,
    time: values,
    channels: 1,
    series: new Float32Array(values),
    labels: new Int32Array(1),
    classNames: ['a', 'b'],
  },
});

/** A page whose run does what the test says. @param restores whether returning to a saved run works. */
function openTab(kept: KeptValues, restores = true) {
  const status = signal<RunStatus>('idle');
  const saved = signal<SavedRun | null>(null);
  const settings = createSettings('');
  const data = { file: signal<DataFile | null>(null) } as DataStore;
  const restored: SavedRun[] = [];
  const run = {
    status,
    saved,
    async restore(from: SavedRun) {
      status.value = 'preparing';
      if (restores) saved.value = from;
      status.value = restores ? 'paused' : 'idle';
      restored.push(from);
    },
    async play() {
      status.value = 'running';
    },
  } as unknown as RunStore;
  const checkpoints = createCheckpoints(kept, { run, settings, data }, async (begin) => begin());
  return { checkpoints, status, saved, settings, data, restored };
}

const storedStep = async (kept: KeptValues) =>
  readStored(await kept.get('checkpoint'))?.checkpoint.state.position.globalStep;

describe('checkpoints', () => {
  let kept: KeptValues;
  beforeEach(() => {
    vi.useFakeTimers();
    // Node has no IndexedDB, so values are kept in memory, as in a private window.
    kept = createKeptValues();
  });
  afterEach(() => void vi.useRealTimers());
  const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

  it('are stored every few seconds at most, the last of them at the end, and a pause at once', async () => {
    const { status, saved, checkpoints } = openTab(kept);
    status.value = 'running';
    saved.value = savedRun(1);
    await pass(10);
    expect(await storedStep(kept)).toBe(1);
    saved.value = savedRun(2);
    saved.value = savedRun(3);
    await pass(1000);
    expect(await storedStep(kept)).toBe(1);
    expect(checkpoints.isStored.value).toBe(false);
    await pass(2500);
    expect(await storedStep(kept)).toBe(3);
    expect(checkpoints.isStored.value).toBe(true);
    saved.value = savedRun(4);
    status.value = 'paused';
    await pass(10);
    expect(await storedStep(kept)).toBe(4);
  });

  it.each(['ended', 'idle'] as const)('are forgotten when the run is %s', async (end) => {
    const { status, saved } = openTab(kept);
    status.value = 'running';
    saved.value = savedRun(1);
    await pass(10);
    saved.value = savedRun(2);
    status.value = end;
    await pass(10_000);
    expect(await kept.get('checkpoint')).toBeUndefined();
  });

  it('are offered to the next page, which continues with the settings of the run', async () => {
    await kept.set('checkpoint', toStored(savedRun(5), 0));
    const { checkpoints, restored, settings, status } = openTab(kept);
    await pass(10);
    expect(checkpoints.offer.value?.needsFile).toBe(false);
    await checkpoints.resume();
    expect(restored).toEqual([savedRun(5)]);
    expect([settings.config.value.seed, settings.backend.value]).toEqual([7, 'cpu']);
    expect(status.value).toBe('running');
    expect(checkpoints.offer.value).toBeNull();
  });

  it('stay on offer if continuing fails, until they are discarded', async () => {
    await kept.set('checkpoint', toStored(savedRun(5), 0));
    const { checkpoints } = openTab(kept, false);
    await pass(10);
    await checkpoints.resume();
    await pass(10);
    expect(checkpoints.offer.value).not.toBeNull();
    expect(await storedStep(kept)).toBe(5);
    checkpoints.discard();
    await pass(10);
    expect(await kept.get('checkpoint')).toBeUndefined();
  });

  it('include the series of a file, or wait for the file if it is too large', async () => {
    for (const values of [3, largestKeptFile / 4 + 1]) {
      const { status, saved } = openTab(kept);
      status.value = 'running';
      const own = file(values);
      saved.value = savedRun(1, own);
      await pass(10);
      const { checkpoints, data, restored } = openTab(kept);
      await pass(10);
      const needsFile = values > 3;
      expect(checkpoints.offer.value?.needsFile).toBe(needsFile);
      if (needsFile) {
        await checkpoints.resume();
        expect(restored).toEqual([]);
        data.file.value = own;
      }
      await checkpoints.resume();
      expect(restored[0]?.origin.file?.dataset.time).toBe(values);
    }
  });

  it('that are damaged are removed with a note', async () => {
    await kept.set('checkpoint', { version: 1, checkpoint: 'torn' });
    const { checkpoints } = openTab(kept);
    await pass(10);
    expect(checkpoints.offer.value).toBeNull();
    expect(checkpoints.note.value).toMatch(/cannot read it/);
    expect(await kept.get('checkpoint')).toBeUndefined();
  });
});

describe('kept values', () => {
  it('last as long as the page where the browser keeps nothing, and say so', async () => {
    const kept = createKeptValues();
    await kept.set('a', 1);
    expect(await kept.update('a', (was) => Number(was) + 1)).toBe(2);
    expect(await kept.get('a')).toBe(2);
    await kept.delete('a');
    expect(await kept.get('a')).toBeUndefined();
    expect(kept.loss.value).toBe('refused');
  });
});
