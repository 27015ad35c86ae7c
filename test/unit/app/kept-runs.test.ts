import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { settingsThatDiffer } from '../../../src/app/train/keep/settings-difference';
import { emptyHistory } from '../../../src/app/train/state/history';
import type { KeptValues } from '../../../src/app/train/state/kept-values';
import { readRecords } from '../../../src/app/train/state/read-records';
import type { Results } from '../../../src/app/train/state/results';
import type { RunOrigin, RunStatus } from '../../../src/app/train/state/run';
import { addRecord, mostRecords, type RunRecord, runName } from '../../../src/app/train/state/run-record';
import { createRuns } from '../../../src/app/train/state/runs';
import type { SessionPort } from '../../../src/app/train/state/session-port';
import { createSettings, defaultConfig } from '../../../src/app/train/state/settings';
import type { TrainingSummary } from '../../../src/model/training/training-run';
import type { ModelInfo, ModelSource } from '../../../src/model/weights/model-files';

const record = (date: string, changes: Partial<RunRecord> = {}): RunRecord => ({
  date,
  name: '',
  hasModel: false,
  config: defaultConfig,
  file: null,
  device: 'processor',
  reason: 'finished',
  seconds: 1,
  epochs: 1,
  steps: 10,
  validationLoss: 0.5,
  validationAccuracy: 0.75,
  test: null,
  history: [],
  ...changes,
});
const day = (number: number) => `2026-01-${String(number).padStart(2, '0')}T10:00:00.000Z`;

function memoryValues(initial: Record<string, unknown> = {}): KeptValues & { values: Map<string, unknown> } {
  const values = new Map(Object.entries(initial));
  return {
    values,
    loss: signal(''),
    get: async (key) => values.get(key),
    set: async (key, value) => void values.set(key, value),
    async update(key, change) {
      const changed = change(values.get(key));
      values.set(key, changed);
      return changed;
    },
    delete: async (key) => void values.delete(key),
  };
}

describe('the records of runs', () => {
  it('are the newest first, and no more than there is room for', () => {
    let records: RunRecord[] = [];
    for (let i = 1; i <= mostRecords + 2; i++) records = addRecord(records, record(day(i)));
    expect(records).toHaveLength(mostRecords);
    expect(records[0]?.date).toBe(day(mostRecords + 2));
    expect(records.at(-1)?.date).toBe(day(3));
  });

  it('take the place of an earlier one of the same run', () => {
    const test = { count: 4, loss: 1, accuracy: 1, balancedAccuracy: 1, f1: 1, rocAuc: null };
    const records = addRecord([record(day(1))], record(day(1), { test }));
    expect(records).toEqual([record(day(1), { test })]);
  });

  it('are read back from a version that did not keep the balanced accuracy', () => {
    const test = { count: 4, loss: 1, accuracy: 0.75, f1: 1, rocAuc: null };
    const [read] = readRecords([{ ...record(day(1)), test }]);
    expect(read?.test).toEqual({ ...test, balancedAccuracy: null });
  });

  it('are read back, without those that are damaged', () => {
    const right = record(day(1));
    const wrong = [
      null,
      { ...right, config: { ...defaultConfig, units: -1 } },
      { ...right, history: [{}] },
      { ...right, date: '<b>' },
    ];
    expect(readRecords(structuredClone([right, ...wrong]))).toEqual([right]);
    expect(readRecords('something else')).toEqual([]);
  });
});

describe('settings that differ', () => {
  it('are those whose values are not the same in all runs', () => {
    const other = { ...defaultConfig, units: 64, seed: 3 };
    expect(settingsThatDiffer([record(day(1)), record(day(2), { config: other })])).toEqual([
      { name: 'seed', values: [String(defaultConfig.seed), '3'] },
      { name: 'units', values: [String(defaultConfig.units), '64'] },
    ]);
    expect(settingsThatDiffer([record(day(1)), record(day(2))])).toEqual([]);
  });

  it("leave the generator's out between runs on files", () => {
    const config = { ...defaultConfig, num_points: 7 };
    const ofFile = (changes: Partial<RunRecord>) => record(day(1), { file: 'a.csv', ...changes });
    expect(settingsThatDiffer([ofFile({}), ofFile({ config })])).toEqual([]);
    expect(settingsThatDiffer([ofFile({}), record(day(2))]).slice(0, 2)).toEqual([
      { name: 'data', values: ['a.csv', 'generated'] },
      { name: 'num_points', values: ['–', String(defaultConfig.num_points)] },
    ]);
  });
});

