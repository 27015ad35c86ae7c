import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { deviceName, timelinesOf } from '../../../src/benchmark/history';
import { parseResult } from '../../../src/benchmark/result';
import { makeResult, makeRow } from './rows';

describe('results over time', () => {
  it('stand case by case, by device, the newest first', () => {
    const wasm = makeRow({ peer: 'tfjs', backend: 'wasm', p50: 40 });
    const at = (date: string, adapter: string, ...more: ReturnType<typeof makeRow>[]) => {
      const result = makeResult([makeRow(), wasm, ...more]);
      return { ...result, date, device: { ...result.device, adapter } };
    };
    const results = [
      at('2026-01-02', 'swiftshader'),
      at('2026-01-01', 'lavapipe'),
      at('2026-03-01', 'lavapipe', makeRow({ phase: 'train' })),
    ];
    const [forward, train, ...others] = timelinesOf(results);
    expect(others).toEqual([]);
    expect(forward?.entries.map(({ result }) => `${result.device.adapter} ${result.date}`)).toEqual([
      'lavapipe 2026-03-01',
      'lavapipe 2026-01-01',
      'swiftshader 2026-01-02',
    ]);
    expect(forward?.entries[0]).toMatchObject({ ours: { p50: 10 }, other: { p50: 40 }, ratio: 4 });
    expect(train?.entries).toMatchObject([{ ours: { phase: 'train' }, other: undefined, ratio: null }]);
  });

  it('begin with the first preset, whichever was measured last', () => {
    const of = (name: string) => ({ ...makeResult([makeRow({ case: name })]), date: name });
    const cases = timelinesOf([of('gru'), of('models'), of('article')]).map(({ case: name }) => name);
    expect(cases).toEqual(['article', 'models', 'gru']);
  });

  it('call a device by its adapter where its name does not tell it', () => {
    const result = makeResult([]);
    expect(deviceName(result)).toBe('lavapipe (unnamed adapter)');
    expect(deviceName({ ...result, device: { ...result.device, adapter: 'hardware', name: 'nvidia' } })).toBe(
      'nvidia',
    );
  });

  it('are all read, of those in the repository', () => {
    const files = readdirSync('bench/results').map((file) => readFileSync(`bench/results/${file}`, 'utf8'));
    expect(timelinesOf(files.map(parseResult)).length).toBeGreaterThan(3);
  });
});
