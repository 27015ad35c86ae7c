import { signal } from '@preact/signals';
import { describe, expect, it, vi } from 'vitest';
import { createBrowse, pageSize } from '../../../src/app/train/results/browse-store';
import { hardestClasses, operatingPoint, rankingCurves } from '../../../src/app/train/results/ranking-curves';
import { createAnswering } from '../../../src/app/train/state/answering';
import type { DataStore } from '../../../src/app/train/state/data';
import { createInspection, type InspectionStore, selectRow } from '../../../src/app/train/state/inspection';
import type { ModelStore } from '../../../src/app/train/state/model';
import { createResults } from '../../../src/app/train/state/results';
import type { RunStatus, RunStore } from '../../../src/app/train/state/run';
import type { SessionPort } from '../../../src/app/train/state/session-port';
import type { SettingsStore } from '../../../src/app/train/state/settings';
import type { Dataset } from '../../../src/data/dataset';
import { defaultSineConfig } from '../../../src/data/sine-config';
import { generateSineDataset } from '../../../src/data/sine-dataset';
import type { Predictions } from '../../../src/model/network/evaluation';
import type { SessionApi } from '../../../src/model/session/api';

const test = generateSineDataset({ ...defaultSineConfig, num_points: 20, dataset_size: 60 }, 3);

/** Right for all but the given rows, and more certain the later the series. */
function predict(dataset: Dataset, wrong: number[]): Predictions {
  const { count, time } = dataset;
  const probabilities = Float32Array.from(dataset.labels, (label, row) => {
    const sure = 0.6 + (0.39 * row) / count;
    return (label === 1) === wrong.includes(row) ? 1 - sure : sure;
  });
  return {
    count,
    time,
    outputs: 1,
    probabilities,
    attention: new Float32Array(count * time).fill(1 / time),
    loss: 0.1,
  };
}

