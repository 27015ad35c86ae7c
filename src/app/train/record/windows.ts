import type { Dataset } from '../../../data/dataset';

/** What a sensor gave, step after step. */
export interface Take {
  channels: number;
  /** [steps, channels] */
  values: Float32Array;
}

/** Where less than this share of what is most happens, nothing is. */
const quiet = 0.05;

/**
 * Where to cut windows: where most happens, as much as possible in their middle, without overlap.
 * @param length of a window, in steps. @param most how many at most.
 * @returns their first steps, ascending; fewer than `most` where the take is too short, or little happens in it.
 */
export function findWindows({ channels, values }: Take, length: number, most: number): number[] {
  const steps = values.length / channels;
  const moved = new Float64Array(steps);
  for (let i = channels; i < values.length; i++) {
    const step = Math.floor(i / channels);
    moved[step] = (moved[step] as number) + ((values[i] as number) - (values[i - channels] as number)) ** 2;
  }
  const scores = Array.from({ length: Math.max(0, steps - length + 1) }, (_, start) => {
    let score = 0;
    for (let i = 0; i < length; i++) {
      score += (moved[start + i] as number) * Math.min(i + 1, length - i);
    }
    return { start, score };
  }).sort((a, b) => b.score - a.score);
  const starts: number[] = [];
  for (const { start, score } of scores) {
    if (starts.length === most || score < quiet * (scores[0]?.score ?? 0)) break;
    if (starts.every((other) => Math.abs(start - other) >= length)) starts.push(start);
  }
  return starts.sort((a, b) => a - b);
}

/** A class of examples: windows of one take. */
export interface WindowsOfClass {
  name: string;
  take: Take;
  /** First steps. */
  starts: readonly number[];
}

/** The windows as a data set, class by class. @param channelNames of all takes. */
export function cutWindows(
  classes: readonly WindowsOfClass[],
  length: number,
  channelNames: string[],
): Dataset {
  const windows = classes.flatMap(({ take: { channels, values }, starts }, label) =>
    starts.map((start) => ({
      label,
      values: values.subarray(start * channels, (start + length) * channels),
    })),
  );
  const channels = channelNames.length;
  const series = new Float32Array(windows.length * length * channels);
  windows.forEach(({ values }, row) => {
    series.set(values, row * length * channels);
  });
  return {
    count: windows.length,
    time: length,
    channels,
    channelNames,
    series,
    labels: Int32Array.from(windows, ({ label }) => label),
    classNames: classes.map(({ name }) => name),
  };
}
