import { version } from '../../../../package.json';
import { type DatasetSummary, summariseDataset } from '../../../data/dataset';
import { sampleAgreement } from '../../../model/report/agreement';
import {
  generatedSource,
  type RunReport,
  runReport,
  type TestResults,
  testResults,
} from '../../../model/report/run-report';
import type { TrainApp } from '../state/app';

/** The file report.json, with the keys that the command line's has. */
export async function makeReport({ port, run, results }: TrainApp): Promise<RunReport> {
  const { api } = port;
  const { value: origin } = run.origin;
  const { summary } = run.history.value;
  if (!origin || !summary) throw new Error('There is no run to report on.');
  const { config, file } = origin;
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

async function tested(
  { api }: TrainApp['port'],
  { results, temperature, threshold }: TrainApp['results'],
): Promise<TestResults | null> {
  if (!results.value) return null;
  const { test, predictions } = results.value;
  const agreement = await sampleAgreement(test, predictions, (series) => api.occlude(series));
  return testResults(test, predictions, { temperature: temperature.value, agreement }, threshold.value);
}
