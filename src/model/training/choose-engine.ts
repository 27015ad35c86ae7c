import { getBackend } from '@tensorflow/tfjs-core';
import type { Bucket } from '../../data/batches';
import type { Dataset } from '../../data/dataset';
import type { Classifier } from '../network/classifier';
import { StepDraws } from './draw';
import type { StepEngine } from './engine';
import { ProgramEngine } from './program-engine';
import type { Recipe } from './recipes';
import { TapeEngine } from './tape-engine';

/** The engine of the current backend. @param buckets of the training series. */
export function chooseEngine(
  classifier: Classifier,
  recipe: Recipe,
  data: { train: Dataset; validation: Dataset },
  seed: number,
  buckets: readonly Bucket[],
): StepEngine {
  const draws = new StepDraws(data.train, recipe, seed);
  const Engine = getBackend() === 'webgpu' ? ProgramEngine : TapeEngine;
  return new Engine(classifier, recipe, data, draws, buckets);
}
