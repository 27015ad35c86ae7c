import { signal } from '@preact/signals';
import { describe, expect, it, vi } from 'vitest';
import { createAnswering } from '../../../src/app/train/state/answering';
import { bundledNetwork } from '../../../src/app/train/state/bundled-network';
import type { DataFile } from '../../../src/app/train/state/data';
import { createEditor } from '../../../src/app/train/state/editor';
import { emptyHistory, type History } from '../../../src/app/train/state/history';
import type { RunOrigin, RunStatus } from '../../../src/app/train/state/run';
import type { SessionPort } from '../../../src/app/train/state/session-port';
import { createSettings } from '../../../src/app/train/state/settings';
import type { SharedResult } from '../../../src/app/train/state/shared';
import { createStage } from '../../../src/app/train/state/stage';
import { createDueStep } from '../../../src/app/train/state/steps';
import { generateSineDataset } from '../../../src/data/sine-dataset';
import type { SessionApi } from '../../../src/model/session/api';
import type { ModelInfo } from '../../../src/model/weights/model-files';
import { startEvent } from './events';

/** The stores around a session that answers, after some milliseconds, with what it was asked for. */
function world(milliseconds?: number) {
  const asked: Float32Array[] = [];
  const api = {
    inspect: async (series: Float32Array) => {
      asked.push(series);
      if (milliseconds !== undefined) await later(milliseconds);
      return { of: series };
    },
  } as unknown as SessionApi;
  const status = signal<RunStatus>('idle');
  const history = signal<History>(emptyHistory);
  const origin = signal<RunOrigin | null>(null);
  const info = signal<ModelInfo | null>(null);
  const file = signal<DataFile | null>(null);
  const shared = { result: signal<SharedResult | null>(null) };
  const data = { file, shape: signal({ count: 9, time: 100, channels: 1, classes: 2 }) };
  const answering = createAnswering({ api, restart() {} } as SessionPort, {
    data,
    run: { status, history },
    model: { info },
    shared,
  });
  const editor = createEditor({ settings: createSettings(''), data, answering, shared });
  const stage = createStage(editor, answering);
  const dueStep = createDueStep({ editor, stage, run: { status, origin }, data });
  return { asked, status, history, origin, info, file, shared, answering, editor, stage, dueStep };
}

const later = (milliseconds = 0) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('the network that comes with the page', () => {
  const config = createSettings('').config.value;
  const fresh = generateSineDataset({ ...config, dataset_size: 200 }, 77);
  const network = bundledNetwork();

  it('knows the generator’s series, and its attention adds up', () => {
    const answers = Array.from({ length: fresh.count }, (_, row) =>
      network.inspect(fresh.series.slice(row * fresh.time, (row + 1) * fresh.time)),
    );
    const right = answers.filter(
      ({ probabilities: [p = 0] }, row) => Number(p > 0.5) === fresh.labels[row],
    ).length;
    expect(right / fresh.count).toBeGreaterThan(0.9);
    for (const { attention } of answers) {
      expect(attention.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 4);
    }
  });

  it('is sure of the wave that is on the stage, and of the wave with nothing held', async () => {
    const { editor } = world();
    expect(network.inspect(editor.series.value).probabilities[0]).toBeGreaterThan(0.9);
    const { effect, probability } = await network.occlude(editor.series.value, { width: 20 });
    expect(probability).toBeGreaterThan(0.9);
    expect(Math.max(...effect)).toBeGreaterThan(1);
    editor.change(null);
    expect(network.inspect(editor.series.value).probabilities[0]).toBeLessThan(0.1);
  });
});

