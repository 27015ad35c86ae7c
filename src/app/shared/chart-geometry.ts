import { type Point, thin } from './thin';

/** From numbers to positions in a picture. */
export type Scale = (value: number) => number;

/** @param to where the two ends of `from` are. */
export function linearScale(from: readonly [number, number], to: readonly [number, number]): Scale {
  const [low, high] = from;
  const span = high - low || 1;
  return (value) => to[0] + ((value - low) / span) * (to[1] - to[0]);
}

/** About `count` round numbers from `low` to `high`. */
export function ticks(low: number, high: number, count: number): number[] {
  const span = high - low;
  if (!(span > 0)) return [low];
  const rough = span / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10) * power;
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** More points than pixels cannot be told apart. */
const mostPoints = 1500;

/** The path through points in their order; NaN leaves a gap. */
export function pathThrough(points: readonly Point[], x: Scale, y: Scale): string {
  let path = '';
  let isDrawing = false;
  for (const [step, value] of points) {
    if (Number.isFinite(value)) path += `${isDrawing ? 'L' : 'M'}${place(x(step))},${place(y(value))}`;
    isDrawing = Number.isFinite(value);
  }
  return path;
}

/** The path through values that are one step apart. */
export function linePath(values: ArrayLike<number>, x: Scale, y: Scale, firstX = 0): string {
  return pathThrough(thin(values, mostPoints), (step) => x(firstX + step), y);
}

/** The outline of the area between points and a level below them. */
export function areaThrough(points: readonly Point[], x: Scale, y: Scale, level: number): string {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return '';
  const line = pathThrough(points, x, y).slice(1);
  return `M${place(x(first[0]))},${place(level)}L${line}L${place(x(last[0]))},${place(level)}Z`;
}

/** The outline of the area between values that are one step apart and a level below them. */
export function areaPath(values: ArrayLike<number>, x: Scale, y: Scale, level: number): string {
  return areaThrough(thin(values, mostPoints), x, y, level);
}

/** A tenth of a pixel is enough. */
export function place(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** A number, as short as the spacing of the ticks allows. */
export function tickLabel(value: number): string {
  return String(Number(value.toPrecision(6)));
}

/** Moves labels that would overlap down, so that they are `gap` apart; their order and the first stay. */
export function spreadLabels(places: readonly number[], gap: number): number[] {
  const order = places.map((_, i) => i).sort((a, b) => (places[a] as number) - (places[b] as number));
  const moved = [...places];
  let free = Number.NEGATIVE_INFINITY;
  for (const i of order) {
    moved[i] = Math.max(moved[i] as number, free);
    free = (moved[i] as number) + gap;
  }
  return moved;
}
