import { describe, expect, it } from 'vitest';
import { emptyHistory } from '../../../src/app/train/state/history';
import { announcement, stateText } from '../../../src/app/train/training/state-text';
import { epochEvent, foldEvent, startEvent } from './events';

const begun = { ...emptyHistory, loss: [0.7] };
const tested = {
  ...begun,
  epochs: [epochEvent(1), epochEvent(2, { improved: false, validationLoss: 0.25, validationAccuracy: 0.9 })],
};

describe('stateText', () => {
  it('says that code is prepared until the first step is done', () => {
    expect(stateText('preparing', emptyHistory)).toMatch(/^Preparing/);
    expect(stateText('running', emptyHistory)).toMatch(/^Preparing/);
    expect(stateText('running', begun)).toBe('Training');
    expect(stateText('preparing', begun)).toBe('Training');
  });

  it('counts the folds of a cross-validation that comes first', () => {
    expect(stateText('running', { ...emptyHistory, fold: foldEvent() })).toBe('Cross-validation: 2 of 3');
  });

  it('names the epoch whose weights are kept', () => {
    expect(stateText('ended', tested)).toBe('Training has ended: best in epoch 1');
    expect(stateText('ended', { ...tested, start: startEvent({ kept: 'last' }) })).toBe('Training has ended');
    expect(stateText('ended', begun)).toBe('Training has ended');
  });
});

it('what is said aloud changes with epochs, not with steps', () => {
  expect(announcement('idle', emptyHistory)).toBe('');
  expect(announcement('running', begun)).toBe('Training');
  const said = 'Epoch 2: validation loss 0.250, accuracy 90.0 %.';
  expect(announcement('running', tested)).toBe(said);
  expect(announcement('running', { ...tested, loss: [0.7, 0.6] })).toBe(said);
  expect(announcement('paused', tested)).toBe(`Paused. ${said}`);
});
