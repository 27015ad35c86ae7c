import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { hideStretch } from '../../../model/explain/fill';
import { defaultFill, type Occlusion } from '../../../model/explain/occlusion';
import type { Stretch } from '../../shared/series-plot';
import type { AnsweringStore } from './answering';
import type { Editor } from './editor';
import { createLatest } from './latest';
import { createLive, type Live } from './live';

/** The series on the stage, what the network says of it, and what it says with a part of it hidden. */
export interface StageStore {
  /** Of the series as it is. */
  live: Live;
  /** Whether the visitor doubts that the network looks where its attention is: then occlusion is shown. */
  isDoubting: Signal<boolean>;
  /** What hiding each stretch does; null while nobody doubts, or it is not known yet. */
  occlusion: ReadonlySignal<Occlusion | null>;
  /** The stretch that is hidden; null: none is. */
  hidden: Signal<Stretch | null>;
  /** [time, channels]: the series with the stretch hidden; null where none is. */
  masked: ReadonlySignal<Float32Array | null>;
  /** Of the series with the stretch hidden. */
  liveMasked: Live;
}

export function createStage(editor: Editor, answering: AnsweringStore): StageStore {
  const isDoubting = signal(false);
  const hidden = signal<Stretch | null>(null);
  const occlusion = signal<Occlusion | null>(null);
  const masked = computed(() => {
    const stretch = hidden.value;
    const series = editor.series.value;
    if (!isDoubting.value || !stretch) return null;
    const values = series.slice();
    hideStretch(values, series, editor.channelNames.value.length, stretch, defaultFill);
    return values;
  });
  const latest = createLatest<Float32Array, Occlusion>({
    work: (series) => answering.occlude(series),
    onAnswer(found) {
      occlusion.value = found;
    },
    onProblem() {
      occlusion.value = null;
    },
  });
  effect(() => {
    const series = editor.series.value;
    if (isDoubting.value && answering.moment.value !== null) {
      latest.ask(series);
    } else {
      latest.drop();
      occlusion.value = null;
    }
  });
  // A network that has forgotten everything is not doubted.
  effect(() => {
    if (answering.source.value !== null) return;
    isDoubting.value = false;
    hidden.value = null;
  });
  // Another series may be shorter.
  effect(() => {
    const stretch = hidden.value;
    if (stretch && stretch.end > editor.time.value) hidden.value = null;
  });
  return {
    live: createLive(answering, editor.series),
    isDoubting,
    occlusion,
    hidden,
    masked,
    liveMasked: createLive(answering, masked),
  };
}
