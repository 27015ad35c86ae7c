import { describe, expect, it } from 'vitest';
import { orthogonalMatrix } from '../../../src/layers/initial-values';
import { initialWeights, weightShapes } from '../../../src/model/network/classifier';
import { RandomStream } from '../../../src/random';

const sizes = { channels: 1, units: 32, score: 'additive', attentionUnits: 64, classes: 2 } as const;

function extent(values: Float32Array): { largest: number; variance: number } {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const variance = values.reduce((sum, value) => sum + value * value, 0) / values.length;
  return { largest, variance };
}

describe('orthogonalMatrix', () => {
  it.each([
    [4, 16],
    [16, 4],
    [6, 6],
  ])('has orthogonal vectors of the given length along the shorter side of %i × %i', (rows, columns) => {
    const matrix = orthogonalMatrix(rows, columns, new RandomStream(1), 2);
    const count = Math.min(rows, columns);
    const at = (i: number, j: number) => matrix[rows <= columns ? i * columns + j : j * columns + i]!;
    for (let a = 0; a < count; a++) {
      for (let b = 0; b < count; b++) {
        let product = 0;
        for (let j = 0; j < Math.max(rows, columns); j++) product += at(a, j) * at(b, j);
        expect(product).toBeCloseTo(a === b ? 4 : 0, 5);
      }
    }
  });
});

describe('initialWeights', () => {
  it('are those of their seed', () => {
    expect(initialWeights(sizes, 'torch', 1)).toEqual(initialWeights(sizes, 'torch', 1));
    expect(initialWeights(sizes, 'torch', 2)).not.toEqual(initialWeights(sizes, 'torch', 1));
  });

  it('have the shapes of the model', () => {
    for (const initialisation of ['torch', 'keras'] as const) {
      const weights = initialWeights(sizes, initialisation, 0);
      for (const [name, shape] of weightShapes(sizes)) {
        expect(weights.get(name)?.length).toBe(shape.reduce((product, size) => product * size, 1));
      }
    }
  });

  it('are uniform within the bounds of torch, the sum of two biases for the LSTM', () => {
    const weights = initialWeights(sizes, 'torch', 0);
    const bound = 1 / Math.sqrt(32);
    const recurrent = extent(weights.get('bidirectional/forward_recurrent_kernel')!);
    expect(recurrent.largest).toBeLessThanOrEqual(bound);
    expect(recurrent.variance / (bound ** 2 / 3)).toBeCloseTo(1, 1);
    const bias = extent(weights.get('bidirectional/forward_bias')!);
    expect(bias.largest).toBeGreaterThan(bound);
    expect(bias.largest).toBeLessThanOrEqual(2 * bound);
    const kernel = extent(weights.get('attention/kernel')!);
    expect(kernel.largest).toBeLessThanOrEqual(1 / 8);
    expect(kernel.variance * 64 * 3).toBeCloseTo(1, 1);
    expect(extent(weights.get('attention/query')!).largest).toBeLessThanOrEqual(1 / 8);
  });

  it('have Keras forget bias 1 and other biases 0', () => {
    const weights = initialWeights(sizes, 'keras', 0);
    const bias = weights.get('bidirectional/backward_bias')!;
    expect([...bias]).toEqual(Array.from({ length: 128 }, (_, i) => (i >= 32 && i < 64 ? 1 : 0)));
    expect(extent(weights.get('attention/bias')!).largest).toBe(0);
  });
});
