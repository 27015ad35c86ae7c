import { expect, it, vi } from 'vitest';
import { createKeptValues } from '../../../src/app/train/state/kept-values';

/** The browser's storage, and how many values there is room for. */
const disk = vi.hoisted(() => ({ values: new Map<string, unknown>(), room: 1 }));

vi.mock('idb-keyval', () => {
  const write = (key: string, value: unknown) => {
    if (!disk.values.has(key) && disk.values.size >= disk.room) {
      throw new DOMException('There is no room.', 'QuotaExceededError');
    }
    disk.values.set(key, value);
  };
  return {
    createStore: () => ({}),
    get: async (key: string) => disk.values.get(key),
    set: async (key: string, value: unknown) => write(key, value),
    update: async (key: string, change: (was: unknown) => unknown) =>
      write(key, change(disk.values.get(key))),
    del: async (key: string) => disk.values.delete(key),
  };
});

it('a full storage is said, keeps what it has, and takes more once there is room', async () => {
  const kept = createKeptValues();
  await kept.set('a', 1);
  expect(kept.loss.value).toBe('');
  await kept.set('b', 2);
  expect(kept.loss.value).toBe('full');
  expect(await kept.update('c', (was) => [was, 3])).toEqual([undefined, 3]);
  expect([await kept.get('a'), await kept.get('b'), await kept.get('c')]).toEqual([1, 2, [undefined, 3]]);
  expect([...disk.values]).toEqual([['a', 1]]);
  await kept.delete('a');
  expect(await kept.update('c', (was) => [was, 4])).toEqual([[undefined, 3], 4]);
  expect(disk.values.get('c')).toEqual([[undefined, 3], 4]);
});
