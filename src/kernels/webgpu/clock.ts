/** How long dispatches take on a device: timestamp queries where it has them, else the time until the queue is empty. */
import { finished } from './ready';
import { median } from './statistics';

export type TimeSource = 'timestamp' | 'wall';

export interface Clock {
  source: TimeSource;
  /** Milliseconds above which a time is accurate to about a twentieth. */
  enough: number;
  /** Milliseconds taken by the dispatches that `record` puts into a compute pass; 0 where they could not be measured. */
  time(record: (encoder: GPUComputePassEncoder) => void): Promise<number>;
  destroy(): void;
}

export interface WallClock extends Clock {
  /** Milliseconds taken by the commands that `record` puts into a command encoder. */
  timeCommands(record: (encoder: GPUCommandEncoder) => void): Promise<number>;
}

export async function makeClock(device: GPUDevice): Promise<Clock> {
  return device.features.has('timestamp-query') ? timestampClock(device) : wallClock(device);
}

/**
 * Submits, waits, and subtracts what an empty submit costs. Chromium checks only every 2.5 ms whether longer work is
 * done, hence the value of `enough`.
 */
export async function wallClock(device: GPUDevice): Promise<WallClock> {
  const empty: number[] = [];
  for (let i = 0; i < 15; i++)
    empty.push(await submitted(device, (encoder) => encoder.beginComputePass().end()));
  const overhead = median(empty);
  const timeCommands: WallClock['timeCommands'] = async (record) =>
    Math.max(0, (await submitted(device, record)) - overhead);
  return {
    source: 'wall',
    enough: 25,
    timeCommands,
    time: (record) =>
      timeCommands((encoder) => {
        const pass = encoder.beginComputePass();
        record(pass);
        pass.end();
      }),
    destroy: () => {},
  };
}

async function submitted(device: GPUDevice, record: (encoder: GPUCommandEncoder) => void): Promise<number> {
  const encoder = device.createCommandEncoder();
  record(encoder);
  const commands = encoder.finish();
  const start = performance.now();
  device.queue.submit([commands]);
  await finished(device);
  return performance.now() - start;
}

const TIMESTAMPS = 2;
const BYTES_PER_TIMESTAMP = 8;

/**
 * Milliseconds from one timestamp to a later one, both in nanoseconds; 0 where the second is not later, because the work was too
 * short, or because the device's timestamps cannot be trusted. Whoever measures takes 0 for no measurement.
 */
export function elapsed(begin: bigint, end: bigint): number {
  return end > begin ? Number(end - begin) / 1e6 : 0;
}

/** Browsers round timestamps to 0.1 ms, so that pages cannot spy with them. */
function timestampClock(device: GPUDevice): Clock {
  const size = TIMESTAMPS * BYTES_PER_TIMESTAMP;
  const querySet = device.createQuerySet({ type: 'timestamp', count: TIMESTAMPS });
  const resolved = device.createBuffer({
    size,
    usage: GPUBufferUsage.QUERY_RESOLVE | GPUBufferUsage.COPY_SRC,
  });
  const readable = device.createBuffer({ size, usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST });
  return {
    source: 'timestamp',
    enough: 4,
    async time(record) {
      const encoder = device.createCommandEncoder();
      const pass = encoder.beginComputePass({
        timestampWrites: { querySet, beginningOfPassWriteIndex: 0, endOfPassWriteIndex: 1 },
      });
      record(pass);
      pass.end();
      encoder.resolveQuerySet(querySet, 0, TIMESTAMPS, resolved, 0);
      encoder.copyBufferToBuffer(resolved, 0, readable, 0, size);
      device.queue.submit([encoder.finish()]);
      await readable.mapAsync(GPUMapMode.READ);
      const [begin = 0n, end = 0n] = new BigUint64Array(readable.getMappedRange().slice());
      readable.unmap();
      return elapsed(begin, end);
    },
    destroy() {
      querySet.destroy();
      resolved.destroy();
      readable.destroy();
    },
  };
}
