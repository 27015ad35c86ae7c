import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { CompleteConfig } from '../../../data/config';
import { channelNamesOf } from '../../../data/dataset';
import { type Range, sineRanges } from '../../../data/sine-ranges';
import { RandomStream } from '../../../random';
import { channelOf } from '../../shared/channels';
import { rangeOf, type Stretch } from '../../shared/series-plot';
import { className } from '../series/class-name';
import {
  type Base,
  basesOf,
  changedStretch,
  type Drawing,
  type DrawnPoint,
  drawnFurther,
  drawnSeries,
  type Edit,
  type StretchEdit,
  withChanged,
  withEdit,
} from '../series/drawing';
import { rowOf } from '../series/series-parts';
import type { AnsweringStore } from './answering';
import type { DataStore } from './data';
import { defaultConfig, type SettingsStore } from './settings';
import type { SharedStore } from './shared';

/** Number of a file's steps that are read to learn their range. */
const mostRead = 20_000;

/** What is held of the first wave, as shares of its length. */
const firstHeld = { start: 0.42, end: 0.66 };

/** What dragging does. */
export type EditorMode = Edit['kind'];

/** Waves are held, as the generator's are; whatever else was measured has other faults. */
const modesOfWaves: readonly EditorMode[] = ['hold', 'draw'];
const modesOfOwn: readonly EditorMode[] = ['erase', 'swap', 'stretch', 'draw'];

/** The series that is changed by hand: a stretch of all its channels, or a line in one of them. */
export interface Editor {
  mode: ReadonlySignal<EditorMode>;
  /** Those that suit the series, the usual one first. */
  modes: ReadonlySignal<readonly EditorMode[]>;
  /** What dragging does from now on; the stretch that is changed, if one is, is changed in this way instead. */
  chooseMode(mode: EditorMode): void;
  /** Steps of the series. */
  time: ReadonlySignal<number>;
  /** Of all channels. */
  channelNames: ReadonlySignal<string[]>;
  /** The one that is drawn on; `drawing`, `changed` and `range` are of this channel. */
  channel: ReadonlySignal<number>;
  chooseChannel(channel: number): void;
  drawing: ReadonlySignal<Drawing>;
  /** Whether any channel differs from what it started as. */
  isTouched: ReadonlySignal<boolean>;
  /** [time, channels] */
  series: ReadonlySignal<Float32Array>;
  /** The values at the bottom and at the top of the plot. */
  range: ReadonlySignal<readonly [low: number, high: number]>;
  /** What is done to a stretch; null: nothing is. */
  changed: ReadonlySignal<StretchEdit | null>;
  /** Changes this stretch instead; null leaves all as it was. */
  change(stretch: Stretch | null): void;
  /** The class of the series that a stretch is swapped with; null: there is no other class. */
  otherClass: ReadonlySignal<string | null>;
  /** Begins a line, which `drawOn` continues. */
  draw(point: DrawnPoint): void;
  drawOn(points: readonly DrawnPoint[]): void;
  clear(): void;
  /** Starts from a series from elsewhere. @param series [steps, channels] */
  take(series: Float32Array): void;
  /** Starts from another wave or, with data from files, from another of their series. */
  another(seed: number): void;
  /** Whether there is another: a network that was sent brings one series of its files, and no more. */
  hasAnother: ReadonlySignal<boolean>;
}

interface Stores {
  settings: Pick<SettingsStore, 'config' | 'problems'>;
  data: Pick<DataStore, 'file' | 'shape'>;
  answering: Pick<AnsweringStore, 'info'>;
  shared: Pick<SharedStore, 'result'>;
}

