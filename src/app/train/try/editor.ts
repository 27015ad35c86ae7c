import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { CompleteConfig } from '../../../data/config';
import { largestMagnitude } from '../../../data/largest';
import { sineRanges } from '../../../data/sine-ranges';
import {
  type Drawing,
  type DrawnPoint,
  drawnFurther,
  drawnSeries,
  type Edit,
  type Flat,
  flattenEdit,
  type Wave,
  withEdit,
  withLastEdit,
  withoutLastEdit,
  withWave,
} from '../series/drawing';
import type { TrainApp } from '../state/app';
import { defaultConfig } from '../state/settings';
import { type Surprise, surpriseRow, surpriseWave } from './surprise';

/** Number of a file's values that are read to learn their range. */
const mostRead = 100_000;

export type EditorMode = 'flatten' | 'draw';

/** The ranges of the sliders and the plot. */
export interface EditorRanges {
  freq: [min: number, max: number];
  amp: [min: number, max: number];
}

/** The series being edited. */
export interface Editor {
  mode: Signal<EditorMode>;
  /** Steps of the series. */
  time: ReadonlySignal<number>;
  ranges: ReadonlySignal<EditorRanges>;
  drawing: ReadonlySignal<Drawing>;
  /** Whether it differs from what it started as. */
  isTouched: ReadonlySignal<boolean>;
  /** [time] */
  series: ReadonlySignal<Float32Array>;
  /** Largest value of the plot. */
  limit: ReadonlySignal<number>;
  /** The wave that the sliders show. */
  wave: ReadonlySignal<Wave>;
  /**
   * The flat that the number fields show and move: the last one, unless it is settled; its length is 0 if there is
   * none.
   */
  flat: ReadonlySignal<Flat>;
  /** A surprise, and whether its class has been revealed; null once anything was changed by hand. */
  surprise: ReadonlySignal<Surprise | null>;
  isRevealed: Signal<boolean>;
  setWave(patch: Partial<Wave>): void;
  setFlat(flat: Flat): void;
  /** The flat stays; the number fields make another one. */
  settleFlat(): void;
  /** Begins an edit, which `change` and `drawOn` continue. */
  begin(edit: Edit): void;
  change(edit: Edit): void;
  drawOn(points: readonly DrawnPoint[]): void;
  undo(): void;
  clear(): void;
  /** Starts from a series from elsewhere. */
  take(series: Float32Array): void;
  surpriseMe(): void;
}

export function createEditor({ settings, data, model }: TrainApp): Editor {
  const mode = signal<EditorMode>('flatten');
  const changed = signal<Drawing | null>(null);
  const lastSurprise = signal<Surprise | null>(null);
  const isRevealed = signal(false);
  const isSettled = signal(false);
  /** Where the next flat is to be, while there is none. */
  const plannedStart = signal<number | null>(null);

  let lastConfig: CompleteConfig = defaultConfig;
  /** The last valid settings. */
  const config = computed(() => {
    if (settings.problems.value.size === 0) lastConfig = settings.config.value;
    return lastConfig;
  });
  const time = computed(() => model.info.value?.time ?? data.shape.value?.time ?? config.value.num_points);
  const ranges = computed((): EditorRanges => {
    const file = data.file.value;
    if (file)
      return { freq: [0, 8], amp: [0, largestMagnitude(file.dataset.series.subarray(0, mostRead)) || 1] };
    const { freq, amp } = sineRanges(config.value);
    return { freq: [freq.at(0), freq.at(freq.count)], amp: [amp.at(0), amp.at(amp.count)] };
  });
  const wave = computed((): Wave => {
    const base = changed.value?.base;
    if (base?.kind === 'wave') return base.wave;
    const { freq, amp } = ranges.value;
    return { freq: round(freq[0] + 0.5 * (freq[1] - freq[0])), amp: round(0.7 * amp[1]), phase: 0 };
  });
  const drawing = computed(
    (): Drawing => changed.value ?? { base: { kind: 'wave', wave: wave.value, flat: null }, edits: [] },
  );
  const openFlat = computed(() => {
    const last = drawing.value.edits.at(-1);
    return last?.kind === 'flatten' && !isSettled.value ? last : null;
  });
  const flat = computed((): Flat => {
    const edit = openFlat.value;
    if (!edit) return { start: plannedStart.value ?? Math.round(0.4 * time.value), length: 0 };
    return { start: Math.min(edit.from, edit.to), length: Math.abs(edit.to - edit.from) + 1 };
  });

  function replace(next: Drawing | null): void {
    changed.value = next;
    isRevealed.value = false;
  }

  function take(next: Drawing): void {
    isSettled.value = false;
    plannedStart.value = null;
    replace(next);
  }

  return {
    mode,
    time,
    ranges,
    drawing,
    isTouched: computed(() => changed.value !== null),
    series: computed(() => drawnSeries(drawing.value, time.value)),
    limit: computed(() => {
      const { base } = drawing.value;
      const most = base.kind === 'wave' ? Math.abs(base.wave.amp) : largestMagnitude(base.series);
      return Math.max(most, ranges.value.amp[1]) || 1;
    }),
    wave,
    flat,
    surprise: computed(() => {
      const { base, edits } = drawing.value;
      return lastSurprise.value?.base === base && edits.length === 0 ? lastSurprise.value : null;
    }),
    isRevealed,
    setWave(patch) {
      replace(withWave(drawing.value, { ...wave.value, ...patch }));
    },
    setFlat({ start, length }) {
      plannedStart.value = start;
      if (length > 0) {
        const edit = flattenEdit({ start, length });
        replace(openFlat.value ? withLastEdit(drawing.value, edit) : withEdit(drawing.value, edit));
        isSettled.value = false;
      } else if (openFlat.value) {
        replace(withoutLastEdit(drawing.value));
        isSettled.value = true;
      }
    },
    settleFlat() {
      isSettled.value = true;
      plannedStart.value = null;
    },
    begin(edit) {
      take(withEdit(drawing.value, edit));
    },
    change(edit) {
      replace(withLastEdit(drawing.value, edit));
    },
    drawOn(points) {
      replace(drawnFurther(drawing.value, points));
    },
    undo() {
      take(withoutLastEdit(drawing.value));
    },
    clear() {
      isSettled.value = false;
      plannedStart.value = null;
      replace(null);
    },
    take(series) {
      take({ base: { kind: 'series', series }, edits: [] });
    },
    surpriseMe() {
      const seed = crypto.getRandomValues(new Uint32Array(1))[0] as number;
      const file = data.file.value;
      const isUsable = file && file.dataset.channels === 1;
      const surprise = isUsable ? surpriseRow(file.dataset, seed) : surpriseWave(config.value, seed);
      lastSurprise.value = surprise;
      take({ base: surprise.base, edits: [] });
    },
  };
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}
