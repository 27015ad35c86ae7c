import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { findConfigProblems } from '../../../data/config';
import { type Dataset, subset } from '../../../data/dataset';
import type { Found, ReadOptions } from '../../../data/formats/format';
import { type SineConfig, sineParameters } from '../../../data/sine-config';
import { generateSineDataset } from '../../../data/sine-dataset';
import type { GivenParts, PartName } from '../../../data/split';
import type { DataWarnings } from '../../../data/warnings';
import type { DataShape } from '../../../model/training/run-plan';
import { createFileReader, type FileReader } from './file-reader';
import { type ChosenFile, type NamedFile, nameOfFiles, partsByName } from './parts';
import { defaultConfig, type SettingsStore } from './settings';

/** A visitor's own series. */
export interface DataFile {
  /** Of its files. */
  name: string;
  /** To train on, and to take the other parts from where they are not given. */
  dataset: Dataset;
  given: GivenParts;
  /** What to know before training on them. */
  warnings: DataWarnings;
  /** How the files were read; null where that is not known any more. */
  found: Found | null;
}

/** The files that were chosen last, whether they could be read or not. */
export interface Chosen {
  files: readonly ChosenFile[];
  /** What the visitor said about them. */
  options: ReadOptions;
}

export interface DataStore {
  /** What is trained on; null: the generator's series. */
  file: Signal<DataFile | null>;
  /** Why the last files could not be read; shown beside the file picker. */
  problem: Signal<string>;
  /** null: there are no files, or none that could be read in another way. */
  chosen: ReadonlySignal<Chosen | null>;
  /** How much of the files has been read, from 0 to 1; null while none are. */
  progress: ReadonlySignal<number | null>;
  /** A few series of the data; null while the settings are wrong. */
  preview: ReadonlySignal<Dataset | null>;
  /** Sizes of the data; null while the settings are wrong. */
  shape: ReadonlySignal<DataShape | null>;
  /** Switches to files; while they are being read, or if they are wrong, the data stay as they are. */
  read(files: readonly NamedFile[], options?: ReadOptions): Promise<void>;
  /** Reads the chosen files once more, in another way; undefined leaves a choice to the program again. */
  readWith(options: { [Key in keyof ReadOptions]: ReadOptions[Key] | undefined }): Promise<void>;
  /** Reads the chosen files once more, with one of them for another part. */
  usePart(name: string, part: PartName): Promise<void>;
  /** Ends the reading; the data stay as they are. */
  cancel(): void;
  /** Forgets the files that could not be read. */
  dismissProblem(): void;
  /** Goes back to the generator's series. */
  removeFile(): void;
  /** Shows the next series in the preview; after the last, the first again. */
  showOthers(): void;
}

/** How many series the gallery shows. */
export const previewCount = 6;

export function createData(settings: SettingsStore, reader: FileReader = createFileReader()): DataStore {
  const file = signal<DataFile | null>(null);
  const problem = signal('');
  const chosen = signal<Chosen | null>(null);
  const progress = signal<number | null>(null);
  const page = signal(0);
  /** What `file` was read from; null where that is not available. */
  let used: Chosen | null = null;
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

  async function read(next: Chosen): Promise<void> {
    latest += 1;
    const own = latest;
    batch(() => {
      problem.value = '';
      progress.value = 0;
      chosen.value = next;
    });
    try {
      const { dataset, given, found, warnings } = await reader.read(
        next.files,
        next.options,
        (done, inAll) => {
          if (own === latest) progress.value = inAll === 0 ? 0 : done / inAll;
        },
      );
      if (own !== latest) return;
      used = next;
      batch(() => {
        const name = nameOfFiles(next.files.map((each) => each.name));
        if (!file.value) settings.suitFiles();
        file.value = { name, dataset, given, found, warnings };
        page.value = 0;
        repairGenerator(settings);
      });
    } catch (error) {
      if (own !== latest) return;
      const { name, message } = error as Error;
      batch(() => {
        problem.value = message;
        if (name === 'UnreadableFileError') chosen.value = null;
      });
    } finally {
      if (own === latest) progress.value = null;
    }
  }

  /** The last files that could be read, or none. */
  function forget(): void {
    latest += 1;
    reader.cancel();
    batch(() => {
      chosen.value = file.value && used;
      problem.value = '';
      progress.value = null;
    });
  }

  return {
    file,
    problem,
    chosen,
    progress,
    preview,
    shape,
    read(files, options = {}) {
      const parts = partsByName(files.map(({ name }) => name));
      const assigned = files.map((each, i) => ({ ...each, part: parts[i] as PartName }));
      // Those to train on come first, in the name, too.
      const order: PartName[] = ['train', 'validation', 'test'];
      const sorted = assigned.toSorted((a, b) => order.indexOf(a.part) - order.indexOf(b.part));
      return read({ files: sorted, options });
    },
    async readWith(changes) {
      if (!chosen.value) return;
      const { files, options } = chosen.value;
      const entries = Object.entries({ ...options, ...changes }).filter(([, value]) => value !== undefined);
      await read({ files, options: Object.fromEntries(entries) });
    },
    async usePart(name, part) {
      if (!chosen.value) return;
      const { files, options } = chosen.value;
      await read({ files: files.map((each) => (each.name === name ? { ...each, part } : each)), options });
    },
    cancel: forget,
    dismissProblem: forget,
    removeFile() {
      used = null;
      batch(() => {
        if (file.value) settings.suitGenerator();
        file.value = null;
        page.value = 0;
      });
      forget();
    },
    showOthers() {
      page.value += 1;
    },
  };
}

/** Training on a file does not read the generator's settings, but wrong ones, hidden then, would still make it fail. */
function repairGenerator(settings: SettingsStore): void {
  const keys = Object.keys(sineParameters) as (keyof SineConfig)[];
  const { problems } = settings;
  if (keys.some((key) => problems.value.has(key)))
    settings.set(Object.fromEntries(keys.map((key) => [key, defaultConfig[key]])));
}

/** Whether the part of the configuration that the generator reads is valid, whatever the rest. */
function canGenerate(config: SineConfig & { seed: number }): boolean {
  const keys = [...Object.keys(sineParameters), 'seed'] as (keyof typeof config)[];
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
