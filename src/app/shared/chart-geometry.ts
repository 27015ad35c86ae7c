/** From numbers to places in a picture. */
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

/** The path through the values in their order; values that are no numbers leave a gap. */
export function linePath(values: ArrayLike<number>, x: Scale, y: Scale, firstX = 0): string {
  let path = '';
  let isDrawing = false;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (Number.isFinite(value)) path += `${isDrawing ? 'L' : 'M'}${place(x(firstX + i))},${place(y(value))}`;
    isDrawing = Number.isFinite(value);
  }
  return path;
}

/** A tenth of a pixel is enough. */
export function place(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** A number as short as its neighbours allow. */
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
