import { describe, expect, it } from 'vitest';
import { emptyHistory } from '../../../src/app/train/state/history';
import { announcement, stateText } from '../../../src/app/train/training/state-text';
import { epochEvent, foldEvent } from './events';

const begun = { ...emptyHistory, loss: [0.7] };
const tested = {
  ...begun,
  seconds: 65,
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
    const history = { ...emptyHistory, fold: foldEvent() };
    expect(stateText('running', history)).toBe('Cross-validation: 2 of 3');
    expect(announcement('running', history)).toBe('Cross-validation, fold 2 of 3.');
  });

  it('names the epoch whose weights are kept', () => {
    expect(stateText('ended', tested)).toBe('Done: best in epoch 1');
    expect(stateText('ended', begun)).toBe('Done');
  });
});

describe('announcement', () => {
  it('changes with epochs, not with steps', () => {
    expect(announcement('running', tested)).toBe('Epoch 2: validation loss 0.250, accuracy 90.0 %.');
    expect(announcement('running', { ...tested, loss: [0.7, 0.6] })).toBe(announcement('running', tested));
  });

  it('tells the time at the end', () => {
    expect(announcement('ended', tested)).toMatch(/^Training has ended after 1 min 05 s\. Epoch 2/);
  });
});
