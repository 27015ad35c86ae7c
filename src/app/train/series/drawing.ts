/** The sine that a drawing starts from: `amp · sin(freq · t + phase)` over t from 0 to 2π. */
export interface Wave {
  freq: number;
  amp: number;
  /** In turns, 0 to 1. */
  phase: number;
}

/** A flat that belongs to what the drawing starts from: held from `start`, for `length` steps. */
export interface Flat {
  start: number;
  length: number;
}

/** What is there before anything is changed by hand: a wave, held flat or not, or a series from elsewhere. */
export type Base = { kind: 'wave'; wave: Wave; flat: Flat | null } | { kind: 'series'; series: Float32Array };

/** One change by hand; steps may lie outside of the series, where they change nothing. */
export type Edit =
  /** The value at `from` is held up to and including `to`, which may come before it. */
  | { kind: 'flatten'; from: number; to: number }
  /** Follows a line through these points, in the order in which they were drawn. */
  | { kind: 'draw'; points: readonly DrawnPoint[] };

export type DrawnPoint = readonly [step: number, value: number];

/** A series that is being made; never changed, only replaced. */
export interface Drawing {
  base: Base;
  edits: readonly Edit[];
}

/** The whole series of `time` steps: the base, and each edit on what the earlier ones left. */
export function drawnSeries({ base, edits }: Drawing, time: number): Float32Array {
  const series = baseSeries(base, time);
  for (const edit of edits) {
    if (edit.kind === 'flatten') flatten(series, edit);
    else draw(series, edit.points);
  }
  return series;
}

/** With one more edit. */
export function withEdit(drawing: Drawing, edit: Edit): Drawing {
  return { ...drawing, edits: [...drawing.edits, edit] };
}

/** With another edit in place of the last one. */
export function withLastEdit(drawing: Drawing, edit: Edit): Drawing {
  return { ...drawing, edits: [...drawing.edits.slice(0, -1), edit] };
}

/** As it was before the last edit. */
export function withoutLastEdit(drawing: Drawing): Drawing {
  return { ...drawing, edits: drawing.edits.slice(0, -1) };
}

/** Further along the line that is being drawn, which is the last edit. */
export function drawnFurther(drawing: Drawing, points: readonly DrawnPoint[]): Drawing {
  const last = drawing.edits.at(-1);
  if (last?.kind !== 'draw') return withEdit(drawing, { kind: 'draw', points });
  return withLastEdit(drawing, { kind: 'draw', points: [...last.points, ...points] });
}

/** On the wave with these values; what was no wave becomes one. Flats and drawn lines stay where they are. */
export function withWave({ base, edits }: Drawing, wave: Wave): Drawing {
  return { base: { kind: 'wave', wave, flat: base.kind === 'wave' ? base.flat : null }, edits };
}

/** The stretches that were held flat by hand, each [start, end) and inside of the series. */
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
    // Of another length: cut, or held at its last value.
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
