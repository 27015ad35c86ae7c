/** The file report.json: what a run was, and its results. */
import type { Dataset, DatasetSummary } from '../../data/dataset';
import type { DeviceDescription } from '../device/open-device';
import type { Predictions } from '../network/evaluation';
import type { MemoryPlan } from '../training/run-plan';
import type { TrainingSummary } from '../training/training-run';
import type { Agreement } from './agreement';
import { type Localisation, localisation } from './metrics/localisation';
import type { ClassifierOutput } from './metrics/output';
import { type ClassificationReport, classificationReport } from './metrics/report';
import type { TemperatureScaling } from './metrics/temperature';

/** What ran it: a browser or Node, with name and version and, if one was asked for, the kind of adapter. */
export type Host =
  | { browser: { version: string; adapter?: string } }
  | { node: { version: string; adapter?: string } };

/** What is known before the run. */
export type RunContext = Host & {
  /** Gatewave's version. */
  version: string;
  device: DeviceDescription;
  /** `source`: the file that the series come from, or the seed they were generated with. */
  data: DatasetSummary & { source: string };
  plan: MemoryPlan;
};

/** How the model did on the test part. */
export interface TestResults {
  test: ClassificationReport & { loss: number };
  /** What a temperature fitted on the validation part would do; null where none could be fitted. */
  temperature: TemperatureScaling | null;
  /** Where the model looked, if the series have regions. */
  localisation: Localisation | null;
  /** How well attention and occlusion agree on a sample of the test part; null where it was not looked at. */
  agreement: Agreement | null;
}

const noResults = { test: null, temperature: null, localisation: null, agreement: null };

export type RunReport = RunContext & TrainingSummary & (TestResults | typeof noResults);

/**
 * @param found temperature: fitted on the validation part; null where there is none.
 * @param threshold see `classificationReport`.
 */
export function testResults(
  test: Dataset,
  predictions: Predictions,
  found: Pick<TestResults, 'temperature' | 'agreement'>,
  threshold?: number,
): TestResults {
  const { loss, attention } = predictions;
  return {
    test: { loss, ...classificationReport(classifierOutput(test, predictions), threshold) },
    localisation: localisation(attention, test),
    ...found,
  };
}

/** What the metrics need of predictions. */
export function classifierOutput(
  { labels, classNames }: Dataset,
  { probabilities }: Predictions,
): ClassifierOutput {
  return { labels, classNames, probabilities };
}

/** @param results null if the run ended before its test. */
export function runReport(
  environment: RunContext,
  summary: TrainingSummary,
  results: TestResults | null,
): RunReport {
  return {
    ...environment,
    ...summary,
    ...(results ?? noResults),
  };
}

/** The `source` of generated data. */
export function generatedSource(seed: number): string {
  return `generated with seed ${seed}`;
}
