/** Series [batch, time, features] times `scale`, in float32; the padding, where there are lengths, is NaN. */
export function scaledSeries(
  series: ArrayLike<number>,
  scale: number,
  { batch, time, lengths }: { batch: number; time: number; lengths?: ArrayLike<number> },
): Float32Array {
  const features = series.length / (batch * time);
  const scaled = Float32Array.from(series, (value) => value * scale);
  for (let row = 0; row < batch && lengths; row++) {
    scaled.fill(Number.NaN, (row * time + lengths[row]!) * features, (row + 1) * time * features);
  }
  return scaled;
}

/** The same values one after the other, `copies` times. */
export function repeated(values: ArrayLike<number>, copies: number): ArrayLike<number> {
  if (copies === 1) return values;
  const { length } = values;
  const result = new Float64Array(copies * length);
  for (let copy = 0; copy < copies; copy++) result.set(values, copy * length);
  return result;
}
