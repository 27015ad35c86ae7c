import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { type InspectionStore, type SelectedSeries, selectRow } from '../state/inspection';
import type { Results, ResultsStore } from '../state/results';
import { type Answers, type BrowseFilter, browseRows, noFilter } from './browse';

/** Series on a page of the browser. */
export const pageSize = 24;

/** What is shown of the test series, and which of them is open. */
export interface BrowseStore {
  answers: ReadonlySignal<Answers | null>;
  filter: ReadonlySignal<BrowseFilter>;
  /** Test series that pass the filter, in its order. */
  rows: ReadonlySignal<number[]>;
  /** From 0. */
  page: ReadonlySignal<number>;
  pages: ReadonlySignal<number>;
  /** The test series that is open; null if another series is. */
  row: ReadonlySignal<number | null>;
  /** Where the open series is in `rows`; −1 if it is not. */
  position: ReadonlySignal<number>;
  change(patch: Partial<BrowseFilter>): void;
  clear(): void;
  turn(page: number): void;
  open(row: number): void;
  /** Opens the next (1) or the previous (−1) of `rows`. */
  move(by: number): void;
  /** Opens a series after each new test, so that there is something to see. @returns a function that stops this. */
  follow(): () => void;
}

export function createBrowse(results: ResultsStore, inspection: InspectionStore): BrowseStore {
  const filter = signal<BrowseFilter>(noFilter);
  const wantedPage = signal(0);
  const opened: Signal<{ row: number; selected: SelectedSeries } | null> = signal(null);
  const answers = computed((): Answers | null => {
    const { results: current, predicted, threshold } = results;
    if (!current.value || !predicted.value) return null;
    return { ...current.value, predicted: predicted.value, threshold: threshold.value };
  });
  const rows = computed(() => (answers.value ? browseRows(answers.value, filter.value) : []));
  const pages = computed(() => Math.max(1, Math.ceil(rows.value.length / pageSize)));
  const page = computed(() => Math.min(wantedPage.value, pages.value - 1));
  const row = computed(() => {
    const last = opened.value;
    return last && last.selected === inspection.selected.value ? last.row : null;
  });
  const position = computed(() => (row.value === null ? -1 : rows.value.indexOf(row.value)));

  function open(next: number): void {
    const test = results.results.peek()?.test;
    if (!test) return;
    batch(() => {
      const selected = selectRow(test, next, 'Test series');
      opened.value = { row: next, selected };
      inspection.selected.value = selected;
    });
  }

  function change(patch: Partial<BrowseFilter>): void {
    batch(() => {
      filter.value = { ...filter.peek(), ...patch };
      wantedPage.value = 0;
    });
  }

  return {
    answers,
    filter,
    rows,
    page,
    pages,
    row,
    position,
    change,
    clear: () => change({ ...noFilter, sort: filter.peek().sort }),
    turn(next) {
      wantedPage.value = Math.max(0, Math.min(pages.peek() - 1, next));
    },
    open,
    move(by) {
      const next = Math.max(0, Math.min(rows.peek().length - 1, position.peek() + by));
      const found = rows.peek()[next];
      if (found === undefined) return;
      wantedPage.value = Math.floor(next / pageSize);
      open(found);
    },
    follow() {
      let last: Results | null = null;
      return effect(() => {
        const current = results.results.value;
        if (!current || current === last) return;
        last = current;
        change(noFilter);
        // Not in the task that brought the results, which has enough to do.
        setTimeout(() => {
          if (results.results.peek() !== current) return;
          const isOurs = inspection.selected.peek() === opened.peek()?.selected;
          const first = rows.peek()[0];
          // A series from elsewhere stays open.
          if ((isOurs || !inspection.selected.peek()) && first !== undefined) open(first);
        });
      });
    },
  };
}
