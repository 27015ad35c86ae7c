import type { EpochEvent, FoldEvent, StartEvent } from '../../../src/model/training/events';

export function startEvent(given: Partial<StartEvent> = {}): StartEvent {
  return {
    type: 'start',
    parameters: 1000,
    stepsPerEpoch: 10,
    epochs: 5,
    heldBack: 10,
    length: null,
    kept: 'best',
    globalStep: 0,
    backend: 'webgpu',
    adapter: 'a card',
    dispatchesPerStep: 22,
    memoryBytes: 2 ** 20,
    reasons: [],
    ...given,
  };
}

export function foldEvent(given: Partial<FoldEvent> = {}): FoldEvent {
  return {
    type: 'fold',
    fold: 2,
    folds: 3,
    step: 40,
    steps: 800,
    validation: { loss: 0.5, accuracy: 0.75 },
    ...given,
  };
}

export function epochEvent(epoch: number, given: Partial<EpochEvent> = {}): EpochEvent {
  return {
    type: 'epoch',
    epoch,
    trainLoss: 0.5,
    trainAccuracy: 0.8,
    validationLoss: 0.5,
    validationAccuracy: 0.8,
    learningRate: 0.001,
    seconds: 2,
    improved: true,
    ...given,
  };
}
