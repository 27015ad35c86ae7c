import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { findConfigProblems } from '../../../data/config';
import { type Dataset, subset } from '../../../data/dataset';
import { type SineConfig, sineShape } from '../../../data/sine-config';
import { generateSineDataset } from '../../../data/sine-dataset';
import type { DataShape } from '../../../model/training/run-plan';
import { createFileReader, type ReadFile } from './file-reader';
import { defaultConfig, type SettingsStore } from './settings';

/** A visitor's own series. */
export interface DataFile {
  name: string;
  dataset: Dataset;
  /** What to know before training on them, one sentence each. */
  warnings: string[];
}

/** The last file that was chosen, whether it could be read or not. */
export interface ChosenFile {
  source: File;
  /** Where its labels are, or were looked for; null: that is not known. */
  label: string | null;
}

export interface DataStore {
  /** The file that is trained on; null: the generator's series. */
  file: Signal<DataFile | null>;
  /** Why the last file could not be read; shown beside the file picker. */
  problem: Signal<string>;
  /** null: there is no file that could be read in another way. */
  chosen: ReadonlySignal<ChosenFile | null>;
  isReading: ReadonlySignal<boolean>;
  /** A few series of the data; null while the settings are wrong. */
  preview: ReadonlySignal<Dataset | null>;
  /** Sizes of the data; null while the settings are wrong. */
  shape: ReadonlySignal<DataShape | null>;
  /** Switches to a file; while it is being read, or if it is wrong, the data stay as they are. */
  read(file: File): Promise<void>;
  /** Reads the chosen file once more. */
  readWith(label: string): Promise<void>;
  /** Forgets the file that could not be read. */
  dismissProblem(): void;
  /** Goes back to the generator's series. */
  removeFile(): void;
  /** Shows the next series in the preview; after the last, the first again. */
  showOthers(): void;
}

/** How many series the gallery shows. */
export const previewCount = 6;

export function createData(settings: SettingsStore, readFile: ReadFile = createFileReader()): DataStore {
  const file = signal<DataFile | null>(null);
  const problem = signal('');
  const chosen = signal<ChosenFile | null>(null);
  const isReading = signal(false);
  const page = signal(0);
  /** What `file` was read from; null where that is not available. */
  let used: ChosenFile | null = null;
  /** Number of the latest reading: the results of earlier ones come too late. */
  let latest = 0;

  const shape = computed((): DataShape | null => {
    if (file.value) {
      const { count, time, channels, classNames } = file.value.dataset;
      return { count, time, channels, classes: classNames.length };
    }
    const { config } = settings;
    if (!canGenerate(config.value)) return null;
    const { dataset_size, num_points } = config.value;
    return { count: dataset_size, time: num_points, channels: 1, classes: 2 };
  });
  const preview = computed(() => {
    if (!shape.value) return null;
    const { count } = shape.value;
    const pages = Math.ceil(count / previewCount);
    const start = previewCount * (page.value % pages);
    if (!file.value) return generatedFrom(settings.config.value, start);
    return subset(file.value.dataset, mixedIndices(count).slice(start, start + previewCount));
  });

  async function read(next: File, label: string | null): Promise<void> {
    latest += 1;
    const own = latest;
    problem.value = '';
    isReading.value = true;
    try {
      const reading = await readFile(next, label === null ? {} : { label });
      const { dataset, warnings, problem: found } = reading;
      if (own !== latest) return;
      batch(() => {
        chosen.value = { source: next, label: reading.label };
        problem.value = found;
        if (!dataset) return;
        used = chosen.value;
        file.value = { name: next.name, dataset, warnings };
        page.value = 0;
        repairGenerator(settings);
      });
    } catch (error) {
      if (own === latest) problem.value = (error as Error).message;
    } finally {
      if (own === latest) isReading.value = false;
    }
  }

  return {
    file,
    problem,
    chosen,
    isReading,
    preview,
    shape,
    read: (next) => read(next, null),
    async readWith(label) {
      if (chosen.value) await read(chosen.value.source, label);
    },
    dismissProblem() {
      batch(() => {
        chosen.value = file.value && used;
        problem.value = '';
      });
    },
    removeFile() {
      latest += 1;
      used = null;
      batch(() => {
        isReading.value = false;
        chosen.value = null;
        file.value = null;
        problem.value = '';
        page.value = 0;
      });
    },
    showOthers() {
      page.value += 1;
    },
  };
}

/** Training on a file does not read the generator's settings, but wrong ones, hidden then, would still make it fail. */
function repairGenerator(settings: SettingsStore): void {
  const keys = Object.keys(sineShape) as (keyof SineConfig)[];
  const { problems } = settings;
  if (keys.some((key) => problems.value.has(key)))
    settings.set(Object.fromEntries(keys.map((key) => [key, defaultConfig[key]])));
}

/** Whether the part of the configuration that the generator reads is valid, whatever the rest. */
function canGenerate(config: SineConfig & { seed: number }): boolean {
  const keys = [...Object.keys(sineShape), 'seed'] as (keyof typeof config)[];
  return findConfigProblems(Object.fromEntries(keys.map((key) => [key, config[key]]))).length === 0;
}

/** The series at these positions of the whole data set. */
function generatedFrom(config: SineConfig & { seed: number }, start: number): Dataset {
  const dataset_size = Math.min(start + previewCount, config.dataset_size);
  return generateSineDataset({ ...config, dataset_size }, config.seed, start);
}

/** All positions, in an order that soon visits every part of the data, because files are often sorted by class. */
export function mixedIndices(count: number): Int32Array {
  let stride = Math.max(1, Math.round(count * 0.618));
  while (greatestCommonDivisor(stride, count) > 1) stride += 1;
  return Int32Array.from({ length: count }, (_, index) => (index * stride) % count);
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
