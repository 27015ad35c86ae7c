import { batch, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ModelInfo, ModelSource } from '../../../model/weights/model-files';
import { type DeviceStore, onFreshDevice } from './device';
import type { RunStore } from './run';
import type { SessionPort } from './session-port';

export interface ModelStore {
  /** The session's model: that of the run, even while it is going on, or a loaded one; null before there is one. */
  info: ReadonlySignal<ModelInfo | null>;
  /** Name of the file that the model was loaded from; null for one that was trained here. */
  file: ReadonlySignal<string | null>;
  /** Why the last file could not be loaded. */
  problem: Signal<string>;
  /** Loads a model from files into the session, in place of the run's. */
  load(name: string, source: ModelSource): Promise<void>;
}

export function createModel(port: SessionPort, device: DeviceStore, run: RunStore): ModelStore {
  const info = signal<ModelInfo | null>(null);
  const file = signal<string | null>(null);
  const problem = signal('');
  // A run builds its model before its first event.
  effect(() => {
    const { status } = run;
    if (status.value === 'idle' && file.peek() === null) info.value = null;
    if (status.value !== 'running' && status.value !== 'paused') return;
    file.value = null;
    void port.api.modelInfo().then((found) => {
      // It may have been forgotten meanwhile.
      if (status.peek() !== 'idle') info.value = found;
    });
  });
  effect(() => {
    if (device.replaced.value === 0) return;
    batch(() => {
      info.value = null;
      file.value = null;
    });
  });
  return {
    info,
    file,
    problem,
    async load(name, source) {
      problem.value = '';
      try {
        await device.ready();
        const { value: status } = run.status;
        if (status === 'running' || status === 'preparing' || status === 'stopping') await run.pause();
        // If the file is not valid, the paused run stays as it is.
        const found = await onFreshDevice(device, () => port.api.importModel(source));
        await run.reset();
        batch(() => {
          file.value = name;
          info.value = found;
        });
      } catch (error) {
        problem.value = `${name}: ${(error as Error).message}`;
      }
    },
  };
}
