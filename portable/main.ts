/**
 * One part of a measurement: `node bundle.mjs PART [ARGUMENTS]`, which run.sh calls. Prints JSON lines. The variable DAWN
 * holds Dawn's options, separated by blanks.
 */
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { backend } from '@tensorflow/tfjs-core';
import { measureCeilings } from '../src/kernels/webgpu/ceilings';
import { openDevice } from '../src/model/device/open-device';
import { provideWebGPU } from '../src/node/webgpu';
import { measureParity } from './parts/parity';
import { measureHost, measureSpeed } from './parts/speed';
import { measureTraining } from './parts/train';
import { say } from './records';
import { shapes } from './shapes';

const parts: Record<string, (given: string[]) => Promise<void>> = {
  async info() {
    const { info, profile } = await openDevice('webgpu', { tune: false });
    const { platform, arch, version } = process;
    say({ part: 'info', node: version, platform: `${platform} ${arch}`, device: info, profile });
  },
  parity: ([seed, seconds]) => measureParity(Number(seed), Number(seconds)),
  async ceilings() {
    await openDevice('webgpu', { tune: false });
    say({ part: 'ceilings', ...(await measureCeilings((backend() as WebGPUBackend).device)) });
  },
  /** `speed FIRST LAST [tuned] [kernels]`: the shapes from FIRST to LAST, counted from 0. */
  async speed([first, last, ...options]) {
    for (const shape of shapes.slice(Number(first), Number(last) + 1)) {
      await orSay('speed', () =>
        measureSpeed(shape, { tuned: options.includes('tuned'), kernels: options.includes('kernels') }),
      );
    }
  },
  /** `host SHAPE`: that shape on the null device. */
  async host([index]) {
    for (const shape of shapes.slice(Number(index), Number(index) + 1)) await measureHost(shape);
  },
  train: ([config = 'article', seed]) => measureTraining(config, Number(seed)),
};

/** One shape that fails does not end the others. */
async function orSay(of: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    say({
      part: 'error',
      of,
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
    process.exitCode = 1;
  }
}

const [name = '', ...given] = process.argv.slice(2);
await orSay(name, async () => {
  const part = parts[name];
  if (!part) throw new Error(`There is no part '${name}'; there are ${Object.keys(parts).join(', ')}.`);
  const options = name === 'host' ? 'backend=null' : (process.env.DAWN ?? '');
  await provideWebGPU(options.split(' ').filter(Boolean));
  await part(given);
});
// Dawn would keep Node running.
process.exit();
