import { describe, expect, it } from 'vitest';
import { emptyHistory, type History } from '../../../src/app/train/state/history';
import { findPlateau, plateauNote } from '../../../src/app/train/training/plateau-note';
import type { EpochEvent } from '../../../src/model/training/events';
import { epochEvent, foldEvent, startEvent } from './events';

const guessing = Math.log(2);
/** Losses that scatter about a level, as those of batches do. */
const about = (level: number, steps: number) =>
  Array.from({ length: steps }, (_, i) => level + 0.05 * Math.sin(2.4 * i));
const sines = { classes: 2, isGenerated: true, hasLengths: false };
const historyOf = (loss: number[], epochs: EpochEvent[] = []): History => ({
  ...emptyHistory,
  start: startEvent({ stepsPerEpoch: 50, epochs: 20 }),
  loss,
  epochs,
});

describe('findPlateau', () => {
  it('needs some steps before it says so', () => {
    expect(findPlateau(about(guessing, 39), guessing).isOn).toBe(false);
    expect(findPlateau(about(guessing, 40), guessing).isOn).toBe(true);
  });

  it('gives the step at which the loss left guessing', () => {
    const { isOn, leftAt } = findPlateau([...about(guessing, 200), ...about(0.4, 100)], guessing);
    expect(isOn).toBe(false);
    expect(Math.abs((leftAt ?? 0) - 200)).toBeLessThan(16);
  });

  it('keeps that step when the loss touches guessing on its way', () => {
    const loss = [...about(guessing, 200), ...about(0.5, 60), ...about(guessing, 35), ...about(0.3, 100)];
    expect(Math.abs((findPlateau(loss, guessing).leftAt ?? 0) - 200)).toBeLessThan(16);
  });

  it('forgets it when the loss goes back to guessing for long', () => {
    const loss = [...about(guessing, 200), ...about(0.5, 60), ...about(guessing, 200)];
    expect(findPlateau(loss, guessing)).toEqual({ isOn: true, leftAt: null });
    expect(findPlateau([...loss, ...about(0.2, 60)], guessing).leftAt).toBeGreaterThan(440);
  });

  it('finds none where the loss falls at once or starts above', () => {
    expect(
      findPlateau(
        Array.from({ length: 200 }, (_, i) => 0.69 * 0.97 ** i),
        guessing,
      ),
    ).toEqual({
      isOn: false,
      leftAt: null,
    });
    expect(findPlateau(about(1.5, 100), guessing).isOn).toBe(false);
  });
});

describe('plateauNote', () => {
  it('promises an explanation before there is a loss', () => {
    expect(plateauNote(emptyHistory, sines).text).toMatch(/expected/);
  });

  it('says why nothing happens while the GPU code is compiled, most of all for several lengths', () => {
    const compiling = historyOf([]);
    expect(plateauNote(compiling, sines).title).toMatch(/compiled/);
    expect(plateauNote(compiling, sines).text).not.toMatch(/lengths/);
    expect(plateauNote(compiling, { ...sines, hasLengths: true }).text).toMatch(/lengths/);
    const onProcessor = { ...compiling, start: startEvent({ backend: 'cpu' }) };
    expect(plateauNote(onProcessor, sines).text).toMatch(/expected/);
  });

  it('explains guessing with its loss, for the classes that there are', () => {
    expect(plateauNote(historyOf(about(guessing, 100)), sines)).toEqual({
      title: 'So far it is guessing.',
      text: expect.stringMatching(/0\.693 \(ln 2\) is what tossing a coin gets.*frozen stretch/),
    });
    const three = plateauNote(historyOf(about(Math.log(3), 100)), {
      classes: 3,
      isGenerated: false,
      hasLengths: false,
    });
    expect(three.text).toMatch(/1\.099 \(ln 3\) is what guessing among 3 classes gets/);
    expect(three.text).not.toMatch(/wave/);
  });

  it('says when it has left the plateau, and two epochs later what is best', () => {
    const loss = [...about(guessing, 200), ...about(0.4, 60)];
    expect(plateauNote(historyOf(loss), sines).title).toMatch(/^It left the plateau at step (19|20)\d\.$/);
    const later = plateauNote(historyOf([...loss, ...about(0.3, 100)], [epochEvent(6)]), sines);
    expect(later.title).toBe('Best so far: epoch 6.');
    expect(later.text).toMatch(/left the plateau at step/);
  });

  it('notices when validation gets worse while training gets better', () => {
    const worse = [0.3, 0.4, 0.5, 0.6].map((validationLoss, i) =>
      epochEvent(i + 1, { validationLoss, trainLoss: 0.4 - 0.1 * i, improved: i === 0 }),
    );
    expect(plateauNote(historyOf(about(0.2, 200), worse), sines).title).toMatch(/memorise/);
    const slightly = worse.map((epoch) => ({ ...epoch, validationLoss: 0.31 }));
    expect(plateauNote(historyOf(about(0.2, 200), slightly), sines).title).toMatch(/^Best so far: epoch 1/);
    const both = worse.map((epoch) => ({ ...epoch, trainLoss: 0.5 }));
    expect(plateauNote(historyOf(about(0.2, 200), both), sines).title).toMatch(/^Best so far: epoch 1/);
  });

  it('says where a cross-validation stands, and why it comes first', () => {
    const note = plateauNote({ ...emptyHistory, fold: foldEvent() }, sines);
    expect(note.title).toBe('First, cross-validation: part 2 of 3.');
    const paused = {
      ...emptyHistory,
      fold: foldEvent(),
      summary: { reason: 'stopped' } as History['summary'],
    };
    expect(plateauNote(paused, sines).title).toMatch(/^It has stopped in cross-validation: part 2 of 3/);
    expect(note.text).toMatch(/too few series to hold some back/);
  });

  it('calls nothing unseen where all series train, and says what to expect of new ones', () => {
    const length = { folds: 3, accuracy: { mean: 0.81, deviation: 0.05 }, steps: 640, of: 800 };
    const start = startEvent({ heldBack: 0, kept: 'last', length });
    const history: History = { ...emptyHistory, start, loss: about(0.3, 100), epochs: [epochEvent(1)] };
    for (const summary of [null, { reason: 'finished' } as History['summary']]) {
      const { text } = plateauNote({ ...history, summary }, sines);
      expect(text).toContain(
        'What to expect on new ones, by cross-validation over 3 folds: 81.0 % ± 5.0 %; length 640 of 800 steps.',
      );
      expect(text).not.toMatch(/does not train on/);
    }
    const { text } = plateauNote({ ...history, start: startEvent({ heldBack: 0, kept: 'last' }) }, sines);
    expect(text).toContain('Only a test tells');
  });

  it('explains why a run is over, also on the plateau', () => {
    const epochs = [1, 2, 3, 4].map((epoch) => epochEvent(epoch, { improved: epoch <= 2 }));
    const over = (reason: 'early-stopping' | 'finished' | 'stopped') =>
      plateauNote(
        { ...historyOf(about(guessing, 200), epochs), summary: { reason } as History['summary'] },
        sines,
      );
    expect(over('early-stopping').text).toMatch(/For 2 epochs .* weights of epoch 2/);
    expect(over('finished').title).toBe('All epochs are done.');
    expect(over('stopped').title).toBe('So far it is guessing.');
  });
});
