import { batch, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { resultFragment } from './address';
import type { DataStore } from './data';
import type { ModelStore } from './model';
import type { RunStore } from './run';
import type { RunRecord } from './run-record';
import type { SettingsStore } from './settings';
import { type TypedNetwork, typedNetwork } from './typed-network';

/** What a link or a file brought. */
export interface SharedResult {
  network: TypedNetwork;
  /** The same as a model.safetensors, for the session. */
  model: Uint8Array;
  record: RunRecord;
  /** [time, channels], unprepared: the series that it was shown with. */
  example: Float32Array;
}

/** How the name of a saved result ends. */
export const resultEnding = '.gatewave';

export interface SharedStore {
  /** null: nothing was opened, or something else has taken its place. */
  result: ReadonlySignal<SharedResult | null>;
  /** Why the last link or file could not be opened. */
  problem: Signal<string>;
  /** Opens what the fragment of an address holds, if it holds a result. */
  openFragment(fragment: string): Promise<void>;
  /** Opens a result that the page saved, if that is what was chosen. @returns whether it was. */
  openAmong(files: readonly File[]): Promise<boolean>;
  close(): void;
}

interface Stores {
  run: Pick<RunStore, 'status'>;
  model: Pick<ModelStore, 'file'>;
  data: Pick<DataStore, 'file'>;
}

/** Results that were sent as a link or a file. What reads them is fetched when there is one. */
export function createShared(
  settings: Pick<SettingsStore, 'set'>,
  { run, model, data }: Stores,
): SharedStore {
  const result = signal<SharedResult | null>(null);
  const problem = signal('');

  async function open(
    what: string,
    bytesOf: (codec: typeof import('./shared-result')) => Uint8Array<ArrayBuffer>,
  ): Promise<void> {
    problem.value = '';
    try {
      const codec = await import('./shared-result');
      const { network, ...rest } = await codec.unpackResult(bytesOf(codec));
      batch(() => {
        settings.set(rest.record.config);
        result.value = { network: typedNetwork(network), ...rest };
      });
    } catch (error) {
      problem.value = `${what} cannot be opened. ${(error as Error).message}`;
    }
  }

  // It makes room for whatever the visitor does next with a network of their own.
  effect(() => {
    const isTraining = run.status.value === 'preparing';
    if (isTraining || model.file.value !== null || data.file.value !== null) result.value = null;
  });

  return {
    result,
    problem,
    async openFragment(fragment) {
      if (fragment.startsWith(resultFragment)) {
        await open('The result in this link', ({ ofFragment }) => ofFragment(fragment));
      }
    },
    async openAmong([file, ...others]) {
      if (!file?.name.endsWith(resultEnding) || others.length > 0) return false;
      const bytes = new Uint8Array(await file.arrayBuffer());
      await open(file.name, () => bytes);
      return true;
    },
    close() {
      result.value = null;
    },
  };
}
