import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Dataset } from '../../../data/dataset';
import { generateSineDataset } from '../../../data/sine';
import type { DataShape } from '../../../model/api';
import type { SettingsStore } from './settings';

/** A visitor's own series. */
export interface DataFile {
  name: string;
  dataset: Dataset;
  /** What to know before training on them, one sentence each. */
  warnings: string[];
}

export interface DataStore {
  /** The file that is trained on; null: the generator's series. */
  file: Signal<DataFile | null>;
  /** Why the last file could not be read; stands beside the file picker. */
  problem: Signal<string>;
  /** The first series of the data; null while the settings are wrong. */
  preview: ReadonlySignal<Dataset | null>;
  /** Sizes of the data; null while the settings are wrong. */
  shape: ReadonlySignal<DataShape | null>;
}

/** How many series the gallery shows. */
export const previewCount = 8;

export function createData(settings: SettingsStore): DataStore {
  const file = signal<DataFile | null>(null);
  const isRight = computed(() => settings.problems.value.size === 0);
  const preview = computed(() => {
    if (file.value) return firstSeries(file.value.dataset, previewCount);
    if (!isRight.value) return null;
    const config = settings.config.value;
    // The generator draws one series after the other, so these are the first of the whole set.
    const dataset_size = Math.min(previewCount, config.dataset_size);
    return generateSineDataset({ ...config, dataset_size }, config.seed);
  });
  const shape = computed((): DataShape | null => {
    if (file.value) {
      const { count, time, channels, classNames } = file.value.dataset;
      return { count, time, channels, classes: classNames.length };
    }
    if (!isRight.value) return null;
    const { dataset_size, num_points } = settings.config.value;
    return { count: dataset_size, time: num_points, channels: 1, classes: 2 };
  });
  return { file, problem: signal(''), preview, shape };
}

function firstSeries(dataset: Dataset, most: number): Dataset {
  const { time, channels } = dataset;
  const count = Math.min(most, dataset.count);
  const series = dataset.series.subarray(0, count * time * channels);
  return { ...dataset, count, series, labels: dataset.labels.subarray(0, count) };
}
