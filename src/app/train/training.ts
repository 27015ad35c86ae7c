import type { RunConfig } from '../../data/config';
import type { SessionApi } from '../../model/api';
import type { EpochEvent, StartEvent, StepsEvent, TrainingEvent } from '../../model/events';
import { formatLocalisation, localisation } from '../../model/metrics/localisation';
import { classificationReport, formatReport } from '../../model/metrics/report';

/** What the page shows of a run that is going on. */
export interface Progress {
  /** One line for people. */
  status: string;
  /** Of the most steps the run can take, from 0 to 1. */
  share: number;
  /** Loss of each step so far. */
  steps: number[];
  /** Validation loss of each epoch so far, at its last step. */
  epochs: { step: number; validationLoss: number }[];
}

/** Generates the data, trains, and reports on the test part. */
export async function trainAndReport(
  session: SessionApi,
  config: RunConfig,
  onProgress: (progress: Progress) => void,
): Promise<string> {
  await session.generate(config, config.seed ?? 0);
  const { reason, bestEpoch, seconds } = await session.train(config, followRun(onProgress));
  const test = await session.part('test');
  const { probabilities, attention } = await session.predict('test');
  const { labels, classNames, truths, time } = test;
  const found = truths ? localisation(attention, truths, time) : null;
  return [
    `Training ended (${reason}) after ${seconds.toFixed(0)} s; best epoch ${bestEpoch}.`,
    `On the ${test.count} series of the test part:`,
    '',
    formatReport(classificationReport({ labels, probabilities, classNames })),
    '',
    found ? formatLocalisation(found) : '',
  ].join('\n');
}

/** Gathers the events of one run into what there is to show. */
export function followRun(onProgress: (progress: Progress) => void): (event: TrainingEvent) => void {
  let start: StartEvent | null = null;
  let progress: Progress = { status: 'Starting …', share: 0, steps: [], epochs: [] };
  return (event) => {
    if (event.type === 'start') start = event;
    if (event.type === 'steps' && start) {
      progress = {
        ...progress,
        status: describeSteps(event, start),
        share: event.globalStep / (start.epochs * start.stepsPerEpoch),
        steps: [...progress.steps, ...event.loss],
      };
    }
    if (event.type === 'epoch') {
      const { validationLoss } = event;
      progress = {
        ...progress,
        status: describeEpoch(event),
        epochs: [...progress.epochs, { step: progress.steps.length, validationLoss }],
      };
    }
    onProgress(progress);
  };
}

function describeSteps(event: StepsEvent, { epochs, stepsPerEpoch }: StartEvent): string {
  const { epoch, step, loss, stepsPerSecond } = event;
  return (
    `Epoch ${epoch} of at most ${epochs}, step ${step} of ${stepsPerEpoch}: loss ${loss.at(-1)?.toFixed(4)}, ` +
    `${stepsPerSecond.toFixed(1)} steps/s`
  );
}

function describeEpoch({ epoch, validationLoss, validationAccuracy }: EpochEvent): string {
  return `Epoch ${epoch} done: validation loss ${validationLoss.toFixed(4)}, accuracy ${validationAccuracy.toFixed(4)}`;
}
