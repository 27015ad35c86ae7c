import fc from 'fast-check';
import { describe, it } from 'vitest';
import { accumulateTransposed, multiply, packPanels } from '../../../src/kernels/cpu/matrix';
import { RandomStream } from '../../../src/random';
import { normals } from '../../support/cases';
import { expectClose } from '../../support/numeric';
import { forRandomCases } from '../../support/random-cases';

const size = fc.integer({ min: 1, max: 11 });
const shapes = fc.record({ rows: size, inner: size, columns: size, seed: fc.nat() });

describe('the matrix products of the CPU kernels', () => {
  it('multiply by a packed matrix of any size, and write no element beyond', async () => {
    await forRandomCases(shapes, 100, ({ rows, inner, columns, seed }) => {
      const random = new RandomStream(seed);
      const a = normals(random, rows * inner);
      const b = normals(random, inner * columns);
      const expected = Array.from({ length: rows * columns + 1 }, (_, n) => {
        let sum = 0;
        for (let k = 0; k < inner; k++) {
          sum += a[Math.floor(n / columns) * inner + k]! * b[k * columns + (n % columns)]!;
        }
        return n < rows * columns ? sum : 99;
      });
      const out = new Float32Array(rows * columns + 1).fill(99);
      multiply(
        out,
        a,
        rows,
        packPanels(inner, columns, (k, n) => b[k * columns + n]!),
      );
      expectClose('product', out, expected, 1e-6);
    });
  });

  it('add the product with the transpose, of any size', async () => {
    await forRandomCases(shapes, 100, ({ rows, inner: m, columns: n, seed }) => {
      const random = new RandomStream(seed);
      const a = normals(random, rows * m);
      const b = normals(random, rows * n);
      const out = Float64Array.from(normals(random, m * n));
      const expected = out.map((before, index) => {
        let sum = before;
        for (let r = 0; r < rows; r++) sum += a[r * m + Math.floor(index / n)]! * b[r * n + (index % n)]!;
        return sum;
      });
      accumulateTransposed(out, a, m, b, n, rows);
      expectClose('sum', out, expected, 1e-12);
    });
  });
});
