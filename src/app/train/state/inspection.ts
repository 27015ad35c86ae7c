import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { channelNamesOf, type Dataset, type Region } from '../../../data/dataset';
import type { Inspection } from '../../../model/network/inspection';
import { describeSeries } from '../series/describe-series';
import { rowOf, stepsOf } from '../series/series-parts';
import { createLatest } from './latest';
import type { ModelStore } from './model';
import type { RunStore } from './run';
import type { SessionPort } from './session-port';

/** One series to look at closely. */
export interface SelectedSeries {
  /** For example `Test series 17`. */
  title: string;
  /** [time, channels], unscaled, without padding. */
  series: Float32Array;
  time: number;
  channels: number;
  channelNames: string[];
  /** Index of the true class; null where it is unknown. */
  label: number | null;
  /** Marked stretches of it. */
  regions: readonly Region[];
  /** What else is known of it, in words. */
  facts: readonly string[];
}

/** The series in a row of a data set. @param title of the part, for example `Test series`. */
export function selectRow(dataset: Dataset, row: number, title: string): SelectedSeries {
  const { channels } = dataset;
  return {
    title: `${title} ${row + 1}`,
    series: rowOf(dataset, row).slice(),
    time: stepsOf(dataset, row),
    channels,
    channelNames: channelNamesOf(dataset),
    label: dataset.labels[row] as number,
    regions: dataset.regions?.[row] ?? [],
    facts: describeSeries(dataset, row),
  };
}

/** A series, and everything the model computed for it. */
export interface Inspected {
  selected: SelectedSeries;
  inspection: Inspection;
}

export interface InspectionStore {
  selected: Signal<SelectedSeries | null>;
  /** Follows `selected` and the model, during a run with each epoch; keeps the last one until the next arrives. */
  inspected: ReadonlySignal<Inspected | null>;
  problem: ReadonlySignal<string>;
  /** Changes when a run gives the model other weights; null while there is no model to ask. */
  moment: ReadonlySignal<string | null>;
}

/** Inspects the model for one series at a time; of several selected meanwhile, only the last counts. */
export function createInspection(port: SessionPort, model: ModelStore, run: RunStore): InspectionStore {
  const selected = signal<SelectedSeries | null>(null);
  const inspected = signal<Inspected | null>(null);
  const problem = signal('');
  const moment = computed(() => {
    const status = run.status.value;
    if (!model.info.value || status === 'preparing' || status === 'lost') return null;
    return `${status} ${run.history.value.epochs.length}`;
  });
  const latest = createLatest<SelectedSeries, Inspection>({
    work: ({ series }) => port.api.inspect(series),
    onAnswer(inspection, asked) {
      inspected.value = { selected: asked, inspection };
      problem.value = '';
    },
    onProblem(error) {
      problem.value = error.message;
    },
  });

  effect(() => {
    const asked = selected.value;
    // The worker that was asked may have been ended, and would never answer.
    if (asked && moment.value !== null) latest.ask(asked);
    else {
      latest.drop();
      problem.value = '';
    }
    if (!asked || !model.info.value) inspected.value = null;
  });
  return { selected, inspected, problem, moment };
}
