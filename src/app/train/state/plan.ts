import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { MemoryPlan } from '../../../model/training/run-plan';
import type { DataStore } from './data';
import type { DeviceStore } from './device';
import type { SessionPort } from './session-port';
import type { SettingsStore } from './settings';

export interface PlanStore {
  /** Parameters, memory and dispatches of a run with the current settings; the last known ones while they change. */
  plan: ReadonlySignal<MemoryPlan | null>;
  /** Why no device can run it. */
  problem: ReadonlySignal<string>;
}

interface Stores {
  settings: SettingsStore;
  data: DataStore;
  device: DeviceStore;
}

/** Milliseconds without a change before the session is asked, so that a moving slider does not ask at every step. */
const quietTime = 100;

export function createPlan(port: SessionPort, { settings, data, device }: Stores): PlanStore {
  const plan = signal<MemoryPlan | null>(null);
  const problem = signal('');
  /** Number of the latest question: an answer to an earlier one comes too late. */
  let latest = 0;
  effect(() => {
    const config = settings.config.value;
    const shape = data.shape.value;
    if (!device.device.value || !shape || settings.problems.value.size > 0) return;
    latest += 1;
    const asked = latest;
    const timer = setTimeout(() => {
      port.api.plan(config, shape).then(
        (answer) => {
          if (asked !== latest) return;
          plan.value = answer;
          problem.value = answer.fits ? '' : answer.message;
        },
        (error: Error) => {
          if (asked === latest) problem.value = error.message;
        },
      );
    }, quietTime);
    return () => clearTimeout(timer);
  });
  return { plan, problem };
}
