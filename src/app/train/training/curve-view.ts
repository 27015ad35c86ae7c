import { type ReadonlySignal, useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useApp } from '../state/app';
import { emptyHistory, type History } from '../state/history';
import { type EpochValue, epochMarks, lossTop, shownEpochs, smoothed } from './curve-data';
import { useClasses } from './use-classes';

/** One chart's numbers. */
interface Curve {
  /** Of each step, then their running mean. */
  values: readonly number[];
  smooth: Float64Array;
  validation: readonly EpochValue[];
}

/** Everything the charts draw. */
export interface CurveView {
  loss: Curve;
  accuracy: Curve;
  /** The loss that guessing gets. */
  guessing: number;
  /** Right end of the x axis, in steps. */
  lastStep: number;
  lossTop: number;
  marks: readonly EpochValue[];
}

function curveView(history: History, classes: number): CurveView {
  const stepsPerEpoch = history.start?.stepsPerEpoch ?? 1;
  const ofEpochs = (key: 'validationLoss' | 'validationAccuracy') =>
    history.epochs.map((event) => ({ step: event.epoch * stepsPerEpoch, value: event[key] }));
  const curve = (values: readonly number[], validation: EpochValue[]): Curve => ({
    values,
    smooth: smoothed(values),
    validation,
  });
  const loss = curve(history.loss, ofEpochs('validationLoss'));
  const epochs = shownEpochs(history);
  const guessing = Math.log(classes);
  return {
    loss,
    accuracy: curve(history.accuracy, ofEpochs('validationAccuracy')),
    guessing,
    lastStep: history.start ? epochs * stepsPerEpoch : 100,
    lossTop: lossTop(loss.smooth, loss.validation, guessing),
    marks: history.start ? epochMarks(epochs, stepsPerEpoch) : [],
  };
}

/** The fewest milliseconds between two drawings. */
const pause = 250;

/** The curves of the run, four times a second at most. */
export function useCurveView(): ReadonlySignal<CurveView> {
  const { run } = useApp();
  const classes = useClasses();
  const view = useSignal<CurveView>(curveView(emptyHistory, classes.peek()));
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const drawnAt = useRef(0);
  useSignalEffect(() => {
    void run.history.value;
    void classes.value;
    timer.current ??= setTimeout(
      () => {
        timer.current = undefined;
        drawnAt.current = performance.now();
        view.value = curveView(run.history.peek(), classes.peek());
      },
      Math.max(0, drawnAt.current + pause - performance.now()),
    );
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  return view;
}
