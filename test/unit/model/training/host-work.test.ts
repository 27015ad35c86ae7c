/**
 * What the host does for a training step and a prediction, counted on Dawn's null device: it does not vary with the machine,
 * and nothing of it grows with the batch, the series' length or the layer.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Dataset } from '../../../../src/data/dataset';
import { defaultSineConfig } from '../../../../src/data/sine-config';
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

function lengthsUpTo(most: number, count: number): Int32Array {
  const random = new RandomStream(0, 'lengths');
  return Int32Array.from({ length: count }, () => 1 + Math.floor(random.next() * most));
}

const small = { units: 16, batch: 8, data: makeData(256, 40) };
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
      // Gradients are made where they last: no copies end the pass.
      beginComputePass: steps,
      dispatchWorkgroups: 20 * steps,
      // Those of the record and of the numbers.
      copyBufferToBuffer: 2 * steps,
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

it.each([
  ['small', small],
  ['large', large],
])('a group of steps makes no memory on the host, %s', async (_, { units, batch, data }) => {
  const made = await models.countArrays(data, { units, batch, steps });
  // A view of the results that come back.
  expect(made).toEqual({ arrays: 1, bytes: 0 });
});

describe('what is planned is what the device allocates', () => {
  it.each([
    ['series of one length', makeData(100, 40)],
    ['several lengths', { ...makeData(100, 40), lengths: lengthsUpTo(40, 100) }],
  ])('to the byte: %s', async (_, data) => {
    const { planned, made } = await models.compareBytes(data);
    expect(made).toBe(planned);
  });

  it('to the byte, by a session', async () => {
    const config = { ...defaultSineConfig, dataset_size: 200, num_points: 50, units: 8, epochs: 1, seed: 0 };
    const { planned, made } = await models.compareSessionBytes(config);
    expect(made).toBe(planned);
  });
});

it('a prediction writes the series, submits once and makes nothing', async () => {
  const counts = await models.countPrediction(makeData(1, 100), 32);
  expect(counts).toEqual({
    beginComputePass: 1,
    dispatchWorkgroups: 6,
    copyBufferToBuffer: 1,
    clearBuffer: 1,
    writeBuffer: 1,
    submit: 1,
    createBindGroup: 0,
    createBuffer: 0,
    createComputePipeline: 0,
  });
});

it('a step of fuse(model).fit writes no uniform buffer, and makes few buffers and bind groups', async () => {
  const counts = await models.countFit(8);
  console.log(`A step of fuse(model).fit: ${JSON.stringify(counts)}`);
  expect(counts.dispatchWorkgroups).toBeGreaterThan(100);
  expect(counts.writeBuffer).toBe(0);
  // Those of what differs from batch to batch: indices, and places in the series.
  expect(counts.createBindGroup).toBeLessThan(0.15 * counts.dispatchWorkgroups);
  expect(counts.createBuffer).toBeLessThanOrEqual(8);
});
