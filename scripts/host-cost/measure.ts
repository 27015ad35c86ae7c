/** Measures on the null device and prints one JSON object; `host-cost.ts` bundles and starts it. */
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { backend } from '@tensorflow/tfjs-core';
import { median } from '../../src/kernels/webgpu/statistics';
import { provideWebGPU } from '../../src/node/webgpu';
import { prepareBare } from './bare';
import type { Work } from './work';

/** Milliseconds or bytes of each. */
export interface HostCosts {
  step: number;
  floor: number;
  validation: number;
  prediction: number;
  prediction_floor: number;
  stock: number;
  fused: number;
  /** Of a training step. */
  dispatches: number;
}

const warmUpMilliseconds = 2000;

/** Milliseconds of the processor, so that other programs on the machine do not count. */
function milliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function bytes(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const counter = process.argv[2] === 'bytes' ? bytes : milliseconds;

async function measureOne(work: Work): Promise<number> {
  let began = 0;
  const begin = (): void => {
    if (counter === bytes) global.gc?.();
    began = counter();
  };
  begin();
  const count = await work(begin);
  return (counter() - began) / count;
}

/** Until V8 has compiled what is run often, which it does on other threads whose time counts, too. */
async function warmUp(work: Work): Promise<void> {
  const began = performance.now();
  for (let i = 0; i < 2 || performance.now() - began < warmUpMilliseconds; i++) await work(() => {});
}

/** The null device leaves memory as it finds it, and a loss that happens to be no number would end the training. */
function clearNewBuffers(): void {
  const { prototype } = GPUDevice;
  const { createBuffer } = prototype;
  const zeros = new Uint8Array(2 ** 16);
  prototype.createBuffer = function (descriptor) {
    const buffer = createBuffer.call(this, descriptor);
    const { size, usage, mappedAtCreation } = descriptor;
    if (size <= zeros.length && !mappedAtCreation && (usage & GPUBufferUsage.COPY_DST) !== 0) {
      this.queue.writeBuffer(buffer, 0, zeros, 0, size);
    }
    return buffer;
  };
}

// One after the other in every round, so that a slow moment of the machine meets all of them.
async function measureAll<Name extends string>(
  works: Record<Name, Work>,
  rounds: number,
): Promise<Record<Name, number>> {
  const names = Object.keys(works) as Name[];
  for (const name of names) await warmUp(works[name]);
  const found = new Map(names.map((name) => [name, [] as number[]]));
  for (let i = 0; i < rounds; i++) {
    for (const name of names) found.get(name)!.push(await measureOne(works[name]));
  }
  return Object.fromEntries(names.map((name) => [name, median(found.get(name)!)])) as Record<Name, number>;
}

await provideWebGPU(['backend=null']);
clearNewBuffers();
// tf.js looks for WebGPU when it is loaded.
const { prepareFused, prepareOurs, prepareStock, stockRepeats } = await import('./subjects');
const ours = await prepareOurs();
const { device } = backend() as WebGPUBackend;
const costs = await measureAll(
  {
    step: ours.train,
    floor: prepareBare(device, ours.dispatches.step).submit,
    validation: ours.validate,
    prediction: ours.predict,
    prediction_floor: prepareBare(device, ours.dispatches.prediction).answer,
    fused: prepareFused(),
  },
  15,
);
// By itself: its thousands of dispatches would push out what is kept of the fused model's. It takes long, and varies little.
const { stock } = await measureAll({ stock: prepareStock() }, 3);
const found: HostCosts = { ...costs, stock: stock * stockRepeats, dispatches: ours.dispatches.step };
console.log(JSON.stringify(found));
process.exit(0);
