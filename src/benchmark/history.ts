/** Dated results side by side: for each case and phase, what ours and the fastest other library took, device by device. */
import { type BenchmarkResult, caseKey, groupRows, type Row, speedUp } from './result';
import { baselineOf, fastestOf } from './verdict';
import { presetNames } from './workload';

/** A result in one case and phase. */
export interface Entry {
  result: BenchmarkResult;
  /** Our fastest row and the others'; undefined where none was right in time. */
  ours: Row | undefined;
  other: Row | undefined;
  /** How many times as fast ours is. */
  ratio: number | null;
}

export interface Timeline {
  case: string;
  phase: Row['phase'];
  shape: Row['shape'];
  /** By device, and within a device the newest first. */
  entries: Entry[];
}

/** The cases in the order of the presets. */
export function timelinesOf(results: readonly BenchmarkResult[]): Timeline[] {
  const timelines = new Map<string, Timeline>();
  for (const result of results) {
    for (const rows of groupRows(result.rows)) {
      const { case: name, phase, shape } = rows[0] as Row;
      const key = `${name} ${caseKey({ phase, shape })}`;
      const timeline = timelines.get(key) ?? { case: name, phase, shape, entries: [] };
      const ours = fastestOf(rows, (row) => row.peer === 'gatewave');
      const other = baselineOf(rows, 'fastest');
      timeline.entries.push({ result, ours, other, ratio: ours ? speedUp(ours, other) : null });
      timelines.set(key, timeline);
    }
  }
  for (const { entries } of timelines.values()) entries.sort(byDeviceAndDate);
  const place = ({ case: name }: Timeline) => (presetNames as readonly string[]).indexOf(name);
  return [...timelines.values()].sort((a, b) => place(a) - place(b));
}

/** What a device is called beside others: its name alone does not tell Chromium's software adapters apart. */
export function deviceName({ device }: BenchmarkResult): string {
  return device.adapter && device.adapter !== 'hardware' ? `${device.adapter} (${device.name})` : device.name;
}

function byDeviceAndDate({ result: a }: Entry, { result: b }: Entry): number {
  return deviceName(a).localeCompare(deviceName(b), 'en') || b.date.localeCompare(a.date);
}
