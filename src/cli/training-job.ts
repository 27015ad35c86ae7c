import { join } from 'node:path';
import type { RunConfig } from '../data/config';
import { describeDataset } from '../data/dataset';
import { pickSine } from '../data/sine-config';
import type { GivenParts, SplitSummary } from '../data/split';
import type { WebGPUOptions } from '../kernels/webgpu/device';
import type { DeviceDescription } from '../model/device/open-device';
import { formatAgreement, sampleAgreement } from '../model/report/agreement';
import { completeConfig } from '../model/report/complete-config';
import { formatLocalisation } from '../model/report/metrics/localisation';
import { formatReport, formatTemperature } from '../model/report/metrics/report-text';
import { temperatureScaling } from '../model/report/metrics/temperature';
import { jsonLines, seriesPredictions } from '../model/report/predictions-file';
import {
  classifierOutput,
  generatedSource,
  type Host,
  type RunContext,
  runReport,
  type TestResults,
  testResults,
} from '../model/report/run-report';
import type { SessionApi } from '../model/session/api';
import type { EpochEvent, TrainingEvent } from '../model/training/events';
import { describeLength } from '../model/training/found-length';
import { historyCsv } from '../model/training/history';
import type { TrainingSummary } from '../model/training/training-run';
import { BestModel } from './best-model';
import { CommandError } from './errors';
import { writeJson, writeOutput } from './files';
import type { Interrupts } from './interrupt';
import { writeModel } from './model-files';
import { formatDuration } from './pace';
import { choosePlots, listFiles, writePlots } from './plots';
import type { Display } from './progress';
import { tell } from './read-series';
import type { RunData } from './run-data';
import type { Runtime } from './runtime';
import { version } from './version';

export interface TrainingJob {
  config: RunConfig;
  device: DeviceDescription;
  /** Series from files; absent: they are generated. */
  data: RunData | undefined;
  /** Where the files go. */
  folder: string;
}

/** What a run works with. */
export interface RunEnvironment {
  runtime: Runtime;
  display: Display;
  interrupts: Interrupts;
}

/** What a run left behind. */
export interface TrainedRun {
  /** As it is written to config.json. */
  config: object;
  /** Null after an interrupt. */
  results: TestResults | null;
}

/** Opens the session's device, and says which it is. */
export async function openDevice(
  backend: 'webgpu' | 'cpu',
  tuning: WebGPUOptions,
  { runtime: { session, host }, display }: RunEnvironment,
): Promise<DeviceDescription> {
  const device = await session.initialise(backend, tuning);
  display.report({ type: 'device', ...host, ...device }, `Device   ${describeDevice(device, host)}`);
  return device;
}

/**
 * Trains, tests and writes everything to the folder; after an interrupt, only the model and how far it got.
 * @throws CommandError when the run does not fit into the device's memory.
 */
export async function runTraining(run: TrainingJob, environment: RunEnvironment): Promise<TrainedRun> {
  const { runtime, display, interrupts } = environment;
  const { session } = runtime;
  const prepared = await prepare(run, environment);
  const epochs: EpochEvent[] = [];
  const askToStop = (): void => {
    display.close();
    process.stderr.write('Stopping after the steps in flight. Press Ctrl-C again to end at once.\n');
    session.stop().catch(() => {});
  };
  const { summary, files } = await interrupts.during(askToStop, async () => {
    const summary = await trainToEnd(session, run, (event) => {
      if (event.type === 'epoch') epochs.push(event);
      // An interrupt may have come before there was a run to stop.
      const begins = event.type === 'start' || (event.type === 'fold' && event.step === 0);
      if (begins && interrupts.asked) session.stop().catch(() => {});
      display.event(event);
    });
    return { summary, files: await writeModel(run.folder, await session.exportModel()) };
  });
  display.close();
  await writeOutput(join(run.folder, 'history.csv'), historyCsv(epochs));
  const { data } = run;
  const config = {
    ...completeConfig(run.config, summary, data === undefined),
    ...(data && { data: data.record }),
  };
  await writeJson(run.folder, 'config.json', config);
  files.push('history.csv', 'config.json');
  const { recipe: _recipe, device: _device, ...reported } = summary;
  display.report({ type: 'trained', ...reported }, describeTraining(summary));

  const tested = interrupts.asked ? undefined : await test(run.folder, environment);
  await writeJson(run.folder, 'report.json', runReport(prepared, summary, tested?.results ?? null));
  files.push('report.json', ...(tested?.files ?? []));
  display.report(
    { type: 'files', folder: run.folder, files },
    `\nWritten to ${run.folder}: ${listFiles(files)}`,
  );
  return { config, results: tested?.results ?? null };
}

/** Trains; resolves only after the last event, which travels separately from the result. */
async function trainToEnd(
  session: SessionApi,
  { config, folder }: TrainingJob,
  onEvent: (event: TrainingEvent) => void,
): Promise<TrainingSummary> {
  const best = new BestModel(session, folder);
  try {
    let ended = (): void => {};
    const end = new Promise<void>((resolve) => {
      ended = resolve;
    });
    const summary = await session.train(config, (event) => {
      onEvent(event);
      if (event.type === 'epoch' && event.improved) best.improved(event.epoch);
      if (event.type === 'end') ended();
    });
    await end;
    await best.settled();
    return summary;
  } catch (error) {
    await best.settled();
    if (!(error instanceof Error) || best.epoch === 0) throw error;
    let { written } = best;
    if (error.name === 'TrainingError') {
      await writeModel(folder, await session.exportModel());
      written = best.epoch;
    }
    if (written === 0) throw error;
    const where = `The model of epoch ${written}, the best so far, is in ${folder}.`;
    error.message = `${error.message.replace(/(?<![.!])$/, '.')} ${where}`;
    throw error;
  }
}

