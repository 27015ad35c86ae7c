import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { CompleteConfig } from '../../../data/config';
import { channelNamesOf } from '../../../data/dataset';
import { sineRanges } from '../../../data/sine-ranges';
import { channelOf } from '../../shared/channels';
import { rangeOf } from '../../shared/series-plot';
import {
  type Base,
  basesOf,
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
import { rowOf } from '../series/series-parts';
import type { TrainApp } from '../state/app';
import { defaultConfig } from '../state/settings';
import { type Surprise, surpriseRow, surpriseWave } from './surprise';

/** Number of a file's steps that are read to learn their range. */
const mostRead = 20_000;

export type EditorMode = 'flatten' | 'draw';

/** The ranges of the sliders and the plot. */
export interface EditorRanges {
  freq: [min: number, max: number];
  amp: [min: number, max: number];
}

/** The series being edited, a channel at a time. */
export interface Editor {
  mode: Signal<EditorMode>;
  /** Steps of the series. */
  time: ReadonlySignal<number>;
  /** Of all channels. */
  channelNames: ReadonlySignal<string[]>;
  /** The one that is drawn on; what follows is of this channel, but for `series`, `surprise`, `clear` and `take`. */
  channel: ReadonlySignal<number>;
  chooseChannel(channel: number): void;
  ranges: ReadonlySignal<EditorRanges>;
  drawing: ReadonlySignal<Drawing>;
  /** Whether any channel differs from what it started as. */
  isTouched: ReadonlySignal<boolean>;
  /** [time, channels] */
  series: ReadonlySignal<Float32Array>;
  /** The values at the bottom and at the top of the plot. */
  range: ReadonlySignal<readonly [low: number, high: number]>;
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
  /** Starts from a series from elsewhere. @param series [steps, channels] */
  take(series: Float32Array): void;
  surpriseMe(): void;
}

export function createEditor({ settings, data, model }: TrainApp): Editor {
  const mode = signal<EditorMode>('flatten');
  const wanted = signal(0);
  /** [channels] */
  const changed = signal<Drawing[] | null>(null);
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
  const channels = computed(() => model.info.value?.channels ?? data.shape.value?.channels ?? 1);
  const channel = computed(() => Math.min(wanted.value, channels.value - 1));
  /** The visitor's own data, if the model can read them. */
  const own = computed(() => {
    const dataset = data.file.value?.dataset;
    return dataset && dataset.channels === channels.value ? dataset : null;
  });
  /** [channels]: the values that each has in the visitor's own data. */
  const ownRanges = computed(() => {
    const dataset = own.value;
    if (!dataset) return null;
    const read = dataset.series.subarray(0, mostRead * dataset.channels);
    return Array.from({ length: dataset.channels }, (_, index) =>
      rangeOf(channelOf(read, dataset.channels, index)),
    );
  });
  const ranges = computed((): EditorRanges => {
    const ofOwn = ownRanges.value?.[channel.value];
    if (ofOwn) return { freq: [0, 8], amp: [0, Math.max(...ofOwn.map(Math.abs))] };
    const { freq, amp } = sineRanges(config.value);
    return { freq: [freq.at(0), freq.at(freq.count)], amp: [amp.at(0), amp.at(amp.count)] };
  });
  const firstWave = computed((): Wave => {
    const { freq, amp } = ranges.value;
    return { freq: round(freq[0] + 0.5 * (freq[1] - freq[0])), amp: round(0.7 * amp[1]), phase: 0 };
  });
  /** [channels]: the first of the visitor's own series, or a wave in each. */
  const start = computed((): Base[] => {
    const dataset = own.value;
    if (dataset) return basesOf(rowOf(dataset, 0), dataset.channels);
    return Array.from({ length: channels.value }, () => ({
      kind: 'wave',
      wave: firstWave.value,
      flat: null,
    }));
  });
  const drawings = computed((): Drawing[] =>
    changed.value?.length === channels.value
      ? changed.value
      : start.value.map((base) => ({ base, edits: [] })),
  );
  const drawing = computed(() => drawings.value[channel.value] as Drawing);
  /** A series from elsewhere keeps its length. */
  const time = computed(() => {
    const base = drawings.value.map((each) => each.base).find(({ kind }) => kind === 'series');
    if (base?.kind === 'series') return base.series.length;
    return model.info.value?.time ?? data.shape.value?.time ?? config.value.num_points;
  });
  const wave = computed(() => {
    const { base } = drawing.value;
    return base.kind === 'wave' ? base.wave : firstWave.value;
  });
  const openFlat = computed(() => {
    const last = drawing.value.edits.at(-1);
    return last?.kind === 'flatten' && !isSettled.value ? last : null;
  });
  const flat = computed((): Flat => {
    const edit = openFlat.value;
    if (!edit) return { start: plannedStart.value ?? Math.round(0.4 * time.value), length: 0 };
    return { start: Math.min(edit.from, edit.to), length: Math.abs(edit.to - edit.from) + 1 };
  });

  function replaceAll(next: Drawing[] | null): void {
    batch(() => {
      changed.value = next;
      isRevealed.value = false;
    });
  }

  function replace(next: Drawing): void {
    replaceAll(drawings.value.with(channel.value, next));
  }

  function forgetFlat(): void {
    isSettled.value = false;
    plannedStart.value = null;
  }

  function take(next: Drawing): void {
    forgetFlat();
    replace(next);
  }

  function startFrom(bases: readonly Base[]): void {
    forgetFlat();
    replaceAll(bases.map((base) => ({ base, edits: [] })));
  }

  return {
    mode,
    time,
    channelNames: computed(() => channelNamesOf(own.value ?? { channels: channels.value })),
    channel,
    chooseChannel(next) {
      batch(() => {
        wanted.value = next;
        forgetFlat();
      });
    },
    ranges,
    drawing,
    isTouched: computed(() => changed.value?.length === channels.value),
    series: computed(() => {
      const all = drawings.value.map((each) => drawnSeries(each, time.value));
      const count = all.length;
      return Float32Array.from(
        { length: time.value * count },
        (_, i) => all[i % count]?.[Math.floor(i / count)] as number,
      );
    }),
    range: computed(() => {
      const { base } = drawing.value;
      const ofOwn = ownRanges.value?.[channel.value];
      if (base.kind === 'series') {
        const ofBase = rangeOf(base.series);
        return ofOwn ? [Math.min(ofBase[0], ofOwn[0]), Math.max(ofBase[1], ofOwn[1])] : ofBase;
      }
      const most = Math.max(Math.abs(base.wave.amp), ranges.value.amp[1]) || 1;
      return [-most, most];
    }),
    wave,
    flat,
    surprise: computed(() => {
      const last = lastSurprise.value;
      const isWhole = drawings.value.every(
        ({ base, edits }, index) => last?.bases[index] === base && edits.length === 0,
      );
      return isWhole ? last : null;
    }),
    isRevealed,
    setWave(patch) {
      replace(withWave(drawing.value, { ...wave.value, ...patch }));
    },
    setFlat({ start: first, length }) {
      plannedStart.value = first;
      if (length > 0) {
        const edit = flattenEdit({ start: first, length });
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
      forgetFlat();
      replaceAll(null);
    },
    take(series) {
      startFrom(basesOf(series, channels.value));
    },
    surpriseMe() {
      const seed = crypto.getRandomValues(new Uint32Array(1))[0] as number;
      const surprise = own.value
        ? surpriseRow(own.value, seed)
        : surpriseWave(config.value, seed, channels.value);
      lastSurprise.value = surprise;
      startFrom(surprise.bases);
    },
  };
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}
