/** Initial weights as plain arrays: computed on the CPU, so a seed gives the same ones on every backend. */
import type { RandomStream } from '../random';

/** `count` numbers uniform in [-bound, bound). */
export function uniform(count: number, bound: number, random: RandomStream): Float32Array {
  return Float32Array.from({ length: count }, () => (2 * random.next() - 1) * bound);
}

/** Glorot and Bengio 2010, equation 16: uniform within ±√(6 / (rows + columns)); [rows, columns]. */
export function glorotUniform(rows: number, columns: number, random: RandomStream): Float32Array {
  return uniform(rows * columns, Math.sqrt(6 / (rows + columns)), random);
}

/**
 * A random matrix [rows, columns] whose shorter side's vectors are orthogonal and of length `gain` (Saxe et al. 2014):
 * Gram-Schmidt on normal vectors, each one projected twice to stay orthogonal in floating point.
 */
export function orthogonalMatrix(
  rows: number,
  columns: number,
  random: RandomStream,
  gain = 1,
): Float32Array {
  const count = Math.min(rows, columns);
  const length = Math.max(rows, columns);
  const vectors: Float64Array[] = [];
  while (vectors.length < count) {
    const vector = Float64Array.from({ length }, () => random.normal());
    for (let pass = 0; pass < 2; pass++) {
      for (const earlier of vectors) addScaled(vector, earlier, -dot(vector, earlier));
    }
    const norm = Math.sqrt(dot(vector, vector));
    // A vector that lies in the span of the earlier ones (never, in practice) is drawn again.
    if (norm > 1e-6) vectors.push(vector.map((value) => value / norm));
  }
  const matrix = new Float32Array(rows * columns);
  vectors.forEach((vector, i) => {
    vector.forEach((value, j) => {
      matrix[rows <= columns ? i * columns + j : j * columns + i] = gain * value;
    });
  });
  return matrix;
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] as number), 0);
}

function addScaled(target: Float64Array, vector: Float64Array, factor: number): void {
  for (let i = 0; i < target.length; i++) target[i] = (target[i] as number) + factor * (vector[i] as number);
}
