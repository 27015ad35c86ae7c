/**
 * Fills a gap with what the rest of the series suggests: the values for which an autoregressive model of it is least
 * surprised, from both sides (Janssen, Veldhuis and Vries, IEEE Transactions on Acoustics, Speech, and Signal Processing
 * 34(2), 1986). A wave goes on as a wave, a level as a level, noise fades to the mean.
 */
import type { Stretch } from './windows';

/** Values that predict the next the next, at most; a sum of n waves and a constant needs 2n + 1. */
const mostOrder = 10;
/** Steps on each side of a gap that tell how to go on, at most: what is near says most, and long series stay quick. */
const context = 500;
/** Rows for each coefficient, at least. */
const rowsEach = 3;
/** How far a filled value may lie beyond the known ones, as a share of their range: a peak may be what is hidden. */
const mostBeyond = 0.5;
/** Added to the diagonal, as a share of its mean: a pure wave leaves more than three coefficients undecided. */
const ridge = 1e-8;

/**
 * @param at the series, NaN where a value is missing; steps of the gap are not asked for.
 * @param length steps of the series.
 * @returns [gap]; null where too few values stand beside the gap, or all of them are equal.
 */
export function continueOver(
  at: (step: number) => number,
  length: number,
  { start, end }: Stretch,
): Float64Array | null {
  const first = Math.max(0, start - context);
  const gap = { start: start - first, end: end - first };
  const values = Float64Array.from({ length: Math.min(length, end + context) - first }, (_, i) =>
    i >= gap.start && i < gap.end ? Number.NaN : at(first + i),
  );
  const known = values.filter((value) => !Number.isNaN(value));
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  const series = values.map((value) => value - mean);
  const filter = predictionFilter(series);
  if (!filter) return null;
  const [least, most] = [Math.min, Math.max].map((pick) => known.reduce((a, b) => pick(a, b))) as [
    number,
    number,
  ];
  const beyond = mostBeyond * (most - least);
  return leastSurprising(series, filter, gap).map((value) =>
    Math.max(least - beyond, Math.min(most + beyond, value + mean)),
  );
}

/**
 * 1, −a_1, …, −a_p: convolved with the series it leaves what its past does not tell. The coefficients fit the series
 * forwards and backwards by least squares, over the steps that have all values.
 */
function predictionFilter(series: Float64Array): Float64Array | null {
  if (series.every((value) => Number.isNaN(value) || value === 0)) return null;
  for (let order = mostOrder; order >= 1; order--) {
    const ends = wholeRows(series, order);
    if (2 * ends.length < rowsEach * order) continue;
    const matrix = new Banded(order, order - 1);
    const right = new Float64Array(order);
    for (const end of ends) {
      addRow(matrix, right, series, end, -1);
      addRow(matrix, right, series, end - order, 1);
    }
    matrix.strengthen(ridge);
    const coefficients = matrix.solve(right);
    return Float64Array.from({ length: order + 1 }, (_, lag) =>
      lag === 0 ? 1 : -(coefficients[lag - 1] as number),
    );
  }
  return null;
}

/** Adds what predicts the value at a step, from the steps before it (direction −1) or after it (1). */
function addRow(
  matrix: Banded,
  right: Float64Array,
  series: Float64Array,
  step: number,
  direction: 1 | -1,
): void {
  const target = series[step] as number;
  for (let i = 0; i < right.length; i++) {
    const value = series[step + direction * (i + 1)] as number;
    right[i] = (right[i] as number) + target * value;
    for (let j = 0; j <= i; j++) {
      matrix.add(i, j, value * (series[step + direction * (j + 1)] as number));
    }
  }
}

/** The steps that have a value, and as many as `order` directly before. */
function wholeRows(series: Float64Array, order: number): number[] {
  const ends: number[] = [];
  let run = 0;
  series.forEach((value, step) => {
    run = Number.isNaN(value) ? 0 : run + 1;
    if (run > order) ends.push(step);
  });
  return ends;
}

/** The values of the gap with the least sum of squares of what the filter leaves, forwards and backwards. */
function leastSurprising(series: Float64Array, filter: Float64Array, { start, end }: Stretch): Float64Array {
  const order = filter.length - 1;
  const matrix = new Banded(end - start, order);
  const right = new Float64Array(end - start);
  const last = Math.min(series.length - 1, end - 1 + order);
  for (let step = Math.max(order, start); step <= last; step++) {
    for (const weightAt of [(lag: number) => filter[lag], (lag: number) => filter[order - lag]]) {
      const weight = (other: number): number => weightAt(step - other) as number;
      let constant = 0;
      for (let other = step - order; other <= step; other++) {
        if (other < start || other >= end) constant += weight(other) * (series[other] as number);
      }
      // A value is missing beside the gap.
      if (Number.isNaN(constant)) continue;
      for (let i = Math.max(start, step - order); i <= Math.min(end - 1, step); i++) {
        right[i - start] = (right[i - start] as number) - weight(i) * constant;
        for (let j = Math.max(start, step - order); j <= i; j++) {
          matrix.add(i - start, j - start, weight(i) * weight(j));
        }
      }
    }
  }
  matrix.strengthen(ridge);
  return matrix.solve(right);
}

/** A symmetric positive matrix with nothing further than `band` from its diagonal; the lower half is kept. */
class Banded {
  private readonly rows: Float64Array;

  constructor(
    private readonly size: number,
    private readonly band: number,
  ) {
    this.rows = new Float64Array(size * (band + 1));
  }

  /** For j from i − band to i. */
  add(i: number, j: number, value: number): void {
    this.rows[this.place(i, j)] = this.get(i, j) + value;
  }

  get trace(): number {
    let sum = 0;
    for (let i = 0; i < this.size; i++) sum += this.get(i, i);
    return sum;
  }

  /** Adds a share of the diagonal's mean to the diagonal; 1 where all of it is 0. */
  strengthen(share: number): void {
    const more = (share * this.trace) / this.size || 1;
    for (let i = 0; i < this.size; i++) this.add(i, i, more);
  }

  /** Solves for a right side by Cholesky's factors, which take the matrix's place. */
  solve(right: Float64Array): Float64Array {
    const { size, band } = this;
    const solved = Float64Array.from(right);
    for (let i = 0; i < size; i++) {
      const first = Math.max(0, i - band);
      for (let j = first; j <= i; j++) {
        let sum = this.get(i, j);
        for (let k = Math.max(first, j - band); k < j; k++) sum -= this.get(i, k) * this.get(j, k);
        this.rows[this.place(i, j)] = i === j ? Math.sqrt(sum) : sum / this.get(j, j);
      }
      for (let k = first; k < i; k++)
        solved[i] = (solved[i] as number) - this.get(i, k) * (solved[k] as number);
      solved[i] = (solved[i] as number) / this.get(i, i);
    }
    for (let i = size - 1; i >= 0; i--) {
      const last = Math.min(size - 1, i + band);
      for (let k = i + 1; k <= last; k++)
        solved[i] = (solved[i] as number) - this.get(k, i) * (solved[k] as number);
      solved[i] = (solved[i] as number) / this.get(i, i);
    }
    return solved;
  }

  private get(i: number, j: number): number {
    return this.rows[this.place(i, j)] as number;
  }

  private place(i: number, j: number): number {
    return i * (this.band + 1) + (i - j);
  }
}
