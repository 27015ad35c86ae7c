import { channelOf } from '../../shared/channels';

/** The sine that a drawing starts from: `amp · sin(freq · t + phase)` over t from 0 to 2π. */
export interface Wave {
  freq: number;
  amp: number;
  /** In turns, 0 to 1. */
  phase: number;
}

/** A flat that the drawing starts with: held from `start`, for `length` steps. */
export interface Flat {
  start: number;
  length: number;
}

/** What the drawing starts from: a wave, held flat or not, or a series from elsewhere. */
export type Base = { kind: 'wave'; wave: Wave; flat: Flat | null } | { kind: 'series'; series: Float32Array };

/** One change by hand; steps outside the series change nothing. */
export type Edit =
  /** The value at `from` is held up to and including `to`, which may come before it. */
  | { kind: 'flatten'; from: number; to: number }
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
    if (edit.kind === 'flatten') flatten(series, edit);
    else draw(series, edit.points);
  }
  return series;
}

/** The drawing with one more edit. */
export function withEdit(drawing: Drawing, edit: Edit): Drawing {
  return { ...drawing, edits: [...drawing.edits, edit] };
}

/** The drawing with another edit in place of the last one. */
export function withLastEdit(drawing: Drawing, edit: Edit): Drawing {
  return { ...drawing, edits: [...drawing.edits.slice(0, -1), edit] };
}

/** The drawing as it was before the last edit. */
export function withoutLastEdit(drawing: Drawing): Drawing {
  return { ...drawing, edits: drawing.edits.slice(0, -1) };
}

/** The drawing with the line of the last edit continued. */
export function drawnFurther(drawing: Drawing, points: readonly DrawnPoint[]): Drawing {
  const last = drawing.edits.at(-1);
  if (last?.kind !== 'draw') return withEdit(drawing, { kind: 'draw', points });
  return withLastEdit(drawing, { kind: 'draw', points: [...last.points, ...points] });
}

/**
 * The drawing on a wave with these values, even if it was not on a wave before. Flats and drawn lines stay where they
 * are.
 */
export function withWave({ base, edits }: Drawing, wave: Wave): Drawing {
  return { base: { kind: 'wave', wave, flat: base.kind === 'wave' ? base.flat : null }, edits };
}

/** The stretches that were held flat by hand, each [start, end) and inside the series. */
export function flatStretches({ edits }: Drawing, time: number): { start: number; end: number }[] {
  return edits
    .filter((edit) => edit.kind === 'flatten')
    .map(({ from, to }) => ({
      start: Math.max(0, Math.min(from, to)),
      end: Math.min(time, Math.max(from, to) + 1),
    }))
    .filter(({ start, end }) => end > start);
}

/** The flat as an edit; `length` counts its steps. */
export function flattenEdit({ start, length }: Flat): Edit {
  return { kind: 'flatten', from: start, to: start + length - 1 };
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
  if (base.flat) flatten(series, { from: base.flat.start, to: base.flat.start + base.flat.length - 1 });
  return series;
}

function flatten(series: Float32Array, { from, to }: { from: number; to: number }): void {
  const held = series[from];
  if (held === undefined) return;
  series.fill(held, Math.max(0, Math.min(from, to)), Math.min(series.length, Math.max(from, to) + 1));
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
