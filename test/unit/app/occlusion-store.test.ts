import { signal } from '@preact/signals';
import { expect, it } from 'vitest';
import type { Inspected, SelectedSeries } from '../../../src/app/train/state/inspection';
import { createOcclusion } from '../../../src/app/train/state/occlusion';
import type { Occlusion } from '../../../src/model/explain/occlusion';

const select = (title: string) =>
  ({ title, series: Float32Array.of(1, 2, 3, 4), time: 2, channels: 2 }) as unknown as SelectedSeries;

function world() {
  const inspected = signal<Inspected | null>(null);
  const moment = signal<string | null>('ended');
  const asked: { series: Float32Array; answer(found: Occlusion): void; fail(): void }[] = [];
  const occlude = (series: Float32Array) =>
    new Promise<Occlusion>((answer, fail) => {
      asked.push({ series, answer, fail: () => fail(new Error('It was lost.')) });
    });
  const { occluded } = createOcclusion({ moment, occlude }, { inspected });
  return { inspected, moment, asked, occluded };
}

const turn = () => new Promise((resolve) => setTimeout(resolve));
const found = { answer: 1 } as Occlusion;

it('occludes what was inspected, and of several only the last', async () => {
  const { inspected, asked, occluded } = world();
  expect(asked).toEqual([]);
  const [first, second, third] = ['a', 'b', 'c'].map(select) as [
    SelectedSeries,
    SelectedSeries,
    SelectedSeries,
  ];
  for (const selected of [first, second, third]) inspected.value = { selected } as Inspected;
  expect(asked[0]?.series).toBe(first.series);
  asked[0]?.answer(found);
  await turn();
  expect(occluded.value).toEqual({ selected: first, occlusion: found });
  expect(asked).toHaveLength(2);
  asked[1]?.answer(found);
  await turn();
  expect(occluded.value?.selected).toBe(third);
  inspected.value = null;
  expect(occluded.value).toBeNull();
});

it('asks again with other weights, waits for none that were lost, and shows nothing old after a failure', async () => {
  const { inspected, moment, asked, occluded } = world();
  inspected.value = { selected: select('a') } as Inspected;
  moment.value = null;
  asked[0]?.answer(found);
  await turn();
  expect(occluded.value).toBeNull();
  moment.value = 'ended 2';
  asked[1]?.answer(found);
  await turn();
  expect(occluded.value?.occlusion).toBe(found);
  moment.value = 'ended 3';
  asked[2]?.fail();
  await turn();
  expect(occluded.value).toBeNull();
});
