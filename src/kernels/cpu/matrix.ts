/**
 * The two products that the CPU kernels are made of, with the loops ordered for a JavaScript engine: a tile of
 * 2 × 4 results is kept in registers, so that 8 products cost 6 loads, and memory is read in order.
 * Matrices are row-major.
 */

/** A [inner, columns] matrix cut into panels of 4 columns, each contiguous: [⌈columns / 4⌉, inner, 4]. */
export interface Panels {
  inner: number;
  columns: number;
  values: Float32Array;
}

/** Packs the matrix whose element in row k and column n is `at(k, n)`; short last panels are filled with 0. */
export function packPanels(inner: number, columns: number, at: (k: number, n: number) => number): Panels {
  const values = new Float32Array(Math.ceil(columns / 4) * inner * 4);
  for (let n = 0; n < columns; n++) {
    const panel = (n >> 2) * inner * 4 + (n & 3);
    for (let k = 0; k < inner; k++) values[panel + k * 4] = at(k, n);
  }
  return { inner, columns, values };
}

/** out [rows, columns] = a [rows, inner] · b */
export function multiply(out: Float32Array, a: Float32Array, rows: number, b: Panels): void {
  const { inner, columns, values } = b;
  for (let n = 0; n < columns; n += 4) {
    const width = columns - n;
    for (let r = 0; r < rows; r += 2) {
      // An odd last row is computed twice.
      const next = r + 1 < rows ? 1 : 0;
      const end = (r + 1) * inner;
      let p = n * inner;
      let s0 = 0;
      let s1 = 0;
      let s2 = 0;
      let s3 = 0;
      let t0 = 0;
      let t1 = 0;
      let t2 = 0;
      let t3 = 0;
      for (let i = r * inner, j = i + next * inner; i < end; i++, j++, p += 4) {
        const s = a[i]!;
        const t = a[j]!;
        const b0 = values[p]!;
        const b1 = values[p + 1]!;
        const b2 = values[p + 2]!;
        const b3 = values[p + 3]!;
        s0 += s * b0;
        s1 += s * b1;
        s2 += s * b2;
        s3 += s * b3;
        t0 += t * b0;
        t1 += t * b1;
        t2 += t * b2;
        t3 += t * b3;
      }
      const o = r * columns + n;
      store(out, o, width, s0, s1, s2, s3);
      store(out, o + next * columns, width, t0, t1, t2, t3);
    }
  }
}

/** out [m, n] += aᵀ · b with a [rows, m], b [rows, n] */
export function accumulateTransposed(
  out: Float64Array,
  a: Float32Array,
  m: number,
  b: Float32Array,
  n: number,
  rows: number,
): void {
  const tiledM = m - (m % 2);
  const tiledN = n - (n % 4);
  const end = rows * m;
  for (let j = 0; j < tiledN; j += 4) {
    for (let i = 0; i < tiledM; i += 2) {
      let s0 = 0;
      let s1 = 0;
      let s2 = 0;
      let s3 = 0;
      let t0 = 0;
      let t1 = 0;
      let t2 = 0;
      let t3 = 0;
      for (let p = i, q = j; p < end; p += m, q += n) {
        const s = a[p]!;
        const t = a[p + 1]!;
        const b0 = b[q]!;
        const b1 = b[q + 1]!;
        const b2 = b[q + 2]!;
        const b3 = b[q + 3]!;
        s0 += s * b0;
        s1 += s * b1;
        s2 += s * b2;
        s3 += s * b3;
        t0 += t * b0;
        t1 += t * b1;
        t2 += t * b2;
        t3 += t * b3;
      }
      const o = i * n + j;
      out[o]! += s0;
      out[o + 1]! += s1;
      out[o + 2]! += s2;
      out[o + 3]! += s3;
      out[o + n]! += t0;
      out[o + n + 1]! += t1;
      out[o + n + 2]! += t2;
      out[o + n + 3]! += t3;
    }
  }
  // What the tiles leave over on the right and at the bottom.
  for (let i = 0; i < m; i++) {
    for (let j = i < tiledM ? tiledN : 0; j < n; j++) {
      let sum = 0;
      for (let p = i, q = j; p < end; p += m, q += n) sum += a[p]! * b[q]!;
      out[i * n + j]! += sum;
    }
  }
}

function store(
  out: Float32Array,
  o: number,
  width: number,
  v0: number,
  v1: number,
  v2: number,
  v3: number,
): void {
  out[o] = v0;
  if (width > 1) out[o + 1] = v1;
  if (width > 2) out[o + 2] = v2;
  if (width > 3) out[o + 3] = v3;
}
