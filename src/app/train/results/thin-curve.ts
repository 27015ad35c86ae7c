export interface CurvePoint {
  x: number;
  y: number;
  /** The probability above which a series is called the class. */
  threshold: number;
}

/**
 * At most `most` points of a curve, with its ends: first to go are those on a straight line between their neighbours,
 * then those closest together along the curve.
 */
export function thinCurve(points: readonly CurvePoint[], most: number): CurvePoint[] {
  const corners = points.filter((point, i) => {
    const before = points[i - 1];
    const after = points[i + 1];
    if (!before || !after) return true;
    return !((before.x === point.x && point.x === after.x) || (before.y === point.y && point.y === after.y));
  });
  if (corners.length <= most) return corners;
  const along = [0];
  for (let i = 1; i < corners.length; i++) {
    const { x, y } = corners[i] as CurvePoint;
    const before = corners[i - 1] as CurvePoint;
    along.push((along[i - 1] as number) + Math.hypot(x - before.x, y - before.y));
  }
  const all = along.at(-1) as number;
  const kept: CurvePoint[] = [];
  let next = 0;
  corners.forEach((point, i) => {
    const isLast = i === corners.length - 1;
    // The last place is the last point's.
    if (!isLast && (kept.length === most - 1 || (along[i] as number) < next)) return;
    kept.push(point);
    while (next <= (along[i] as number)) next += all / (most - 1);
  });
  return kept;
}
