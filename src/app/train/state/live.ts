import { batch, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Inspection } from '../../../model/network/inspection';
import type { AnsweringStore } from './answering';
import { createLatest } from './latest';

/** What a network computed for a series. */
export interface LiveAnswer {
  series: Float32Array;
  inspection: Inspection;
  /** When the network was asked, on the clock of `performance.now()`. */
  askedAt: number;
}

export interface Live {
  /** The latest answer; null while nobody answers. */
  answer: ReadonlySignal<LiveAnswer | null>;
  problem: ReadonlySignal<string>;
}

/**
 * Has the network that answers look at a series, again whenever the series or the network changes. One at hand
 * answers at once; of the session's, there is never more than one question under way, and of those that arrive
 * meanwhile, only the last is asked next.
 * @param series [time, channels] as the network takes it; null: nothing to ask.
 */
export function createLive(answering: AnsweringStore, series: ReadonlySignal<Float32Array | null>): Live {
  const answer: Signal<LiveAnswer | null> = signal(null);
  const problem = signal('');
  const latest = createLatest<Float32Array, Inspection>({
    work: (asked) => answering.inspect(asked),
    onAnswer(inspection, asked, milliseconds) {
      batch(() => {
        answer.value = { series: asked, inspection, askedAt: performance.now() - milliseconds };
        problem.value = '';
      });
    },
    onProblem(error) {
      problem.value = error.message;
    },
  });
  effect(() => {
    const asked = series.value;
    // The worker that was asked may have been ended, and would never answer.
    if (answering.moment.value === null) latest.drop();
    // An error from another model says nothing about this one.
    problem.value = '';
    if (!asked || answering.source.value === null) {
      latest.drop();
      answer.value = null;
    }
    if (!asked || answering.moment.value === null) return;
    const network = answering.atHand.value;
    if (network) {
      latest.drop();
      const askedAt = performance.now();
      answer.value = { series: asked, inspection: network.inspect(asked), askedAt };
    } else {
      latest.ask(asked);
    }
  });
  return { answer, problem };
}