/** Hands the series to the session, and says what the run will do with them. */
async function prepare(
  { config, device, data }: TrainingJob,
  { runtime, display }: RunEnvironment,
): Promise<RunContext> {
  const { session, host } = runtime;
  const seed = config.seed ?? 0;
  const summary = data
    ? await session.load(data.dataset, data.given)
    : await session.generate(pickSine(config), seed);
  const loaded = { source: data?.source ?? generatedSource(seed), ...summary };
  display.report({ type: 'data', ...loaded }, `Data     ${describeDataset(loaded)}, ${loaded.source}`);
  const split = await session.split(config);
  display.report({ type: 'split', ...split }, `Split    ${describeSplit(split, data?.given ?? {})}`);
  tell(loaded.source, split.warnings);

  const plan = await session.plan(config);
  if (!plan.fits) throw new CommandError(plan.message);
  const dispatches = plan.dispatchesPerStep === null ? '' : `, ${plan.dispatchesPerStep} dispatches per step`;
  display.report(
    { type: 'plan', ...plan },
    `Model    ${plan.parameters} parameters${dispatches}\nMemory   ${plan.message}\n`,
  );
  return { version, ...host, device, data: loaded, plan };
}

/** Predicts the test part; writes the predictions and the plots. */
async function test(folder: string, { runtime, display }: RunEnvironment) {
  const { session } = runtime;
  const part = await session.part('test');
  const predictions = await session.predict('test');
  const temperature = temperatureScaling(
    classifierOutput(await session.part('validation'), await session.predict('validation')),
    classifierOutput(part, predictions),
  );
  const agreement = await sampleAgreement(part, predictions, (series) => session.occlude(series));
  const results = testResults(part, predictions, { temperature, agreement });
  const { test: report, localisation: located } = results;
  const locatedText = `${located ? `\n\n${formatLocalisation(located)}` : ''}\n\n${formatAgreement(agreement)}`;
  display.report(
    { type: 'report', ...results },
    `\nTest on ${part.count} series, loss ${report.loss.toFixed(4)}\n\n${formatReport(report)}\n${formatTemperature(temperature)}${locatedText}`,
  );
  await writeOutput(join(folder, 'predictions.json'), jsonLines(seriesPredictions(predictions, part)));
  const plots = await writePlots(folder, choosePlots(part, predictions));
  return { results, files: ['predictions.json', ...plots] };
}

function describeSplit({ train, validation, test }: SplitSummary, given: GivenParts): string {
  const each = { validation: 'to validate', test: 'to test' };
  const parts = Object.entries({ validation, test }).map(([name, { count }]) => {
    const from = name in given ? ' of their own' : '';
    return `${count} ${each[name as keyof typeof each]}${from}`;
  });
  return [`${train.count} series to train`, ...parts].join(', ');
}

/** A one-line description, for example `webgpu on lavapipe (an unnamed adapter), Chrome/147.0.1.2`. */
export function describeDevice(device: DeviceDescription, host: Host): string {
  const { adapter, version } = 'browser' in host ? host.browser : host.node;
  if (device.backend === 'cpu') return `cpu (${device.adapter}), ${version}`;
  return `webgpu on ${adapter} (${device.adapter}), ${version}`;
}

function describeTraining(summary: TrainingSummary): string {
  const { reason, epochs, steps, seconds, bestEpoch, kept, validationLoss, validationAccuracy } = summary;
  if (summary.folds) {
    const { done, of } = summary.folds;
    return (
      `\nStopped on request in cross-validation, with ${done} of ${of} folds done. The model has the weights of that moment, ` +
      'from a run on a part of the series to train on: train again for one that knows all of them.'
    );
  }
  const why = {
    finished: 'all epochs done',
    'early-stopping': 'the validation loss stopped falling',
    stopped: 'stopped on request',
  }[reason];
  const pace = steps > 0 ? `, ${((1000 * seconds) / steps).toFixed(1)} ms per step including validation` : '';
  const { length } = summary;
  const best =
    validationLoss === null || validationAccuracy === null
      ? 'No epoch was finished: the model has its latest weights.'
      : summary.sizes.validation === 0
        ? `The model has its ${kept === 'last' ? 'last' : 'best'} weights; all series trained it.${length ? ` To expect on new ones, by ${describeLength(length)}.` : ''}`
        : `${kept === 'best' ? 'The model has the weights of' : 'The model has its last weights. Lowest in'} epoch ${bestEpoch}: ` +
          `validation loss ${validationLoss.toFixed(4)}, accuracy ${validationAccuracy.toFixed(4)}.`;
  return `\nTrained ${epochs} epochs, ${steps} steps, in ${formatDuration(seconds)}${pace}; ${why}.\n${best}`;
}
