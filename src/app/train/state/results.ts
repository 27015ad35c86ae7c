import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Dataset } from '../../../data/dataset';
import type { Predictions } from '../../../model/network/evaluation';
import { type Localisation, localisation } from '../../../model/report/metrics/localisation';
import { predictedClasses } from '../../../model/report/metrics/output';
import { type ClassificationReport, reportsOf } from '../../../model/report/metrics/report';
import { type TemperatureScaling, temperatureScaling } from '../../../model/report/metrics/temperature';
import { classifierOutput } from '../../../model/report/run-report';
import type { ModelInfo } from '../../../model/weights/model-files';
import { listOf } from '../../shared/format';
import { classNamesOfModel } from '../series/class-name';
import type { DataFile, DataStore } from './data';
import type { ModelStore } from './model';
import type { RunStore } from './run';
import type { SessionPort } from './session-port';
import type { SettingsStore } from './settings';

/** What the model predicts for series that it has not seen. */
export interface Results {
  test: Dataset;
  predictions: Predictions;
}

export interface ResultsStore {
  results: ReadonlySignal<Results | null>;
  /** Why there are none, though there is a model. */
  problem: ReadonlySignal<string>;
  /** While the test part, and then the validation part, are predicted. */
  isBusy: ReadonlySignal<boolean>;
  /** Class 1 of two is predicted above this probability; unused for more classes. */
  threshold: Signal<number>;
  /** [count] at this threshold. */
  predicted: ReadonlySignal<Int32Array | null>;
  report: ReadonlySignal<ClassificationReport | null>;
  /** What a temperature fitted on the validation part would do; null where none could be, or not yet. */
  temperature: ReadonlySignal<TemperatureScaling | null>;
  /** Where the series have regions. */
  localisation: ReadonlySignal<Localisation | null>;
}

const notNumbers =
  'The model answers with NaN instead of probabilities: its weights have diverged. Train again with a smaller learning rate.';

interface Stores {
  settings: SettingsStore;
  data: DataStore;
  run: RunStore;
  model: ModelStore;
}

/** Tests the model when a run has ended, and a loaded model on the test part of the current data. */
export function createResults(port: SessionPort, { settings, data, run, model }: Stores): ResultsStore {
  const results = signal<Results | null>(null);
  const temperature = signal<TemperatureScaling | null>(null);
  const problem = signal('');
  const isBusy = signal(false);
  const threshold = signal(0.5);

  /** The current test; results of an earlier one are ignored. */
  let testing: object | null = null;

  async function evaluate(isLoaded: boolean): Promise<void> {
    const self = {};
    testing = self;
    problem.value = '';
    isBusy.value = true;
    try {
      const { api } = port;
      if (isLoaded) {
        const file = data.file.peek();
        const config = settings.config.peek();
        const mismatch = mismatchOf(model.info.peek(), file);
        if (mismatch) throw new Error(mismatch);
        await (file ? api.load(file.dataset, file.given) : api.generate(config, config.seed));
        await api.split(config);
      }
      const [test, predictions] = await Promise.all([api.part('test'), api.predict('test')]);
      if (testing !== self) return;
      if (predictions.probabilities.some(Number.isNaN)) throw new Error(notNumbers);
      batch(() => {
        threshold.value = 0.5;
        results.value = { test, predictions };
        temperature.value = null;
      });
      const [validation, validated] = await Promise.all([api.part('validation'), api.predict('validation')]);
      if (testing !== self) return;
      temperature.value = temperatureScaling(
        classifierOutput(validation, validated),
        classifierOutput(test, predictions),
      );
    } catch (error) {
      if (testing !== self) return;
      problem.value = (error as Error).message;
      results.value = null;
    }
    isBusy.value = false;
  }

  function forget(): void {
    testing = null;
    results.value = null;
    problem.value = '';
    isBusy.value = false;
  }

  effect(() => {
    const { status } = run;
    if (status.value === 'ended') void evaluate(false);
    if (status.value === 'preparing' || (status.value === 'idle' && model.file.value === null)) forget();
  });
  // The loaded model may be meant for another file.
  effect(() => {
    const hasLoaded = model.file.value !== null && model.info.value !== null;
    if (hasLoaded && data.file.value !== undefined && run.status.peek() === 'idle') void evaluate(true);
  });

  const output = computed(() => {
    const { test, predictions } = results.value ?? {};
    return test && predictions ? classifierOutput(test, predictions) : null;
  });
  const reports = computed(() => output.value && reportsOf(output.value));
  return {
    results,
    problem,
    isBusy,
    threshold,
    predicted: computed(() => output.value && predictedClasses(output.value, threshold.value)),
    report: computed(() => reports.value?.(threshold.value) ?? null),
    temperature,
    localisation: computed(() => {
      if (!results.value) return null;
      const { test, predictions } = results.value;
      return localisation(predictions.attention, test);
    }),
  };
}

/** Why a loaded model cannot be tested on the series that the page has; empty where it can. */
export function mismatchOf(
  model: Pick<ModelInfo, 'channels' | 'classNames'> | null,
  file: DataFile | null,
): string {
  if (!model) return '';
  const { channels, classNames } = file?.dataset ?? { channels: 1, classNames: ['0', '1'] };
  const series = file ? `the series in ${file.name}` : 'the generated series';
  const remedy = 'Under “Data”, choose a file with series like those that the model learned from.';
  if (model.channels !== channels) {
    return `The model takes ${valuesOf(model.channels)} per step, but ${series} have ${valuesOf(channels)}. ${remedy}`;
  }
  if (model.classNames.join('\n') === classNames.join('\n')) return '';
  const known = listOf(classNamesOfModel(model.classNames, false));
  const given = listOf(classNamesOfModel(classNames, file === null));
  return `The model tells these classes apart: ${known}. But ${series} have: ${given}. ${remedy}`;
}

function valuesOf(channels: number): string {
  return channels === 1 ? '1 value' : `${channels} values`;
}