export function createEditor({ settings, data, answering, shared }: Stores): Editor {
  const chosenMode = signal<EditorMode>('hold');
  const wanted = signal(0);
  /** [channels] */
  const edited = signal<Drawing[] | null>(null);
  /** The label of the own series that was taken; the first one's at first. */
  const label = signal<number | null>(null);

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
    const example = shared.result.value?.example;
    if (example) return untouched(basesOf(example, channels.value));
    const { freq, amp } = sineRanges(config.value);
    const wave = { freq: middle(freq), amp: round(0.7 * amp.at(amp.count)), phase: 0 };
    const time = lengthOf(null);
    const held = { start: Math.round(firstHeld.start * time), end: Math.round(firstHeld.end * time) };
    return Array.from({ length: channels.value }, () =>
      withChanged({ base: { kind: 'wave', wave }, edits: [] }, { kind: 'hold', ...held }),
    );
  });
  const drawings = computed((): Drawing[] =>
    edited.value?.length === channels.value ? edited.value : start.value,
  );
  const drawing = computed(() => drawings.value[channel.value] as Drawing);
  const time = computed(() => lengthOf(drawings.value));

  /** A series from elsewhere keeps its length. */
  function lengthOf(all: readonly Drawing[] | null): number {
    const base = all?.map((each) => each.base).find(({ kind }) => kind === 'series');
    if (base?.kind === 'series') return base.series.length;
    return answering.info.value?.time ?? data.shape.value?.time ?? config.value.num_points;
  }

  /** Row of the first of the own series that has another class. */
  const other = computed(() => {
    const labels = own.value?.labels;
    const row = labels?.findIndex((each) => each >= 0 && each !== (label.value ?? labels[0])) ?? -1;
    return row < 0 ? null : row;
  });
  const isFromElsewhere = computed(() => !own.value && shared.result.value?.record.file != null);
  const modes = computed(() => {
    if (!own.value && !isFromElsewhere.value) return modesOfWaves;
    return other.value === null ? modesOfOwn.filter((each) => each !== 'swap') : modesOfOwn;
  });
  const mode = computed(() =>
    modes.value.includes(chosenMode.value) ? chosenMode.value : (modes.value[0] as EditorMode),
  );
  function changeStretch(stretch: Stretch | null): void {
    const now = changedStretch(drawing.value, time.value);
    const usual = modes.value[0] as EditorMode;
    // While lines are drawn, the handles of a stretch still move it.
    const kind = mode.value === 'draw' ? (now?.kind ?? usual) : mode.value;
    const dataset = own.value;
    edited.value = drawings.value.map((each, index) => {
      if (!stretch || kind === 'draw') return withChanged(each, null);
      if (kind !== 'swap') return withChanged(each, { kind, ...stretch });
      if (!dataset) return each;
      const values = channelOf(rowOf(dataset, other.value ?? 0), dataset.channels, index);
      return withChanged(each, { kind, other: values, ...stretch });
    });
  }

  function startOver(): void {
    batch(() => {
      edited.value = null;
      label.value = null;
    });
  }

  function replace(next: Drawing): void {
    edited.value = drawings.value.with(channel.value, next);
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
      withChanged({ base: { kind: 'wave', wave }, edits: [] }, isHeld ? { kind: 'hold', ...held } : null),
    );
  }

  // What was changed of other data says nothing about these.
  effect(() => {
    if (data.file.value !== undefined) startOver();
  });

  return {
    mode,
    modes,
    chooseMode(next) {
      chosenMode.value = next;
      const now = changedStretch(drawing.value, time.value);
      if (now && next !== 'draw') changeStretch({ start: now.start, end: now.end });
    },
    otherClass: computed(() => {
      const row = other.value;
      const dataset = own.value;
      return row === null || !dataset ? null : className(dataset, dataset.labels[row] as number);
    }),
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
    isTouched: computed(() => edited.value?.length === channels.value),
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
    changed: computed(() => changedStretch(drawing.value, time.value)),
    change: changeStretch,
    draw(point) {
      replace(withEdit(drawing.value, { kind: 'draw', points: [point] }));
    },
    drawOn(points) {
      replace(drawnFurther(drawing.value, points));
    },
    clear: startOver,
    take(series) {
      label.value = null;
      edited.value = untouched(basesOf(series, channels.value));
    },
    hasAnother: computed(() => !isFromElsewhere.value),
    another(seed) {
      const random = new RandomStream(seed, 'another');
      const dataset = own.value;
      if (!dataset) {
        edited.value = anotherWave(random);
        return;
      }
      const row = random.integer(dataset.count);
      label.value = dataset.labels[row] as number;
      edited.value = untouched(basesOf(rowOf(dataset, row), dataset.channels));
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
