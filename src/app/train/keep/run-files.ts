import { version } from '../../../../package.json';
import { type DatasetSummary, summariseDataset } from '../../../data/dataset';
import { sineShape } from '../../../data/sine-config';
import { sampleAgreement } from '../../../model/report/agreement';
import {
  generatedSource,
  type RunReport,
  runReport,
  type TestResults,
  testResults,
} from '../../../model/report/run-report';
import { describeLength } from '../../../model/training/found-length';
import { formatCount, formatDuration } from '../../shared/format';
import { formatAddress } from '../state/address';
import type { TrainApp } from '../state/app';
import { describeTest, type Fact, type ReportContent } from './report-content';

/** What the files of a run are made of. */
type Source = Pick<TrainApp, 'port' | 'run' | 'results'>;

/** The file report.json, with the keys that the command line's has. */
export async function makeReport({ port, run, results }: Source): Promise<RunReport> {
  const { api } = port;
  const { config, file } = requireOrigin(run);
  const { summary } = run.history.value;
  if (!summary) throw new Error('There is no run to report on.');
  const [plan, ...parts] = await Promise.all([
    api.plan(config),
    api.part('train'),
    api.part('validation'),
    api.part('test'),
  ]);
  const summaries = parts.filter(({ count }) => count > 0).map(summariseDataset);
  const [{ time, channels, classNames }] = parts;
  const data: DatasetSummary & { source: string } = {
    source: file?.name ?? generatedSource(config.seed),
    count: parts.reduce((total, { count }) => total + count, 0),
    time,
    shortest: summaries.reduce((least, { shortest }) => Math.min(least, shortest), time),
    channels,
    classNames,
    classCounts: classNames.map((_, label) =>
      summaries.reduce((total, each) => total + (each.classCounts[label] ?? 0), 0),
    ),
  };
  const { device } = summary;
  const browser = { version: navigator.userAgent };
  return runReport({ version, browser, device, data, plan }, summary, await tested(port, results));
}

/** What the HTML report says. */
export async function makeContent({ port, run, results }: Source, now: Date): Promise<ReportContent> {
  const { config, backend, file } = requireOrigin(run);
  const { summary, epochs } = run.history.value;
  if (!summary) throw new Error('There is no run to report on.');
  const { results: has, predicted, threshold } = results;
  const test =
    has.value && predicted.value && describeTest(has.value.test, has.value.predictions, predicted.value);
  const { device, sizes } = summary;
  const facts: Fact[] = [
    ['Device', device.backend === 'webgpu' ? `WebGPU: ${device.adapter}` : 'Processor'],
    ['Training time', formatDuration(summary.seconds)],
    ['Epochs', `${summary.epochs} of ${config.epochs}`],
    ['Ended because', reasons[summary.reason]],
    ['Best epoch', summary.bestEpoch > 0 ? String(summary.bestEpoch) : 'none'],
    ['Weights', summary.kept === 'best' ? 'of the best epoch' : 'of the last step'],
    ['Steps', formatCount(summary.steps)],
    ...(summary.length ? [['Length by', describeLength(summary.length)] satisfies Fact] : []),
    ['Parameters', formatCount(summary.parameters)],
    ['Series to train on', formatCount(sizes.train)],
    ['Series to validate on', formatCount(sizes.validation)],
    ['Series to test on', formatCount(sizes.test)],
  ];
  const name = file ? file.name : `${config.num_points} points, seed ${config.seed}`;
  return {
    title: `A network trained on ${name}`,
    date: now.toLocaleString('en', { dateStyle: 'long', timeStyle: 'short' }),
    link: `${location.origin}${location.pathname}${formatAddress(config, backend)}`,
    data: file
      ? `The series come from the file ${file.name}, which is not part of the link.`
      : `${formatCount(config.dataset_size)} sine waves of ${config.num_points} points, some of which were held flat for a while, generated with seed ${config.seed}.`,
    facts,
    recipe: Object.entries(config)
      .filter(([key]) => !(file && key in sineShape))
      .map(([key, value]) => [key, String(value)]),
    epochs,
    results: await tested(port, results),
    threshold: threshold.value,
    ...(test ?? { classNames: [], series: [], errors: [], errorCount: 0 }),
  };
}

const reasons = {
  finished: 'all epochs were done',
  'early-stopping': 'the validation loss stopped falling',
  stopped: 'it was stopped',
};

async function tested(
  { api }: TrainApp['port'],
  { results, temperature, threshold }: TrainApp['results'],
): Promise<TestResults | null> {
  if (!results.value) return null;
  const { test, predictions } = results.value;
  const agreement = await sampleAgreement(test, predictions, (series) => api.occlude(series));
  return testResults(test, predictions, { temperature: temperature.value, agreement }, threshold.value);
}

function requireOrigin({ origin }: TrainApp['run']) {
  if (!origin.value) throw new Error('There is no run to report on.');
  return origin.value;
}
