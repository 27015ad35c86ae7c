/** A run on a small file, whose length is looked for first. */
import { memory } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import type { RunConfig } from '../../../../src/data/config';
import { subset } from '../../../../src/data/dataset';
import { packTexts } from '../../../../src/data/packed-texts';
import { generateSineDataset } from '../../../../src/data/sine-dataset';
import { Session } from '../../../../src/model/session/session';
import type { FoldEvent, StartEvent, TrainingEvent } from '../../../../src/model/training/events';
import { searchFolds } from '../../../../src/model/training/length-search';
import { smallConfig } from '../../../support/small-session';

const { epochs: _epochs, ...rest } = smallConfig;
/** Three epochs: of four steps on a fold's rest of 16 series, of six on all 24. */
const config: RunConfig = { ...rest, recipe: 'general', batch_size: 8, steps: 4, epochs: 3 };
const sines = generateSineDataset({ ...smallConfig, dataset_size: 34 }, 3);
const { about: _about, regions: _regions, ...series } = sines;
const train = subset(
  series,
  Int32Array.from({ length: 24 }, (_, i) => i),
);
const test = subset(
  series,
  Int32Array.from({ length: 10 }, (_, i) => 24 + i),
);

async function open(): Promise<Session> {
  const session = new Session();
  await session.initialise('cpu');
  await session.load(train, { test });
  return session;
}

async function whole(changes: Partial<RunConfig> = {}) {
  const session = await open();
  const events: TrainingEvent[] = [];
  const { seconds: _seconds, ...summary } = await session.train({ ...config, ...changes }, (event) =>
    events.push(event),
  );
  return { session, events, summary, weightsBin: (await session.exportModel()).weightsBin };
}

const foldsOf = (events: TrainingEvent[]) =>
  events.filter((event): event is FoldEvent => event.type === 'fold');

describe('the search for the length of a run', () => {
  it('trains on each fold’s rest, tells what it found, and then trains on all series', async () => {
    const { events, summary } = await whole();
    const folds = foldsOf(events);
    expect([...new Set(folds.map(({ fold, folds: of, steps }) => `${fold}/${of}: ${steps}`))]).toEqual([
      '1/3: 12',
      '2/3: 12',
      '3/3: 12',
    ]);
    expect(folds.filter(({ step }) => step === 0).map(({ validation }) => validation)).toEqual([
      null,
      null,
      null,
    ]);
    const last = folds.filter(({ step, steps }) => step === steps);
    const accuracies = last.map(({ validation }) => validation!.accuracy);
    const { length } = summary;
    expect(length?.folds).toBe(3);
    expect(length?.accuracy.mean).toBeCloseTo(
      accuracies.reduce((sum, each) => sum + each / 3, 0),
      10,
    );
    expect(summary.steps).toBe(length?.steps);
    expect(summary).toMatchObject({ folds: null, sizes: { train: 24, validation: 0 }, reason: 'finished' });
    const start = events.find((event) => event.type === 'start') as StartEvent;
    expect(start).toMatchObject({ heldBack: 0, length, globalStep: 0 });
    expect(start.reasons.join(' ')).toMatch(
      /cross-validation over 3 folds: 0\.\d\d ± 0\.\d\d; length \d+ of 18 steps/,
    );
    expect(events.findIndex(({ type }) => type === 'start')).toBe(folds.length);
  });

  it('changes nothing of the run that follows but its length', async () => {
    const searched = await whole();
    const plain = await whole({ length_folds: 0 });
    expect(plain.summary.length).toBeNull();
    expect(foldsOf(plain.events)).toEqual([]);
    const { steps, of } = searched.summary.length!;
    expect([steps, of]).toEqual([18, 18]);
    expect(searched.weightsBin).toEqual(plain.weightsBin);
  });

  it.each([2, 12, 17, 35, 36, 40])('goes on after %i steps as if there had been no stop', async (steps) => {
    const { summary, weightsBin } = await whole();
    const session = await open();
    const stopped = await session.train(config, () => {}, { steps });
    expect(stopped.reason).toBe('stopped');
    expect(stopped.folds).toEqual(steps < 36 ? { done: Math.floor(steps / 12), of: 3 } : null);
    expect(stopped.steps).toBe(Math.max(0, steps - 36));
    const checkpoint = await session.checkpoint();

    const other = await open();
    await other.restore(structuredClone(checkpoint));
    for (const each of [session, other]) {
      const { seconds: _seconds, ...resumed } = await each.resume(() => {});
      expect(resumed).toEqual(summary);
      expect((await each.exportModel()).weightsBin).toEqual(weightsBin);
    }
  });

  it('stops between two folds, too, and leaves a model that can be used', async () => {
    const session = await open();
    const { reason, folds } = await session.train(config, (event) => {
      if (event.type === 'fold' && event.fold === 1 && event.step === event.steps) void session.stop();
    });
    expect([reason, folds]).toEqual(['stopped', { done: 1, of: 3 }]);
    expect((await session.predict('test')).count).toBe(10);
  });

  it('refuses checkpoints that know nothing of the folds, or nonsense', async () => {
    const session = await open();
    await session.train(config, () => {}, { steps: 17 });
    const { folds, ...checkpoint } = await session.checkpoint();
    const other = await open();
    await expect(other.restore(checkpoint)).rejects.toThrow('of an earlier version');
    const wrong = { done: [{ count: Number.NaN, points: [] }], points: [] };
    await expect(other.restore({ ...checkpoint, folds: wrong })).rejects.toThrow(
      'cross-validation makes no sense',
    );
    await expect(
      other.restore({ ...checkpoint, folds: { done: folds!.done, points: null } }),
    ).rejects.toThrow('cross-validation makes no sense');
  });

  it('keeps no tensors of folds that are done', async () => {
    const { session } = await whole();
    const before = memory().numTensors;
    await session.train(config, () => {});
    expect(memory().numTensors).toBe(before);
  });
});

it('cuts no more folds than there are series or groups', () => {
  expect(searchFolds(train, { lengthFolds: 3 })).toBe(3);
  expect(searchFolds(train, { lengthFolds: 1 })).toBe(0);
  expect(
    searchFolds(
      { ...train, groups: packTexts(Array.from({ length: 24 }, (_, i) => `${i % 2}`)) },
      { lengthFolds: 3 },
    ),
  ).toBe(2);
  expect(
    searchFolds({ ...train, groups: packTexts(new Array<string>(24).fill('one')) }, { lengthFolds: 3 }),
  ).toBe(0);
});