/** Stores around a session whose answers are given by hand. */
function world() {
  const waiting: { method: string; answer(value: unknown): void; fail(error: Error): void }[] = [];
  const ask = (method: string) => () =>
    new Promise((answer, fail) => {
      waiting.push({ method, answer, fail });
    });
  const api = Object.fromEntries(
    ['part', 'predict', 'inspect', 'generate', 'load', 'split'].map((method) => [method, ask(method)]),
  ) as unknown as SessionApi;
  const status = signal<RunStatus>('idle');
  const history = signal({ start: null, fold: null, epochs: [] as unknown[], loss: [] });
  const info = signal<unknown>(null);
  const file = signal<string | null>(null);
  const port = { api, restart() {} } as SessionPort;
  const run = { status, history } as unknown as RunStore;
  const model = { info, file } as unknown as ModelStore;
  const settings = { config: signal({ seed: 7 }) } as unknown as SettingsStore;
  const data = { file: signal(null) } as unknown as DataStore;
  const results = createResults(port, { settings, data, run, model });
  const inspection = createInspection(
    createAnswering(port, { data, run, model, shared: { result: signal(null) } }),
  );
  const answer = async (method: string, value: unknown) => {
    const at = waiting.findIndex((call) => call.method === method);
    expect(at, `a call of ${method}`).toBeGreaterThanOrEqual(0);
    waiting.splice(at, 1)[0]?.answer(value);
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { status, history, info, file, results, inspection, waiting, answer };
}

describe('the results', () => {
  it('are those of the run that ended, and disappear with the next one', async () => {
    const { status, results, answer } = world();
    status.value = 'running';
    status.value = 'ended';
    expect(results.isBusy.value).toBe(true);
    await answer('part', test);
    await answer('predict', predict(test, [4]));
    expect(results.report.value?.accuracy).toBeCloseTo(59 / 60);
    expect(results.temperature.value).toBeNull();
    await answer('part', test);
    await answer('predict', predict(test, [4, 9]));
    expect(results.isBusy.value).toBe(false);
    expect(results.temperature.value).toMatchObject({ series: 60 });
    results.threshold.value = 1;
    expect(results.report.value?.classes[1]?.recall).toBe(0);
    status.value = 'preparing';
    expect(results.results.value).toBeNull();
  });

  it('of a finished run do not come back once another has begun', async () => {
    const { status, results, answer } = world();
    status.value = 'ended';
    await answer('part', test);
    status.value = 'preparing';
    await answer('predict', predict(test, []));
    expect(results.results.value).toBeNull();
    expect(results.isBusy.value).toBe(false);
  });

  it('say so when the model answers with NaN', async () => {
    const { status, results, answer } = world();
    status.value = 'ended';
    await answer('part', test);
    const predictions = predict(test, []);
    predictions.probabilities[3] = Number.NaN;
    await answer('predict', predictions);
    expect(results.report.value).toBeNull();
    expect(results.problem.value).toMatch(/NaN/);
  });
});

describe('a look into the model', () => {
  const first = selectRow(test, 0, 'Test series');
  const second = selectRow(test, 1, 'Test series');

  it('asks for one series at a time, and of several only for the last', async () => {
    const { status, info, inspection, waiting, answer } = world();
    status.value = 'preparing';
    inspection.selected.value = first;
    expect(waiting).toEqual([]);
    status.value = 'running';
    info.value = {};
    expect(waiting.map(({ method }) => method)).toEqual(['inspect']);
    inspection.selected.value = second;
    inspection.selected.value = first;
    inspection.selected.value = second;
    await answer('inspect', 'of the first');
    expect(inspection.inspected.value).toEqual({ selected: first, inspection: 'of the first' });
    await answer('inspect', 'of the second');
    expect(inspection.inspected.value).toEqual({ selected: second, inspection: 'of the second' });
    expect(waiting).toEqual([]);
  });

  it('is repeated when the weights have changed', async () => {
    const { status, history, info, inspection, waiting, answer } = world();
    status.value = 'running';
    info.value = {};
    inspection.selected.value = first;
    await answer('inspect', 'before');
    history.value = { start: null, fold: null, epochs: [1], loss: [] };
    // A run that was just looked at is left alone for a moment.
    await vi.waitUntil(() => waiting.some(({ method }) => method === 'inspect'));
    await answer('inspect', 'after an epoch');
    status.value = 'ended';
    await answer('inspect', 'with the best weights');
    expect(inspection.inspected.value?.inspection).toBe('with the best weights');
    history.value = { start: null, fold: null, epochs: [1], loss: [] };
    expect(waiting.filter(({ method }) => method === 'inspect')).toEqual([]);
  });

  it('goes on after a worker that never answered', async () => {
    const { status, info, inspection, answer } = world();
    status.value = 'running';
    info.value = {};
    inspection.selected.value = first;
    status.value = 'lost';
    status.value = 'running';
    await answer('inspect', 'late');
    expect(inspection.inspected.value).toBeNull();
    await answer('inspect', 'of the new worker');
    expect(inspection.inspected.value?.inspection).toBe('of the new worker');
  });

  it('follows a run that a new worker continues, whatever the old one was asked', async () => {
    const { status, history, info, inspection, waiting, answer } = world();
    status.value = 'running';
    info.value = {};
    inspection.selected.value = first;
    status.value = 'lost';
    waiting.length = 0;
    status.value = 'running';
    await answer('inspect', 'of the new worker');
    history.value = { start: null, fold: null, epochs: [1], loss: [] };
    await vi.waitUntil(() => waiting.some(({ method }) => method === 'inspect'));
  });
});

describe('the browser', () => {
  async function tested(wrong: number[]) {
    const { status, results, inspection, answer } = world();
    const browse = createBrowse(results, inspection);
    const end = browse.follow();
    const run = async (rows: number[]) => {
      status.value = 'preparing';
      status.value = 'ended';
      await answer('part', test);
      await answer('predict', predict(test, rows));
      await answer('part', test);
      await answer('predict', predict(test, rows));
      await new Promise((resolve) => setTimeout(resolve));
    };
    await run(wrong);
    return { browse, results, inspection, end, run };
  }

  it('opens the least certain wrong series unasked', async () => {
    const { browse, inspection } = await tested([40, 9]);
    expect(browse.row.value).toBe(9);
    expect((inspection as InspectionStore).selected.value?.title).toBe('Test series 10');
  });

  it("leaves a series open that is not the test's, but not one of an earlier test", async () => {
    const { browse, inspection, run } = await tested([9]);
    await run([40]);
    expect(browse.row.value).toBe(40);
    const drawn = { ...selectRow(test, 0, 'Drawn'), title: 'Drawn' };
    inspection.selected.value = drawn;
    await run([9]);
    expect(inspection.selected.value).toBe(drawn);
    expect(browse.row.value).toBeNull();
    expect(browse.position.value).toBe(-1);
  });

  it('moves through the list, and the page follows', async () => {
    const { browse } = await tested([9]);
    browse.turn(1);
    expect(browse.page.value).toBe(1);
    browse.move(1);
    expect(browse.position.value).toBe(1);
    expect(browse.page.value).toBe(0);
    for (let i = 0; i < pageSize; i++) browse.move(1);
    expect(browse.page.value).toBe(1);
    for (let i = 0; i < 99; i++) browse.move(1);
    expect(browse.position.value).toBe(59);
    expect(browse.page.value).toBe(browse.pages.value - 1);
  });

  it('goes to the first page with a new filter, and keeps to the pages there are', async () => {
    const { browse, results } = await tested([9]);
    browse.turn(99);
    expect(browse.page.value).toBe(2);
    browse.change({ outcome: 'wrong' });
    expect([browse.page.value, browse.rows.value]).toEqual([0, [9]]);
    results.threshold.value = 1;
    expect(browse.rows.value.length).toBeGreaterThan(1);
    browse.clear();
    expect(browse.rows.value.length).toBe(60);
  });
});

describe('the curves', () => {
  it('have the current threshold on them', () => {
    expect(
      operatingPoint([
        [8, 2],
        [1, 3],
      ]),
    ).toEqual({
      roc: [0.2, 0.75],
      precisionRecall: [0.75, 0.6],
    });
    expect(
      operatingPoint([
        [8, 2],
        [0, 0],
      ]),
    ).toEqual({ roc: null, precisionRecall: null });
    expect(
      operatingPoint([
        [8, 0],
        [4, 0],
      ]).precisionRecall,
    ).toEqual([0, 1]);
  });

  it('are one for two classes, and one for each of more', () => {
    const binary = rankingCurves(test, predict(test, []), [1]);
    expect(binary.roc.map(({ name }) => name)).toEqual(['flattened']);
    expect(binary.roc[0]?.points).toEqual([
      [0, 0],
      [0, 1],
      [1, 1],
    ]);
    const three: Dataset = {
      count: 3,
      time: 1,
      channels: 1,
      series: new Float32Array(3),
      labels: Int32Array.from([0, 1, 1]),
      classNames: ['a', 'b', 'c'],
    };
    const probabilities = Float32Array.from([0.8, 0.1, 0.1, 0.2, 0.7, 0.1, 0.9, 0.05, 0.05]);
    const predictions = { ...predict(test, []), count: 3, time: 1, outputs: 3, probabilities };
    const many = rankingCurves(three, predictions, [0, 1, 2]);
    expect(many.roc.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(many.precisionRecall.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(rankingCurves(three, predictions, [1]).roc).toEqual([many.roc[1]]);
  });

  it('are, of many classes, those of the six that are told apart worst', () => {
    const areas = [0.9, null, 0.7, 0.99, 0.8, 0.6, 0.95, 0.5, 1];
    const scores = { precision: 1, recall: 1, f1: 1, support: 1, averagePrecision: 1 };
    const classes = areas.map((rocAuc) => ({ ...scores, rocAuc }));
    expect(hardestClasses({ classes })).toEqual([0, 2, 4, 5, 6, 7]);
    expect(hardestClasses({ classes: classes.slice(0, 2) })).toEqual([1]);
  });
});
