import type { EpochEvent, FoldEvent, SnapshotEvent, StartEvent } from '../../../src/model/training/events';

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

/** A snapshot of two series with four steps each. */
export function snapshotEvent(
  globalStep: number,
  epoch = 0,
  given: Partial<SnapshotEvent> = {},
): SnapshotEvent {
  return {
    type: 'snapshot',
    epoch,
    globalStep,
    probabilities: Float32Array.of(0.2, 0.9),
    attention: Float32Array.of(0.25, 0.25, 0.25, 0.25, 0.1, 0.1, 0.4, 0.4),
    ...given,
  };
}
