import { expect, it } from 'vitest';
import { emptyHistory, type History } from '../../../src/app/train/state/history';
import { curveNote } from '../../../src/app/train/training/curve-note';
import type { EpochEvent } from '../../../src/model/training/events';
import { epochEvent, foldEvent, startEvent } from './events';

const guessing = Math.log(2);
const historyOf = (steps: number, epochs: EpochEvent[] = [], given: Partial<History> = {}): History => ({
  ...emptyHistory,
  start: startEvent(),
  loss: new Array<number>(steps).fill(1),
  epochs,
  ...given,
});
const over = (reason: 'early-stopping' | 'finished' | 'stopped') =>
  ({ summary: { reason } as History['summary'] }) as const;

it('promises an explanation before there is a loss, and says while the GPU code is compiled', () => {
  expect(curveNote(emptyHistory, 0, 2).text).toMatch(/expected/);
  expect(curveNote(historyOf(0), 0, 2).title).toMatch(/compiled/);
  const onProcessor = { ...emptyHistory, start: startEvent({ backend: 'cpu' }) };
  expect(curveNote(onProcessor, 0, 2).text).toMatch(/expected/);
});

it('explains guessing with its loss, for the classes that there are, after some steps', () => {
  expect(curveNote(historyOf(100), guessing + 0.03, 2)).toEqual({
    title: 'So far it is guessing.',
    text: expect.stringMatching(/0\.693 \(ln 2\) is what tossing a coin gets/),
  });
  expect(curveNote(historyOf(100), Math.log(3), 3).text).toMatch(
    /1\.099 \(ln 3\) is what guessing among 3 classes gets/,
  );
  expect(curveNote(historyOf(39), guessing, 2).title).toBe('Training has started.');
  expect(curveNote(historyOf(100), 0.6, 2).title).toBe('Training has started.');
});

it('names the best epoch, and notices when validation gets worse while training gets better', () => {
  const worse = [0.3, 0.4, 0.5, 0.6].map((validationLoss, i) =>
    epochEvent(i + 1, { validationLoss, trainLoss: 0.4 - 0.1 * i, improved: i === 0 }),
  );
  const titleOf = (epochs: EpochEvent[]) => curveNote(historyOf(200, epochs), 0.2, 2).title;
  expect(titleOf(worse)).toMatch(/memorise/);
  for (const changed of [{ validationLoss: 0.31 }, { trainLoss: 0.5 }]) {
    expect(titleOf(worse.map((epoch) => ({ ...epoch, ...changed })))).toBe('Best so far: epoch 1.');
  }
  expect(titleOf(worse.slice(0, 3))).toBe('Best so far: epoch 1.');
});

it('says where a cross-validation stands, and why it comes first', () => {
  const searching = { ...emptyHistory, fold: foldEvent() };
  const note = curveNote(searching, 0, 2);
  expect(note.title).toBe('First, cross-validation: part 2 of 3.');
  expect(note.text).toMatch(/too few series to hold some back/);
  expect(curveNote({ ...searching, ...over('stopped') }, 0, 2).title).toMatch(
    /^It has stopped in cross-validation: part 2 of 3/,
  );
});

it('calls nothing unseen where all series train, and says what to expect of new ones', () => {
  const length = { folds: 3, accuracy: { mean: 0.81, deviation: 0.05 }, steps: 640, of: 800 };
  const start = startEvent({ heldBack: 0, kept: 'last', length });
  for (const given of [{ start }, { start, ...over('finished') }]) {
    const { text } = curveNote(historyOf(100, [epochEvent(1)], given), 0.3, 2);
    expect(text).toContain(
      'What to expect on new ones, by cross-validation over 3 folds: 81.0 % ± 5.0 %; length 640 of 800 steps.',
    );
    expect(text).not.toMatch(/does not train on/);
  }
  const unknown = { start: startEvent({ heldBack: 0, kept: 'last' }) };
  expect(curveNote(historyOf(100, [epochEvent(1)], unknown), 0.3, 2).text).toContain('Only a test tells');
});

it('explains why a run is over, and which weights remain', () => {
  const epochs = [1, 2, 3, 4].map((epoch) => epochEvent(epoch, { improved: epoch <= 2 }));
  const note = (given: Partial<History>) => curveNote(historyOf(200, epochs, given), guessing, 2);
  expect(note(over('early-stopping')).text).toMatch(/For 2 epochs .* weights of epoch 2/);
  expect(note(over('finished')).title).toBe('All epochs are done.');
  const last = { ...over('finished'), start: startEvent({ kept: 'last' }) };
  expect(note(last).text).toMatch(/last weights are kept/);
  expect(note(over('stopped')).title).toBe('So far it is guessing.');
});
