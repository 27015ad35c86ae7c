import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { CompleteConfig } from '../../../data/config';
import type { SessionApi } from '../../../model/session/api';
import type { Checkpoint } from '../../../model/training/checkpoint';
import type { EndReason, TrainingEvent } from '../../../model/training/events';
import type { TrainingSummary } from '../../../model/training/training-run';
import type { DataFile, DataStore } from './data';
import { type DeviceStore, onFreshDevice } from './device';
import { type Gathered, gathered } from './gathered';
import { emptyHistory, type History, record } from './history';
import type { SessionPort } from './session-port';
import type { BackendChoice, SettingsStore } from './settings';

/**
 * idle → preparing → running ⇄ paused → ended. 'stopping' lasts until the steps in flight are done; 'lost' means that
 * the device was lost, or ran out of memory, midway.
 */
export type RunStatus = 'idle' | 'preparing' | 'running' | 'stopping' | 'paused' | 'ended' | 'lost';

/** What a run was started with; the page's settings may have changed since. */
export interface RunOrigin {
  config: CompleteConfig;
  backend: BackendChoice;
  /** null: generated. */
  file: DataFile | null;
}

/** Enough to continue a run in a fresh worker. */
export interface SavedRun {
  origin: RunOrigin;
  checkpoint: Checkpoint;
  history: History;
}

export interface RunStore {
  status: ReadonlySignal<RunStatus>;
  /** null while idle. */
  origin: ReadonlySignal<RunOrigin | null>;
  history: ReadonlySignal<History>;
  /** The last point that can be returned to: the end of an epoch, or where the run was paused. */
  saved: ReadonlySignal<SavedRun | null>;
  /** Why a run did not start or ended early, and what to do. */
  problem: Signal<string>;
  /** Starts a run, or continues the paused one. */
  play(): Promise<void>;
  /**
   * Starts a run, or continues the paused one, for a single training step, then pauses. A run that has ended stays
   * ended.
   */
  step(): Promise<void>;
  pause(): Promise<void>;
  /** Ends the run; the model has its best weights. */
  stop(): Promise<void>;
  /** Forgets the run. */
  reset(): Promise<void>;
  /** Returns to a saved run, paused; in a fresh worker if `reopen`. */
  restore(saved: SavedRun, options?: { reopen?: boolean }): Promise<void>;
}

/** What a run becomes when it is stopped. */
type AfterStop = 'paused' | 'ended' | 'idle';

interface Stores {
  settings: SettingsStore;
  data: DataStore;
  device: DeviceStore;
}

