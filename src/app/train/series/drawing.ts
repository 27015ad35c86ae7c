import { channelOf } from '../../shared/channels';
import type { Stretch } from '../../shared/series-plot';

/** The sine that a drawing starts from: `amp · sin(freq · t + phase)` over t from 0 to 2π. */
export interface Wave {
  freq: number;
  amp: number;
  /** In turns, 0 to 1. */
  phase: number;
}

/** What the drawing starts from: a wave, or a series from elsewhere. */
export type Base = { kind: 'wave'; wave: Wave } | { kind: 'series'; series: Float32Array };

/** One change by hand; steps outside the series change nothing. */
export type Edit =
  | StretchEdit
  /** Follows a line through these points, in the order in which they were drawn. */
  | { kind: 'draw'; points: readonly DrawnPoint[] };

/** What is done to a stretch. */
export type StretchEdit = Stretch &
  (
    | /** The value at `start` is held until before `end`. */
    { kind: 'hold' } /** A straight line takes its place. */
    | { kind: 'erase' } /** The same steps of another series take its place. */
    | {
        kind: 'swap';
        other: ArrayLike<number>;
      } /** Its first half fills it, at half the speed; what follows is faster, so that the series ends as before. */
    | { kind: 'stretch' }
  );

export type DrawnPoint = readonly [step: number, value: number];

/** A series in the making; never changed, only replaced. */
export interface Drawing {
  base: Base;
  edits: readonly Edit[];
}

/** What a drawing of each channel starts from. @param series [steps, channels] */
export function basesOf(series: Float32Array, channels: number): Base[] {
  return Array.from({ length: channels }, (_, channel) => ({
    kind: 'series',
    series: Float32Array.from(channelOf(series, channels, channel)),
  }));
}

/** The whole series of `time` steps: the base, with each edit applied to the result of the earlier ones. */
export function drawnSeries({ base, edits }: Drawing, time: number): Float32Array {
  const series = baseSeries(base, time);
  for (const edit of edits) {
    if (edit.kind === 'draw') draw(series, edit.points);
    else change(series, edit);
  }
  return series;
}

/** The drawing with one more edit. */
export function withEdit(drawing: Drawing, edit: Edit): Drawing {
  return { ...drawing, edits: [...drawing.edits, edit] };
}

/** The drawing with the line of the last edit continued. */
export function drawnFurther(drawing: Drawing, points: readonly DrawnPoint[]): Drawing {
  const last = drawing.edits.at(-1);
  if (last?.kind !== 'draw') return withEdit(drawing, { kind: 'draw', points });
  const line: Edit = { kind: 'draw', points: [...last.points, ...points] };
  return { ...drawing, edits: drawing.edits.with(-1, line) };
}

/** The drawing with this stretch changed in place of the one that is; null: none is. */
export function withChanged({ base, edits }: Drawing, change: StretchEdit | null): Drawing {
  const others = edits.filter(({ kind }) => kind === 'draw');
  return { base, edits: change ? [...others, change] : others };
}

/** What is done to a stretch, as far as that is inside the series; null: nothing is. */
export function changedStretch({ edits }: Drawing, time: number): StretchEdit | null {
  const changed = edits.find((edit) => edit.kind !== 'draw');
  if (!changed) return null;
  const [start, end] = [Math.max(0, changed.start), Math.min(time, changed.end)];
  return end > start ? { ...changed, start, end } : null;
}

function baseSeries(base: Base, time: number): Float32Array {
  const series = new Float32Array(time);
  if (base.kind === 'series') {
    // A series of another length is cut, or held at its last value.
    for (let t = 0; t < time; t++) series[t] = base.series[Math.min(t, base.series.length - 1)] ?? 0;
    return series;
  }
  const { freq, amp, phase } = base.wave;
  const step = (2 * Math.PI) / Math.max(1, time - 1);
  for (let t = 0; t < time; t++) series[t] = amp * Math.sin(freq * t * step + 2 * Math.PI * phase);
  return series;
}

function change(series: Float32Array, edit: StretchEdit): void {
  const before = series.slice();
  const last = series.length - 1;
  const start = Math.max(0, edit.start);
  const end = Math.min(series.length, edit.end);
  /** Between two steps, too. */
  const valueAt = (step: number): number => {
    const [low, high] = [
      before[Math.floor(step)] as number,
      before[Math.min(last, Math.ceil(step))] as number,
    ];
    return low + (step % 1) * (high - low);
  };
  if (edit.kind === 'stretch') {
    const middle = (start + end) / 2;
    for (let t = start; t < end; t++) series[t] = valueAt(start + (t - start) / 2);
    for (let t = end; t <= last; t++) {
      series[t] = valueAt(middle + ((t - end) * (last - middle)) / Math.max(1, last - end));
    }
    return;
  }
  const left = before[start - 1] ?? before[end] ?? 0;
  const right = before[end] ?? left;
  for (let t = start; t < end; t++) {
    if (edit.kind === 'hold') series[t] = before[start] as number;
    else if (edit.kind === 'swap') series[t] = edit.other[Math.min(t, edit.other.length - 1)] as number;
    else series[t] = left + ((right - left) * (t - start + 1)) / (end - start + 1);
  }
}

function draw(series: Float32Array, points: readonly DrawnPoint[]): void {
  let [before] = points;
  for (const point of points) {
    const [step, value] = point;
    const [fromStep, fromValue] = before ?? point;
    const first = Math.max(0, Math.min(step, fromStep));
    const last = Math.min(series.length - 1, Math.max(step, fromStep));
    for (let t = first; t <= last; t++) {
      const share = step === fromStep ? 1 : (t - fromStep) / (step - fromStep);
      series[t] = fromValue + share * (value - fromValue);
    }
    before = point;
  }
}
