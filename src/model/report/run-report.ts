/** The file report.json: what a run was, and its results. */
import type { Dataset, DatasetSummary } from '../../data/dataset';
import type { DeviceDescription } from '../device/open-device';
import type { Predictions } from '../network/evaluation';
import type { MemoryPlan } from '../training/run-plan';
import type { TrainingSummary } from '../training/training-run';
import { type Localisation, localisation } from './metrics/localisation';
import { type ClassificationReport, classificationReport } from './metrics/report';

/** What is known before the run. */
export interface RunContext {
  /** Gatewave's version. */
  version: string;
  /** The browser's name and version and, if one was asked for, the kind of adapter. */
  browser: { version: string; adapter?: string };
  device: DeviceDescription;
  /** `source`: the file that the series come from, or the seed they were generated with. */
  data: DatasetSummary & { source: string };
  plan: MemoryPlan;
}

/** How the model did on the test part. */
export interface TestResults {
  test: ClassificationReport & { loss: number };
  /** Where the model looked, if the series have regions. */
  localisation: Localisation | null;
}

export type RunReport = RunContext & TrainingSummary & (TestResults | { test: null; localisation: null });

/** @param threshold see `classificationReport`. */
export function testResults(test: Dataset, predictions: Predictions, threshold?: number): TestResults {
  const { labels, classNames } = test;
  const { loss, probabilities, attention } = predictions;
  return {
    test: { loss, ...classificationReport({ labels, probabilities, classNames }, threshold) },
    localisation: localisation(attention, test),
  };
}

/** @param results null if the run ended before its test. */
export function runReport(
  environment: RunContext,
  summary: TrainingSummary,
  results: TestResults | null,
): RunReport {
  return { ...environment, ...summary, ...(results ?? { test: null, localisation: null }) };
}

/** The `source` of generated data. */
export function generatedSource(seed: number): string {
  return `generated with seed ${seed}`;
}
