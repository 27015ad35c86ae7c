import type { ConfigKey } from '../../../data/config';
import { sineParameters } from '../../../data/sine-config';
import type { RunRecord } from '../state/run-record';

/** A setting in which runs differ, with the value of each. */
export interface SettingDifference {
  name: string;
  values: string[];
}

/**
 * The settings that are not the same in all runs, in the order of the configuration. Those of the generator mean
 * nothing for a run on a file, and are shown there as a dash.
 */
export function settingsThatDiffer(
  records: readonly Pick<RunRecord, 'config' | 'file'>[],
): SettingDifference[] {
  const keys = Object.keys(records[0]?.config ?? {}) as ConfigKey[];
  const rows = [
    { name: 'data', values: records.map(({ file }) => file ?? 'generated') },
    ...keys.map((key) => ({
      name: key,
      values: records.map(({ config, file }) =>
        file !== null && key in sineParameters ? '–' : String(config[key]),
      ),
    })),
  ];
  return rows.filter(({ values }) => new Set(values).size > 1);
}
