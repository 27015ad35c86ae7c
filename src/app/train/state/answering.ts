import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Occlusion } from '../../../model/explain/occlusion';
import type { Inspection } from '../../../model/network/inspection';
import type { ModelInfo } from '../../../model/weights/model-files';
import { bundledNetwork } from './bundled-network';
import type { DataStore } from './data';
import type { ModelStore } from './model';
import type { RunStore } from './run';
import type { SessionPort } from './session-port';
import type { SharedStore } from './shared';
import type { TypedNetwork } from './typed-network';

/**
 * Whose answers the page shows: those of a network that was shared, else those of the session's model or, while there is
 * none and the series are the generator's, those of the network that comes with the page.
 */
export interface AnsweringStore {
  /** null: nobody answers; a run is about to begin, or the visitor's own series have no model yet. */
  source: ReadonlySignal<'bundled' | 'shared' | 'session' | null>;
  /** The network that answers, if it does so on the page's own thread. */
  atHand: ReadonlySignal<TypedNetwork | null>;
  /** The network that answers. */
  info: ReadonlySignal<ModelInfo | null>;
  /** Changes whenever another network or other weights answer; null while nobody can be asked. */
  moment: ReadonlySignal<string | null>;
  /** @param series [time, channels], unprepared. */
  inspect(series: Float32Array): Promise<Inspection>;
  /** What hiding each stretch of a series does to the answer. @param series [time, channels], unprepared. */
  occlude(series: Float32Array): Promise<Occlusion>;
}

/**
 * What is hidden at a time, as a share of the series: a frozen stretch may be longer than a tenth, and what is left of it
 * beside a shorter stretch is enough for the answer.
 */
const hiddenShare = 0.2;

/**
 * How many times as long as an answer took, of which most is waiting for steps under way, a run is left alone before the
 * next of its moments is shown: looking must not slow it.
 */
const restAfterAnswer = 4;

interface Stores {
  data: Pick<DataStore, 'file'>;
  run: Pick<RunStore, 'status' | 'history'>;
  model: Pick<ModelStore, 'info'>;
  shared: Pick<SharedStore, 'result'>;
}

export function createAnswering(port: SessionPort, { data, run, model, shared }: Stores): AnsweringStore {
  const source = computed(() => {
    if (shared.result.value) return 'shared';
    const status = run.status.value;
    const { start, fold } = run.history.value;
    // What was learned before is forgotten.
    if (status === 'preparing' && !start && !fold) return null;
    if (model.info.value) return 'session';
    return status === 'idle' && data.file.value === null ? 'bundled' : null;
  });
  const atHand = computed(() => {
    if (source.value === 'shared') return shared.result.value?.network ?? null;
    return source.value === 'bundled' ? bundledNetwork() : null;
  });
  const isResting = signal(false);
  let shown: string | null = null;
  // A worker that was lost never answers, and nobody rests for it.
  effect(() => {
    if (run.status.value !== 'running') isResting.value = false;
  });
  /** The answer; until then and for a while after it, a run that goes on is left alone. */
  async function rested<Answer>(answer: Promise<Answer>): Promise<Answer> {
    const isFirst = !isResting.peek();
    const asked = performance.now();
    isResting.value = true;
    try {
      return await answer;
    } finally {
      const rest = restAfterAnswer * (performance.now() - asked);
      const end = () => {
        isResting.value = false;
      };
      if (isFirst) setTimeout(end, rest);
    }
  }
  return {
    source,
    atHand,
    info: computed(() => atHand.value?.info ?? model.info.value),
    moment: computed(() => {
      if (source.value !== 'session') return source.value;
      const status = run.status.value;
      if (status === 'preparing' || status === 'lost') return null;
      if (status === 'running' && isResting.value && shown?.startsWith(status)) return shown;
      const { epochs, loss } = run.history.value;
      shown = `${status} ${epochs.length} ${loss.length}`;
      return shown;
    }),
    async inspect(series) {
      return atHand.value ? atHand.value.inspect(series) : rested(port.api.inspect(series));
    },
    async occlude(series) {
      const { channels = 1 } = atHand.value?.info ?? model.info.value ?? {};
      const time = series.length / channels;
      const sizes = { width: Math.ceil(hiddenShare * time), stride: Math.ceil((hiddenShare * time) / 4) };
      if (atHand.value) return atHand.value.occlude(series, sizes);
      const [found] = await rested(port.api.occlude({ count: 1, time, channels, series }, sizes));
      return found as Occlusion;
    },
  };
}
