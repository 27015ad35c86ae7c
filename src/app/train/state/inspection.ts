import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { channelNamesOf, type Dataset, type Region } from '../../../data/dataset';
import type { Inspection } from '../../../model/network/inspection';
import { describeSeries } from '../series/describe-series';
import { rowOf, stepsOf } from '../series/series-parts';
import type { AnsweringStore } from './answering';
import { createLatest } from './latest';

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
  /** Follows `selected` and the network that answers; keeps the last one until the next arrives. */
  inspected: ReadonlySignal<Inspected | null>;
  problem: ReadonlySignal<string>;
}

/** Inspects one series at a time; of several selected meanwhile, only the last counts. */
export function createInspection({ source, moment, inspect }: AnsweringStore): InspectionStore {
  const selected = signal<SelectedSeries | null>(null);
  const inspected = signal<Inspected | null>(null);
  const problem = signal('');
  const latest = createLatest<SelectedSeries, Inspection>({
    work: ({ series }) => inspect(series),
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
    if (!asked || source.value === null) inspected.value = null;
  });
  return { selected, inspected, problem };
}
