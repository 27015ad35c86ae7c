import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Occlusion } from '../../../model/explain/occlusion';
import type { AnsweringStore } from './answering';
import type { InspectionStore, SelectedSeries } from './inspection';
import { createLatest } from './latest';

/** A series, and what hiding its stretches does to the answer. */
export interface Occluded {
  selected: SelectedSeries;
  occlusion: Occlusion;
}

export interface OcclusionStore {
  /** Follows what was inspected; keeps the last one until the next arrives. Null where it could not be computed. */
  occluded: ReadonlySignal<Occluded | null>;
}

/** Occludes the series that was inspected, after it, so that it never waits for this. */
export function createOcclusion(
  { moment, occlude }: Pick<AnsweringStore, 'moment' | 'occlude'>,
  { inspected }: Pick<InspectionStore, 'inspected'>,
): OcclusionStore {
  const occluded = signal<Occluded | null>(null);
  const latest = createLatest<SelectedSeries, Occlusion>({
    work: ({ series }) => occlude(series),
    onAnswer(occlusion, selected) {
      occluded.value = { selected, occlusion };
    },
    onProblem() {
      occluded.value = null;
    },
  });

  effect(() => {
    const asked = inspected.value?.selected;
    if (asked && moment.value !== null) latest.ask(asked);
    else latest.drop();
    if (!asked) occluded.value = null;
  });
  return { occluded };
}
