import { join } from 'node:path';
import { splitIntoFolds } from '../data/split';
import { sampleDeviation } from '../kernels/webgpu/statistics';
import type { TestResults } from '../model/report/run-report';
import { prepareFolder, writeJson } from './files';
import type { RunData } from './run-data';
import { type RunEnvironment, runTraining, type TrainingJob } from './training-job';
import { version } from './version';

export interface CrossValidation extends TrainingJob {
  data: RunData;
  folds: number;
}

/** What is told of the folds: a name for people, and the value of a fold's test. */
const measures = {
  accuracy: ['Accuracy', ({ test }: TestResults) => test.accuracy],
  balancedAccuracy: ['Balanced accuracy', ({ test }: TestResults) => test.balancedAccuracy],
  f1: ['F1', ({ test }: TestResults) => test.f1],
  rocAuc: ['ROC AUC', ({ test }: TestResults) => test.rocAuc],
  loss: ['Loss', ({ test }: TestResults) => test.loss],
} as const;

export interface Spread {
  mean: number;
  /** Standard deviation of a sample. */
  deviation: number;
  values: number[];
}

/**
 * Trains and tests on each fold in turn, each run in a folder of its own, and writes mean and standard deviation over
 * the folds; after an interrupt, only what the folds before it gave is there.
 */
export async function crossValidate(run: CrossValidation, environment: RunEnvironment): Promise<void> {
  const { data, folds, folder, config } = run;
  const { display, interrupts } = environment;
  const results: TestResults[] = [];
  for (const [index, { rest, fold }] of splitIntoFolds(data.dataset, config.seed ?? 0, folds).entries()) {
    const number = index + 1;
    display.report({ type: 'fold', fold: number, folds }, `\nFold ${number} of ${folds}`);
    const own: RunData = {
      ...data,
      dataset: rest.dataset,
      given: { test: fold.dataset },
      source: `${data.source}, without fold ${number}`,
    };
    const foldFolder = join(folder, `fold-${number}`);
    await prepareFolder(foldFolder);
    const trained = await runTraining({ ...run, data: own, folder: foldFolder }, environment);
    if (!trained.results || interrupts.asked) return;
    results.push(trained.results);
    // That of any fold: it has the number of folds, and repeats them all.
    await writeJson(folder, 'config.json', trained.config);
  }
  const summary = spreads(results);
  await writeJson(folder, 'report.json', { version, source: data.source, folds, ...summary });
  display.report({ type: 'folds', folds, ...summary }, describe(summary, folds));
  display.report(
    { type: 'files', folder, files: ['config.json', 'report.json'] },
    `\nWritten to ${folder}: config.json, report.json, and a folder for each fold`,
  );
}

/** Mean and standard deviation of each measure that every fold has. */
export function spreads(results: readonly TestResults[]): Partial<Record<keyof typeof measures, Spread>> {
  const all = Object.entries(measures).flatMap(([key, [, of]]) => {
    const values = results.map(of).filter((value) => value !== null);
    return values.length === results.length ? [[key, spread(values)]] : [];
  });
  return Object.fromEntries(all);
}

function spread(values: number[]): Spread {
  const mean = values.reduce((sum, value) => sum + value / values.length, 0);
  return { mean, deviation: sampleDeviation(values), values };
}

function describe(summary: ReturnType<typeof spreads>, folds: number): string {
  const lines = Object.entries(summary).map(([key, { mean, deviation, values }]) => {
    const [name] = measures[key as keyof typeof measures];
    const each = values.map((value) => value.toFixed(4)).join(', ');
    return `${name}: ${mean.toFixed(4)} ± ${deviation.toFixed(4)} (${each})`;
  });
  return [`\nMean ± standard deviation over ${folds} folds:`, ...lines].join('\n');
}
