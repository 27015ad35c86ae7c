import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { type Dataset, subset } from '../../../data/dataset';
import { fitPreparation } from '../../../data/preparation/fit';
import { resolveRecipe } from '../../../model/training/recipes';
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
  const sample = computed(() => data.file.value && sampleOf(data.file.value.dataset));
  effect(() => {
    const config = settings.config.value;
    const shape = data.shape.value;
    const some = sample.value;
    if (!device.device.value || !shape || settings.problems.value.size > 0) return;
    latest += 1;
    const asked = latest;
    const timer = setTimeout(() => {
      const fitted = some && fitPreparation(some, resolveRecipe(config));
      port.api.plan(config, shape, fitted?.preparation).then(
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

/** Values that the page looks at to see how a run would prepare the series: the rules take medians and shares. */
const sampledValues = 200_000;

/** A few hundred series of the whole file at most: files are often sorted by class. */
function sampleOf(dataset: Dataset): Dataset {
  const { count, time, channels } = dataset;
  const size = Math.min(count, Math.max(20, Math.floor(sampledValues / (time * channels))));
  return subset(
    dataset,
    Array.from({ length: size }, (_, i) => Math.floor((i * count) / size)),
  );
}
