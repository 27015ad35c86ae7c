/** Long runs leave no tensors behind. */
import { memory, type Tensor, zeros } from '@tensorflow/tfjs-core';
import { layers, sequential } from '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import { fuse } from '../../../src/fuse/fuse';
import { randomTensor, useCpu } from '../model/setup';

useCpu();

const STEPS = 10_000;

const recurrentInitializer = 'zeros';

function held(): object {
  const { numTensors, numDataBuffers, numBytes } = memory();
  return { numTensors, numDataBuffers, numBytes };
}

describe('a fused model holds as much memory after 10,000 steps as after one', () => {
  it('of predict', { timeout: 600_000 }, () => {
    const model = fuse(
      sequential({
        layers: [
          layers.masking({ maskValue: 0, batchInputShape: [1, 3, 1] }),
          layers.lstm({ units: 1, returnSequences: true, stateful: true, recurrentInitializer }),
          layers.bidirectional({
            layer: layers.gru({ units: 1, recurrentInitializer }),
            mergeMode: 'concat',
          }),
        ],
      }),
    );
    const x = randomTensor([1, 3, 1], 1);
    const step = () => (model.predict(x) as Tensor).dispose();
    step();
    const before = held();
    for (let i = 1; i < STEPS; i++) step();
    expect(held()).toEqual(before);
  });

  it('of fit', { timeout: 600_000 }, async () => {
    const model = fuse(
      sequential({
        layers: [
          layers.masking({ maskValue: 0, batchInputShape: [1, 2, 1] }),
          layers.lstm({ units: 1, stateful: true, dropout: 0.5, recurrentInitializer }),
        ],
      }),
    );
    model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
    const x = randomTensor([100, 2, 1], 1);
    const y = zeros([100, 1]);
    const steps = (epochs: number) =>
      model.fit(x, y, { epochs, batchSize: 1, shuffle: false, verbose: 0, yieldEvery: 'never' });
    await steps(1);
    const before = held();
    await steps(STEPS / 100 - 1);
    expect(held()).toEqual(before);
  });
});
