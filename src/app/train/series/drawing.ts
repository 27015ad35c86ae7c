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
  /** The value at `start` is held until before `end`. */
  | ({ kind: 'hold' } & Stretch)
  /** Follows a line through these points, in the order in which they were drawn. */
  | { kind: 'draw'; points: readonly DrawnPoint[] };

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
    if (edit.kind === 'hold') hold(series, edit);
    else draw(series, edit.points);
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

/** The drawing with this stretch held in place of the one that is; null: none is. */
export function withHeld({ base, edits }: Drawing, stretch: Stretch | null): Drawing {
  const others = edits.filter(({ kind }) => kind !== 'hold');
  return { base, edits: stretch ? [...others, { kind: 'hold', ...stretch }] : others };
}

/** The stretch that is held, inside the series; null: none is. */
export function heldStretch({ edits }: Drawing, time: number): Stretch | null {
  const held = edits.find((edit) => edit.kind === 'hold');
  if (!held) return null;
  const [start, end] = [Math.max(0, held.start), Math.min(time, held.end)];
  return end > start ? { start, end } : null;
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

function hold(series: Float32Array, { start, end }: Stretch): void {
  const first = Math.max(0, start);
  if (first < series.length) series.fill(series[first] as number, first, Math.min(series.length, end));
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