describe('the list of runs', () => {
  const summary: TrainingSummary = {
    reason: 'finished',
    epochs: 2,
    bestEpoch: 1,
    length: null,
    folds: null,
    kept: 'best',
    steps: 20,
    seconds: 3,
    validationLoss: 0.25,
    validationAccuracy: 0.9,
    recipe: {} as TrainingSummary['recipe'],
    seed: 0,
    preparation: { scaling: 'max', missing: 'linear' },
    parameters: 1,
    dispatchesPerStep: null,
    variants: {},
    device: { backend: 'cpu', adapter: 'JavaScript', compatibility: false, features: [], limits: {} },
    sizes: { train: 7, validation: 1, test: 2 },
  };
  const tested: Results = {
    test: {
      count: 2,
      time: 1,
      channels: 1,
      series: new Float32Array(2),
      labels: Int32Array.of(0, 1),
      classNames: ['0', '1'],
    },
    predictions: {
      count: 2,
      time: 1,
      outputs: 1,
      probabilities: Float32Array.of(0.1, 0.9),
      attention: Float32Array.of(1, 1),
      loss: 0.125,
    },
  };
  const settled = () => new Promise((resolve) => setTimeout(resolve));

  function open(kept: KeptValues) {
    const status = signal<RunStatus>('idle');
    const origin = signal<RunOrigin | null>({ config: defaultConfig, backend: 'auto', file: null });
    const history = signal({ ...emptyHistory, summary });
    const results = signal<Results | null>(null);
    const info = signal<ModelInfo | null>(null);
    const loaded: unknown[] = [];
    const model = {
      info,
      problem: signal(''),
      async load(_: string, source: ModelSource) {
        loaded.push(source.kind === 'weights' && source.bytes);
        info.value = { units: 1 } as ModelInfo;
      },
    };
    const exportModel = async () => ({ safetensors: Uint8Array.of(1, 2) });
    const port = { api: { exportModel }, restart() {} } as unknown as SessionPort;
    const runs = createRuns(kept, port, {
      run: { status, origin, history },
      results: { results },
      model,
      settings: createSettings(''),
      data: { file: signal(null) },
    });
    return { runs, status, results, info, loaded };
  }

  it('records a run once when it ends, and its test when that is done', async () => {
    const kept = memoryValues({ runs: [record(day(1))] });
    const { runs, status, results } = open(kept);
    status.value = 'running';
    status.value = 'ended';
    await settled();
    expect(runs.records.value.map(({ test }) => test)).toEqual([null, null]);
    results.value = tested;
    await settled();
    results.value = { ...tested };
    await settled();
    expect(runs.records.value).toHaveLength(2);
    expect(runs.records.value[0]).toMatchObject({
      seconds: 3,
      test: { count: 2, loss: 0.125, accuracy: 1, balancedAccuracy: 1 },
    });
    expect(kept.values.get('runs')).toEqual(runs.records.value);
  });

  it('is there again on the next page, without what was deleted', async () => {
    const kept = memoryValues({ runs: [record(day(2)), record(day(1))] });
    const { runs } = open(kept);
    await settled();
    await runs.remove([day(2)]);
    const next = open(kept).runs;
    await settled();
    expect(next.records.value.map(({ date }) => date)).toEqual([day(1)]);
  });

  it('keeps the network of each run, and opens it with its settings', async () => {
    const kept = memoryValues();
    const { runs, status, info, loaded } = open(kept);
    status.value = 'ended';
    await settled();
    const [record] = runs.records.value;
    expect(record?.hasModel).toBe(true);
    status.value = 'idle';
    expect(runs.shown.value).toBeNull();
    await runs.open(record?.date ?? '');
    expect(loaded).toEqual([Uint8Array.of(1, 2)]);
    expect(runs.shown.value?.date).toBe(record?.date);
    // Another network takes its place.
    info.value = { units: 2 } as ModelInfo;
    expect(runs.shown.value).toBeNull();
  });

  it('says so when the network is no longer there', async () => {
    const { runs, loaded } = open(memoryValues({ runs: [record(day(1), { hasModel: true })] }));
    await settled();
    await runs.open(day(1));
    expect(runs.problem.value).toContain('not stored any more');
    expect(loaded).toEqual([]);
    expect(runs.records.value[0]?.hasModel).toBe(false);
  });

  it('forgets networks with their runs, and brings both back', async () => {
    const all = Array.from({ length: mostRecords }, (_, i) => record(day(i + 1), { hasModel: true }));
    const models = all.map(({ date }) => [`model ${date}`, Uint8Array.of(7)]);
    const kept = memoryValues({ runs: all, ...Object.fromEntries(models) });
    const { runs, status } = open(kept);
    await settled();
    await runs.remove(all.map(({ date }) => date));
    expect([...kept.values.keys()]).toEqual(['runs']);
    await runs.undoRemove();
    expect(runs.records.value).toHaveLength(mostRecords);
    expect(kept.values.size).toBe(1 + mostRecords);
    // One more, and the oldest makes room.
    status.value = 'ended';
    await settled();
    expect(kept.values.has(`model ${day(1)}`)).toBe(false);
    expect(kept.values.size).toBe(1 + mostRecords);
  });

  it('gives runs names', async () => {
    const kept = memoryValues({ runs: [record(day(1))] });
    const { runs } = open(kept);
    await settled();
    runs.rename(day(1), '  the good one ');
    await settled();
    expect(readRecords(kept.values.get('runs')).map(runName)).toEqual(['the good one']);
    runs.rename(day(1), '');
    await settled();
    expect(runName(runs.records.value[0] as RunRecord)).toContain('seed');
  });
});
