import type { RunRecord } from '../state/run-record';

/** What a run is called: its data, its size, its seed. */
export function runName({ config, file }: Pick<RunRecord, 'config' | 'file'>): string {
  return `${file ?? `${config.num_points} points`}, ${config.units} units, seed ${config.seed}`;
}

/** The letter of a run in the comparison. */
export function letterOf(index: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + index);
}
