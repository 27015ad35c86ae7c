/**
 * What the host does for a training step and a prediction, counted on Dawn's null device: it does not vary with the machine,
 * and nothing of it grows with the batch, the series' length or the layer.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Dataset } from '../../../../src/data/dataset';
import { provideWebGPU, releaseWebGPU } from '../../../../src/node/webgpu';
import { RandomStream } from '../../../../src/random';

type Models = typeof import('../../../pages/host-work');
let models: Models;

beforeAll(async () => {
  await provideWebGPU(['backend=null']);
  // tf.js looks for WebGPU when it is loaded.
  models = await import('../../../pages/host-work');
}, 120_000);
afterAll(releaseWebGPU);

function makeData(count: number, time: number): Dataset {
  const random = new RandomStream(0, 'data');
  const series = Float32Array.from({ length: count * time }, () => random.normal());
  const labels = Int32Array.from({ length: count }, (_, i) => i % 2);
  return { count, time, channels: 1, series, labels, classNames: ['a', 'b'] };
}

const small = { units: 8, batch: 8, data: makeData(256, 40) };
const large = { units: 32, batch: 32, data: makeData(1024, 300) };
const steps = 16;

describe.each([
  ['small', small],
  ['large', large],
])('a training step, %s', (_, { units, batch, data }) => {
  it('is encoded and no more', async () => {
    const { first, later } = await models.countSteps(data, { units, batch, steps });
    expect(first.createBindGroup).toBeGreaterThan(0);
    expect(later).toEqual({
      // Copies end a pass: those of dContext, and of the gradients of attention and of the LSTM.
      beginComputePass: 3 * steps,
      dispatchWorkgroups: 20 * steps,
      // Also those of the record and of the numbers.
      copyBufferToBuffer: 12 * steps,
      clearBuffer: 2 * steps,
      // All of the group's records at once.
      writeBuffer: 1,
      submit: 1,
      createBindGroup: 0,
      createBuffer: 0,
      createComputePipeline: 0,
    });
  });
});

it('a prediction writes the series, submits once and makes nothing', async () => {
  const counts = await models.countPrediction(makeData(1, 100), 32);
  expect(counts).toEqual({
    beginComputePass: 1,
    dispatchWorkgroups: 6,
    copyBufferToBuffer: 2,
    clearBuffer: 1,
    writeBuffer: 1,
    submit: 1,
    createBindGroup: 0,
    createBuffer: 0,
    createComputePipeline: 0,
  });
});
