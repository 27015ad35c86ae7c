/** A point of a line: [step, value]. */
export type Point = [step: number, value: number];

/**
 * About `most` points of a series, at most, that look like all of them: the lowest and the highest of each part, so
 * that no spike is lost. Short series stay whole.
 */
export function thin(values: ArrayLike<number>, most: number): Point[] {
  const count = values.length;
  if (count <= most) return Array.from(values, (value, step): Point => [step, value]);
  const parts = Math.max(1, Math.floor(most / 2));
  const points: Point[] = [];
  for (let part = 0; part < parts; part++) {
    const start = Math.floor((count * part) / parts);
    const end = Math.floor((count * (part + 1)) / parts);
    let [low, high] = [start, start];
    for (let step = start + 1; step < end; step++) {
      const value = values[step] as number;
      if (value < (values[low] as number) || isMissing(values[low])) low = step;
      if (value > (values[high] as number) || isMissing(values[high])) high = step;
    }
    const [first, second] = low < high ? [low, high] : [high, low];
    points.push([first, values[first] as number]);
    if (second !== first) points.push([second, values[second] as number]);
  }
  // The line goes from edge to edge.
  const last = count - 1;
  if (points[0]?.[0] !== 0) points.unshift([0, values[0] as number]);
  if (points.at(-1)?.[0] !== last) points.push([last, values[last] as number]);
  return points;
}

function isMissing(value: number | undefined): boolean {
  return value === undefined || Number.isNaN(value);
}
