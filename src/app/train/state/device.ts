import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { DeviceDescription } from '../../../model/device/open-device';
import type { SessionPort } from './session-port';
import type { SettingsStore } from './settings';

export interface DeviceStore {
  /** What the training runs on; null until the worker has reported it. */
  device: ReadonlySignal<DeviceDescription | null>;
  /** Why there is none. */
  problem: ReadonlySignal<string>;
  /** How often the worker was replaced: the model and the data of an earlier one are gone. */
  replaced: ReadonlySignal<number>;
  /** Resolves when there is a device. @throws Error whose message is in `problem`, too. */
  ready(): Promise<DeviceDescription>;
  /** Ends the worker and opens a device in a fresh one, on the backend that the settings name. */
  reopen(): Promise<DeviceDescription>;
}

export function createDevice(port: SessionPort, settings: SettingsStore): DeviceStore {
  const device = signal<DeviceDescription | null>(null);
  const problem = signal('');
  const replaced = signal(0);
  let opening: Promise<DeviceDescription> | null = null;

  async function open(): Promise<DeviceDescription> {
    try {
      problem.value = '';
      const found = await port.api.initialise(settings.backend.value);
      device.value = found;
      return found;
    } catch (error) {
      problem.value = (error as Error).message;
      opening = null;
      throw error;
    }
  }

  const ready = (): Promise<DeviceDescription> => {
    opening ??= open();
    return opening;
  };
  return {
    device,
    problem,
    replaced,
    ready,
    reopen() {
      port.restart();
      opening = null;
      batch(() => {
        device.value = null;
        replaced.value += 1;
      });
      return ready();
    },
  };
}

/**
 * Does the work and, if the device turns out to have been lost meanwhile, does it once more on a fresh one.
 * @param isAsBefore whether the failed work left everything as it was.
 */
export async function onFreshDevice<Result>(
  device: Pick<DeviceStore, 'reopen'>,
  work: () => Promise<Result>,
  isAsBefore: () => boolean = () => true,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if ((error as Error).name !== 'DeviceLostError' || !isAsBefore()) throw error;
    await device.reopen();
    return work();
  }
}