describe('who answers', () => {
  it('is the bundled network at first, nobody while it is forgotten, and then the session’s', async () => {
    const { asked, status, history, info, answering, editor, stage } = world();
    expect(answering.source.value).toBe('bundled');
    expect(stage.live.answer.value?.series).toBe(editor.series.value);
    status.value = 'preparing';
    expect(answering.source.value).toBeNull();
    expect(stage.live.answer.value).toBeNull();
    history.value = { ...emptyHistory, start: startEvent() };
    status.value = 'running';
    info.value = { ...bundledNetwork().info };
    await later();
    expect(asked).toEqual([editor.series.value]);
    expect(stage.live.answer.value?.inspection).toEqual({ of: editor.series.value });
    // It is asked again as it learns.
    history.value = { ...history.value, loss: [0.7, 0.6] };
    await later();
    expect(asked).toHaveLength(2);
    // A run that is continued has forgotten nothing.
    status.value = 'preparing';
    expect(answering.source.value).toBe('session');
    // Another one has.
    history.value = emptyHistory;
    expect(stage.live.answer.value).toBeNull();
  });

  it('is asked of a run’s moments only now and then, so that looking does not slow it', async () => {
    vi.useFakeTimers();
    const { asked, status, history, info } = world(25);
    status.value = 'running';
    info.value = { ...bundledNetwork().info };
    for (let steps = 1; steps <= 30; steps++) {
      history.value = { ...emptyHistory, loss: Array(steps).fill(0.5) };
      await vi.advanceTimersByTimeAsync(10);
    }
    // One in five times the 25 ms that an answer takes.
    expect(asked).toHaveLength(3);
    // Its end is shown at once.
    status.value = 'ended';
    await vi.advanceTimersByTimeAsync(50);
    expect(asked).toHaveLength(4);
    vi.useRealTimers();
  });

  it('is a network that was sent, with the series that came along, even where the session has one', () => {
    const { info, shared, answering, editor, stage } = world();
    info.value = { ...bundledNetwork().info };
    const example = Float32Array.from({ length: 60 }, (_, i) => Math.sin(i));
    const sent = (file: string | null) =>
      ({ network: bundledNetwork(), example, record: { file } }) as unknown as SharedResult;
    shared.result.value = sent(null);
    expect(answering.source.value).toBe('shared');
    expect(editor.series.value).toEqual(example);
    expect(stage.live.answer.value?.inspection).toEqual(bundledNetwork().inspect(example));
    expect([editor.mode.value, editor.hasAnother.value]).toEqual(['hold', true]);
    // Of the files that it learned from, there is no other series, and no wave takes its place.
    shared.result.value = sent('doors.csv');
    expect([editor.mode.value, editor.hasAnother.value]).toEqual(['erase', false]);
    shared.result.value = null;
    expect(answering.source.value).toBe('session');
  });

  it('is nobody for series that the bundled network does not know', () => {
    const { file, answering, stage } = world();
    file.value = { name: 'own.csv' } as unknown as DataFile;
    expect(answering.source.value).toBeNull();
    expect(answering.moment.value).toBeNull();
    expect(stage.live.answer.value).toBeNull();
  });
});

describe('the doubt', () => {
  it('shows what a stretch does, and the answer without another one', async () => {
    const { editor, stage } = world();
    expect(stage.occlusion.value).toBeNull();
    stage.isDoubting.value = true;
    await later();
    expect(stage.occlusion.value?.effect).toHaveLength(100);
    stage.hidden.value = { start: 40, end: 68 };
    expect(stage.masked.value?.subarray(0, 40)).toEqual(editor.series.value.subarray(0, 40));
    expect(new Set(stage.masked.value?.subarray(42, 66)).size).toBeGreaterThan(15);
    const before = stage.live.answer.value?.inspection.probabilities[0] as number;
    expect(stage.liveMasked.answer.value?.inspection.probabilities[0]).toBeLessThan(before);
    stage.hidden.value = null;
    expect(stage.liveMasked.answer.value).toBeNull();
  });

  it('ends when the network forgets', () => {
    const { status, stage } = world();
    stage.isDoubting.value = true;
    stage.hidden.value = { start: 1, end: 9 };
    status.value = 'preparing';
    expect(stage.isDoubting.value).toBe(false);
    expect(stage.hidden.value).toBeNull();
  });
});

it('the step that is due follows the visit', () => {
  const { status, origin, file, editor, stage, dueStep } = world();
  expect(dueStep.value).toBe('try');
  editor.change({ start: 3, end: 9 });
  expect(dueStep.value).toBe('learn');
  editor.clear();
  expect(dueStep.value).toBe('try');
  stage.isDoubting.value = true;
  expect(dueStep.value).toBe('learn');
  status.value = 'running';
  expect(dueStep.value).toBe('learn');
  status.value = 'ended';
  origin.value = { file: null } as unknown as RunOrigin;
  expect(dueStep.value).toBe('yours');
  const own = { name: 'own.csv' } as unknown as DataFile;
  file.value = own;
  expect(dueStep.value).toBe('yours');
  status.value = 'idle';
  expect(dueStep.value).toBe('learn');
  status.value = 'ended';
  origin.value = { file: own } as unknown as RunOrigin;
  expect(dueStep.value).toBe('details');
});
