import { signal } from '@preact/signals';
import { expect, it, vi } from 'vitest';
import type { DataStore } from '../../../src/app/train/state/data';
import type { DeviceStore } from '../../../src/app/train/state/device';
import { createPlan } from '../../../src/app/train/state/plan';
import type { SessionPort } from '../../../src/app/train/state/session-port';
import { createSettings } from '../../../src/app/train/state/settings';
import type { Dataset } from '../../../src/data/dataset';
import type { Preparation } from '../../../src/data/preparation/preparation';
import { RandomStream } from '../../../src/random';

/** What the session is told about the preparation of a file's series; 'nothing' for the generator's. */
async function toldOf(series: Float32Array | null): Promise<Preparation | 'nothing'> {
  const settings = createSettings('');
  settings.chooseRecipe('general');
  const [count, time, channels] = [40, 50, 1];
  const dataset = series && {
    ...{ count, time, channels, series, classNames: ['a', 'b'] },
    labels: Int32Array.from({ length: count }, (_, i) => i % 2),
  };
  const asked: (Preparation | undefined)[] = [];
  const plan = async (_config: unknown, _shape: unknown, preparation?: Preparation) => {
    asked.push(preparation);
    return { fits: true, message: '' };
  };
  createPlan({ api: { plan } } as unknown as SessionPort, {
    settings,
    data: {
      shape: signal({ count, time, channels, classes: 2 }),
      file: signal(dataset && { dataset: dataset satisfies Dataset }),
    } as unknown as DataStore,
    device: { device: signal({ backend: 'cpu' }) } as unknown as DeviceStore,
  });
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  return asked[0] ?? 'nothing';
}

it('asks for a run with what the rules choose for these series', async () => {
  const random = new RandomStream(1, 'plan');
  const smooth = await toldOf(Float32Array.from({ length: 2000 }, (_, i) => Math.sin((i % 50) / 9)));
  expect(smooth).toHaveProperty('differences');
  const jagged = await toldOf(Float32Array.from({ length: 2000 }, () => random.next()));
  expect(jagged).toHaveProperty('scaling');
  expect(jagged).not.toHaveProperty('differences');
  expect(await toldOf(null)).toBe('nothing');
});
