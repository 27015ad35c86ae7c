import { type ReadonlySignal, useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { formatPercent } from '../../shared/format';
import { useApp } from '../state/app';
import { emptyHistory, type History } from '../state/history';
import { type EpochValue, epochMarks, lossTop, shownEpochs, smoothed } from './curve-data';
import { type CurveNote, curveNote } from './curve-note';

/** One chart's numbers. */
interface Curve {
  /** Of each step, then their running mean. */
  values: readonly number[];
  smooth: Float64Array;
  validation: readonly EpochValue[];
  /** What guessing gets. */
  guessing: number;
  /** The highest value that is shown. */
  top: number;
  /** What the picture shows, for those who cannot see it; changes with each epoch, not with each step. */
  label: string;
}

/** Everything the charts draw and say. */
export interface CurveView {
  loss: Curve;
  accuracy: Curve;
  /** Right end of the x axis, in steps. */
  lastStep: number;
  marks: readonly EpochValue[];
  note: CurveNote;
}

function curveView(history: History, classes: number): CurveView {
  const { start, epochs } = history;
  const stepsPerEpoch = start?.stepsPerEpoch ?? 1;
  const shown = shownEpochs(history);
  const last = epochs.at(-1);
  const ofEpochs = (key: 'validationLoss' | 'validationAccuracy') =>
    epochs.map((event) => ({ step: event.epoch * stepsPerEpoch, value: event[key] }));
  const label = (name: string, training: string, validation: string) =>
    last
      ? `${name} after epoch ${last.epoch}: training ${training}, validation ${validation}.`
      : `${name} over the training steps; no epoch is finished yet.`;
  const loss = {
    values: history.loss,
    smooth: smoothed(history.loss),
    validation: ofEpochs('validationLoss'),
  };
  const guessing = Math.log(classes);
  return {
    loss: {
      ...loss,
      guessing,
      top: lossTop(loss.smooth, loss.validation, guessing),
      label: label('Loss', `${last?.trainLoss.toFixed(4)}`, `${last?.validationLoss.toFixed(4)}`),
    },
    accuracy: {
      values: history.accuracy,
      smooth: smoothed(history.accuracy),
      validation: ofEpochs('validationAccuracy'),
      guessing: 1 / classes,
      top: 1,
      label: label(
        'Accuracy',
        formatPercent(last?.trainAccuracy ?? 0),
        formatPercent(last?.validationAccuracy ?? 0),
      ),
    },
    lastStep: start ? shown * stepsPerEpoch : 100,
    marks: start ? epochMarks(shown, stepsPerEpoch) : [],
    note: curveNote(history, loss.smooth.at(-1) ?? 0, classes),
  };
}

/** The fewest milliseconds between two drawings. */
const pause = 250;

/** The curves of the run, four times a second at most. */
export function useCurveView(): ReadonlySignal<CurveView> {
  const { run, data } = useApp();
  /** Of the run's data or, before there is a run, of the chosen data. */
  const classesNow = () => {
    const file = (run.origin.value ?? { file: data.file.value }).file;
    return file ? file.dataset.classNames.length : 2;
  };
  const view = useSignal<CurveView>(curveView(emptyHistory, 2));
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const drawnAt = useRef(0);
  useSignalEffect(() => {
    void run.history.value;
    void classesNow();
    timer.current ??= setTimeout(
      () => {
        timer.current = undefined;
        drawnAt.current = performance.now();
        view.value = curveView(run.history.value, classesNow());
      },
      Math.max(0, drawnAt.current + pause - performance.now()),
    );
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  return view;
}
