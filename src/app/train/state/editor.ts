import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { CompleteConfig } from '../../../data/config';
import { channelNamesOf } from '../../../data/dataset';
import { type Range, sineRanges } from '../../../data/sine-ranges';
import { RandomStream } from '../../../random';
import { channelOf } from '../../shared/channels';
import { rangeOf, type Stretch } from '../../shared/series-plot';
import {
  type Base,
  basesOf,
  type Drawing,
  type DrawnPoint,
  drawnFurther,
  drawnSeries,
  heldStretch,
  withEdit,
  withHeld,
} from '../series/drawing';
import { rowOf } from '../series/series-parts';
import type { AnsweringStore } from './answering';
import type { DataStore } from './data';
import { defaultConfig, type SettingsStore } from './settings';

/** Number of a file's steps that are read to learn their range. */
const mostRead = 20_000;

/** What is held of the first wave, as shares of its length. */
const firstHeld = { start: 0.42, end: 0.66 };

export type EditorMode = 'hold' | 'draw';

/** The series that is held and drawn on, a channel at a time. */
export interface Editor {
  mode: Signal<EditorMode>;
  /** Steps of the series. */
  time: ReadonlySignal<number>;
  /** Of all channels. */
  channelNames: ReadonlySignal<string[]>;
  /** The one that is drawn on; `drawing`, `held` and `range` are of this channel. */
  channel: ReadonlySignal<number>;
  chooseChannel(channel: number): void;
  drawing: ReadonlySignal<Drawing>;
  /** Whether any channel differs from what it started as. */
  isTouched: ReadonlySignal<boolean>;
  /** [time, channels] */
  series: ReadonlySignal<Float32Array>;
  /** The values at the bottom and at the top of the plot. */
  range: ReadonlySignal<readonly [low: number, high: number]>;
  /** The stretch that is held; null: none is. */
  held: ReadonlySignal<Stretch | null>;
  /** Holds this stretch instead; null lets go. */
  hold(stretch: Stretch | null): void;
  /** Begins a line, which `drawOn` continues. */
  draw(point: DrawnPoint): void;
  drawOn(points: readonly DrawnPoint[]): void;
  clear(): void;
  /** Starts from a series from elsewhere. @param series [steps, channels] */
  take(series: Float32Array): void;
  /** Starts from another wave or, with data from files, from another of their series. */
  another(seed: number): void;
}

interface Stores {
  settings: Pick<SettingsStore, 'config' | 'problems'>;
  data: Pick<DataStore, 'file' | 'shape'>;
  answering: Pick<AnsweringStore, 'info'>;
}

export function createEditor({ settings, data, answering }: Stores): Editor {
  const mode = signal<EditorMode>('hold');
  const wanted = signal(0);
  /** [channels] */
  const changed = signal<Drawing[] | null>(null);

  let lastConfig: CompleteConfig = defaultConfig;
  /** The last valid settings. */
  const config = computed(() => {
    if (settings.problems.value.size === 0) lastConfig = settings.config.value;
    return lastConfig;
  });
  const channels = computed(() => answering.info.value?.channels ?? data.shape.value?.channels ?? 1);
  const channel = computed(() => Math.min(wanted.value, channels.value - 1));
  /** The visitor's own data, if the network can read them. */
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
  /** [channels]: what there is before anything was changed. */
  const start = computed((): Drawing[] => {
    const dataset = own.value;
    if (dataset) return untouched(basesOf(rowOf(dataset, 0), dataset.channels));
    const { freq, amp } = sineRanges(config.value);
    const wave = { freq: middle(freq), amp: round(0.7 * amp.at(amp.count)), phase: 0 };
    const time = lengthOf(null);
    const held = { start: Math.round(firstHeld.start * time), end: Math.round(firstHeld.end * time) };
    return Array.from({ length: channels.value }, () =>
      withHeld({ base: { kind: 'wave', wave }, edits: [] }, held),
    );
  });
  const drawings = computed((): Drawing[] =>
    changed.value?.length === channels.value ? changed.value : start.value,
  );
  const drawing = computed(() => drawings.value[channel.value] as Drawing);
  const time = computed(() => lengthOf(drawings.value));

  /** A series from elsewhere keeps its length. */
  function lengthOf(all: readonly Drawing[] | null): number {
    const base = all?.map((each) => each.base).find(({ kind }) => kind === 'series');
    if (base?.kind === 'series') return base.series.length;
    return answering.info.value?.time ?? data.shape.value?.time ?? config.value.num_points;
  }

  function replace(next: Drawing): void {
    changed.value = drawings.value.with(channel.value, next);
  }

  /** A wave like the generator's, held as often as not, the same in each channel. */
  function anotherWave(random: RandomStream): Drawing[] {
    const ranges = sineRanges(config.value);
    const draw = (range: Range): number => range.at(random.integer(range.count));
    const wave = { freq: draw(ranges.freq), amp: draw(ranges.amp), phase: 0 };
    const isHeld = random.next() < 0.5;
    // The generator's places and lengths are steps of its own series.
    const scale = time.value / config.value.num_points;
    const first = Math.round(scale * draw(ranges.loc));
    const held = { start: first, end: first + Math.round(scale * draw(ranges.length)) };
    return Array.from({ length: channels.value }, () =>
      withHeld({ base: { kind: 'wave', wave }, edits: [] }, isHeld ? held : null),
    );
  }

  return {
    mode,
    time,
    channelNames: computed(() =>
      channelNamesOf({
        channels: channels.value,
        ...(own.value?.channelNames && { channelNames: own.value.channelNames }),
      }),
    ),
    channel,
    chooseChannel(chosen) {
      wanted.value = chosen;
    },
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
      const { amp } = sineRanges(config.value);
      const most = Math.max(Math.abs(base.wave.amp), amp.at(amp.count)) || 1;
      return [-most, most];
    }),
    held: computed(() => heldStretch(drawing.value, time.value)),
    hold(stretch) {
      replace(withHeld(drawing.value, stretch));
    },
    draw(point) {
      replace(withEdit(drawing.value, { kind: 'draw', points: [point] }));
    },
    drawOn(points) {
      replace(drawnFurther(drawing.value, points));
    },
    clear() {
      changed.value = null;
    },
    take(series) {
      changed.value = untouched(basesOf(series, channels.value));
    },
    another(seed) {
      const random = new RandomStream(seed, 'another');
      const dataset = own.value;
      changed.value = dataset
        ? untouched(basesOf(rowOf(dataset, random.integer(dataset.count)), dataset.channels))
        : anotherWave(random);
    },
  };
}

function untouched(bases: readonly Base[]): Drawing[] {
  return bases.map((base) => ({ base, edits: [] }));
}

function middle(range: Range): number {
  return round((range.at(0) + range.at(range.count)) / 2);
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}