export function createRun(port: SessionPort, { settings, data, device }: Stores): RunStore {
  const status = signal<RunStatus>('idle');
  const origin = signal<RunOrigin | null>(null);
  const history = signal<History>(emptyHistory);
  const saved = signal<SavedRun | null>(null);
  const problem = signal('');
  /** The state to enter once the steps in flight are done. */
  let afterStop: AfterStop = 'paused';
  /** Identifies the current run; events of an earlier one are ignored. */
  let running: Promise<void> | null = null;
  let events: Gathered | null = null;

  function follow(onEnd: () => void): Gathered {
    return gathered((event) => {
      history.value = record(history.value, event);
      const begins = event.type === 'fold' || event.type === 'start';
      if (begins && status.value === 'preparing') status.value = 'running';
      if (event.type === 'fold' && event.step > 0) void keep();
      if (event.type === 'epoch') void keep();
      if (event.type === 'end') onEnd();
    });
  }

  /** Takes a checkpoint of the run. */
  async function keep(): Promise<void> {
    const at = origin.value;
    if (!at) return;
    try {
      const checkpoint = await port.api.checkpoint();
      if (origin.value !== at) return;
      // It includes steps whose events may still be waiting.
      events?.flush();
      saved.value = { origin: at, checkpoint, history: upTo(history.value, checkpoint) };
    } catch {
      // The device is gone: then the earlier one stays, and the run itself says what happened.
    }
  }

  async function go(
    reopen: boolean,
    begin: (api: SessionApi, onEvent: (event: TrainingEvent) => void) => Promise<TrainingSummary>,
  ): Promise<void> {
    problem.value = '';
    afterStop = 'paused';
    status.value = 'preparing';
    try {
      await (reopen ? device.reopen() : device.ready());
      // The last events travel separately from the result and may arrive after it.
      let onEnd = (): void => {};
      const ended = new Promise<void>((resolve) => {
        onEnd = resolve;
      });
      events = follow(onEnd);
      const summary = await begin(port.api, events.take);
      await ended;
      history.value = { ...history.value, summary };
      const next = nextStatus(summary.reason, afterStop);
      if (next !== 'idle') await keep();
      status.value = next;
    } catch (error) {
      // From here on, nothing may come from this run.
      events?.flush();
      const { name, message } = error as Error;
      problem.value = message;
      const isLost = name === 'DeviceLostError' || name === 'OutOfMemoryError';
      status.value = isLost ? 'lost' : history.value.epochs.length > 0 ? 'ended' : 'idle';
    }
  }

  /** One run at a time; a second call does nothing. */
  function once(work: () => Promise<void>): Promise<void> {
    running ??= work().finally(() => {
      running = null;
    });
    return running;
  }

  function start(steps?: number): Promise<void> {
    return once(async () => {
      const config = settings.config.value;
      const file = data.file.value;
      const wasLost = status.value === 'lost';
      origin.value = { config, backend: settings.backend.value, file };
      history.value = emptyHistory;
      saved.value = null;
      await go(wasLost, (_, onEvent) => {
        const begin = async () => {
          const { api } = port;
          await loadData(api, config, file);
          return api.train(config, onEvent, steps ? { steps } : {});
        };
        // Only now does it turn out that the device was lost while nothing was training.
        return onFreshDevice(
          device,
          begin,
          () => history.value.start === null && history.value.fold === null,
        );
      });
    });
  }

  function resume(steps?: number): Promise<void> {
    return once(() => go(false, (api, onEvent) => api.resume(onEvent, steps ? { steps } : {})));
  }

  async function halt(next: AfterStop): Promise<void> {
    afterStop = next;
    if (running) {
      if (status.value === 'running') status.value = 'stopping';
      await port.api.stop();
      await running;
    } else if (status.value !== 'idle') {
      status.value = next;
    }
  }

  return {
    status,
    origin,
    history,
    saved,
    problem,
    play: () => (status.value === 'paused' ? resume() : start()),
    async step() {
      if (status.value === 'paused') await resume(1);
      else if (status.value === 'idle') await start(1);
    },
    pause: () => halt('paused'),
    stop: () => halt('ended'),
    async reset() {
      await halt('idle');
      status.value = 'idle';
      origin.value = null;
      history.value = emptyHistory;
      saved.value = null;
      problem.value = '';
    },
    restore(from, { reopen = false } = {}) {
      return once(async () => {
        problem.value = '';
        status.value = 'preparing';
        try {
          await (reopen ? device.reopen() : device.ready());
          const { api } = port;
          await loadData(api, from.origin.config, from.origin.file);
          await api.restore(from.checkpoint);
          origin.value = from.origin;
          history.value = from.history;
          saved.value = from;
          status.value = 'paused';
        } catch (error) {
          problem.value = (error as Error).message;
          status.value = 'idle';
        }
      });
    },
  };
}

/** A run that is over can no longer be paused. */
function nextStatus(reason: EndReason, wanted: AfterStop): AfterStop {
  return reason !== 'stopped' && wanted === 'paused' ? 'ended' : wanted;
}

async function loadData(api: SessionApi, config: CompleteConfig, file: DataFile | null): Promise<void> {
  await (file ? api.load(file.dataset, file.given) : api.generate(config, config.seed));
}

/** The history as it was at the checkpoint, which may have been taken a few steps before the last event. */
function upTo(history: History, { state }: Checkpoint): History {
  const { globalStep, epoch } = state.position;
  return {
    ...history,
    loss: history.loss.slice(0, globalStep),
    accuracy: history.accuracy.slice(0, globalStep),
    epochs: history.epochs.slice(0, epoch),
  };
}
