import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { Inspection } from '../../../model/network/inspection';
import { useApp } from '../state/app';
import { createLatest } from '../state/latest';

/** What the model computed for a series. */
export interface LiveAnswer {
  series: Float32Array;
  inspection: Inspection;
  /** When the model was asked, on the clock of `performance.now()`. */
  askedAt: number;
}

interface LiveInspection {
  /** The latest answer; null while there is no model. */
  answer: ReadonlySignal<LiveAnswer | null>;
  problem: ReadonlySignal<string>;
}

/**
 * Has the model look at a series, again whenever the series or the model changes (in a run: after each epoch, and at
 * its end). There is never more than one question under way; of those that arrive meanwhile, only the last is asked
 * next.
 * @param series [time, channels] as the model takes it; null: nothing to ask.
 */
export function useLiveInspection(series: Float32Array | null): LiveInspection {
  const { port, model, inspection: store } = useApp();
  const answer = useSignal<LiveAnswer | null>(null);
  const problem = useSignal('');
  const moment = store.moment.value;
  const info = model.info.value;
  const latest = useMemo(
    () =>
      createLatest<Float32Array, Inspection>({
        work: (asked) => port.api.inspect(asked),
        onAnswer(inspection, asked, milliseconds) {
          answer.value = { series: asked, inspection, askedAt: performance.now() - milliseconds };
          problem.value = '';
        },
        onProblem(error) {
          problem.value = error.message;
        },
      }),
    [],
  );
  useEffect(() => latest.drop, [latest]);
  // The worker that was asked may have been ended, and would never answer.
  useEffect(() => {
    // An error from another model says nothing about this one.
    problem.value = '';
    if (!info) answer.value = null;
    if (moment === null) latest.drop();
    else if (series) latest.ask(series);
  }, [series, info, moment, latest]);
  return { answer, problem };
}
