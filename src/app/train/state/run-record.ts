import type { CompleteConfig } from '../../../data/config';
import type { ClassificationReport } from '../../../model/report/metrics/report';
import type { EpochEvent } from '../../../model/training/events';
import type { TrainingSummary } from '../../../model/training/training-run';
import type { RunOrigin } from './run';

/** The most runs in the list; the oldest make room. */
export const mostRecords = 12;

/** A run's figures on the test part, with the threshold 0.5. */
export interface TestScores {
  count: number;
  loss: number;
  accuracy: number;
  /** null in records of versions that did not keep it. */
  balancedAccuracy: number | null;
  /** null where it is not defined, like the following. */
  f1: number | null;
  rocAuc: number | null;
}

/** A run that has ended, as the list of runs keeps it. */
export interface RunRecord {
  /** When it ended, in ISO 8601; also identifies it. */
  date: string;
  /** That its owner gave it; empty: none. */
  name: string;
  /** Whether its network is kept, too. */
  hasModel: boolean;
  config: CompleteConfig;
  /** Name of the file that the series came from; null: generated. */
  file: string | null;
  device: string;
  reason: TrainingSummary['reason'];
  seconds: number;
  epochs: number;
  steps: number;
  validationLoss: number | null;
  validationAccuracy: number | null;
  /** null until the test is done, or where it failed. */
  test: TestScores | null;
  history: EpochEvent[];
}

export function makeRecord(
  { config, file }: RunOrigin,
  summary: TrainingSummary,
  history: readonly EpochEvent[],
  date: string,
): RunRecord {
  const { device, reason, seconds, epochs, steps, validationLoss, validationAccuracy } = summary;
  return {
    date,
    name: '',
    hasModel: false,
    config,
    file: file?.name ?? null,
    device: device.backend === 'webgpu' ? device.adapter : 'processor',
    reason,
    seconds,
    epochs,
    steps,
    validationLoss,
    validationAccuracy,
    test: null,
    history: [...history],
  };
}

/** What a run is called: the name it was given, or its data, its size, its seed. */
export function runName({ name, config, file }: Pick<RunRecord, 'name' | 'config' | 'file'>): string {
  return name || `${file ?? `${config.num_points} points`}, ${config.units} units, seed ${config.seed}`;
}

export function scoresOf(report: ClassificationReport, loss: number): TestScores {
  const { count, accuracy, balancedAccuracy, f1, rocAuc } = report;
  return { count, loss, accuracy, balancedAccuracy, f1, rocAuc };
}

/** The newest first; a record replaces one of the same date, and the oldest beyond the limit are left out. */
export function addRecord(records: readonly RunRecord[], record: RunRecord): RunRecord[] {
  return [...records.filter(({ date }) => date !== record.date), record]
    .sort((a, b) => b.date.localeCompare(a.date))
    .slice(0, mostRecords);
}
