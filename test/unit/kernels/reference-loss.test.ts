import { describe, expect, it } from 'vitest';
import { crossEntropyReference } from '../../../src/kernels/loss/reference';
import { RandomStream } from '../../../src/random';
import { normals } from '../../support/cases';
import { expectSlopes } from '../../support/differences';
import { expectClose } from '../../support/numeric';

describe('the cross-entropy reference', () => {
  it('is −log of the probability of the label', () => {
    // σ(log 3) = 3/4; softmax([0, log 2, log 5]) = [1/8, 2/8, 5/8]
    const binary = crossEntropyReference({
      logits: [Math.log(3), Math.log(3)],
      batch: 2,
      count: 1,
      labels: [1, 0],
    });
    expect(binary.loss).toBeCloseTo((-Math.log(3 / 4) - Math.log(1 / 4)) / 2, 14);
    expect(binary.accuracy).toBe(0.5);
    expectClose('dLogits', binary.dLogits, [-1 / 8, 3 / 8], 1e-15);

    const logits = [0, Math.log(2), Math.log(5)];
    const classes = crossEntropyReference({
      logits: [...logits, ...logits],
      batch: 2,
      count: 3,
      labels: [2, 0],
    });
    expect(classes.loss).toBeCloseTo((-Math.log(5 / 8) - Math.log(1 / 8)) / 2, 14);
    expect(classes.accuracy).toBe(0.5);
    expectClose('dLogits', classes.dLogits, [1 / 16, 2 / 16, -3 / 16, -7 / 16, 2 / 16, 5 / 16], 1e-15);
  });

  it('predicts the first of equal logits', () => {
    expect(crossEntropyReference({ logits: [0], batch: 1, count: 1, labels: [0] }).accuracy).toBe(1);
    expect(crossEntropyReference({ logits: [2, 2], batch: 1, count: 2, labels: [0] }).accuracy).toBe(1);
    expect(crossEntropyReference({ logits: [2, 2], batch: 1, count: 2, labels: [1] }).accuracy).toBe(0);
  });

  it('does not overflow where the logits are large', () => {
    expect(crossEntropyReference({ logits: [-800], batch: 1, count: 1, labels: [1] }).loss).toBe(800);
    expect(crossEntropyReference({ logits: [0, 900], batch: 1, count: 2, labels: [0] }).loss).toBe(900);
  });

  it.each([1, 2, 5])('has a gradient that is the slope of the loss, %i logits', (count) => {
    const batch = 6;
    const logits = normals(new RandomStream(count), batch * count, 2);
    const labels = Array.from({ length: batch }, (_, b) => b % Math.max(2, count));
    const { dLogits } = crossEntropyReference({ logits, batch, count, labels });
    expectSlopes(['logits'], [logits], [dLogits], ([changed]) => [
      [[crossEntropyReference({ logits: changed!, batch, count, labels }).loss], [1]],
    ]);
  });
});
