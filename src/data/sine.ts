/** What a generated series is made from. `loc` and `length` are in steps, and are drawn for normal series too. */
export interface SineWave {
  amp: number;
  freq: number;
  /** First step of the flat. */
  loc: number;
  /** Steps the flat is to last; the end of the series may cut it. */
  length: number;
  /** 1: the flat is applied, 0: it is not. */
  label: 0 | 1;
}

/**
 * One series, [numPoints]: amp·sin(freq·t) at `numPoints` values of t from 0 to 2π inclusive; with label 1
 * the values at [loc, loc + length) are held at the value at `loc`, cut at the end of the series.
 */
export function sineSeries(wave: SineWave, numPoints: number): Float32Array {
  const { amp, freq, loc, length, label } = wave;
  const series = new Float32Array(numPoints);
  const step = (2 * Math.PI) / (numPoints - 1);
  for (let i = 0; i < numPoints; i++) {
    const t = i === numPoints - 1 ? 2 * Math.PI : i * step;
    series[i] = amp * Math.sin(freq * t);
  }
  if (label === 1) series.fill(series[loc] ?? 0, loc, loc + length);
  return series;
}
