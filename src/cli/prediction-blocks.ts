import { blocksOf, type Dataset } from '../data/dataset';
import type { Predictions } from '../model/network/evaluation';
import type { SessionApi } from '../model/session/api';
import { LongWork } from './long-work';

/** Values that cross to the browser at once. */
const blockValues = 4_000_000;
/** Series of a block come in multiples of the model's largest batch, so that blocks change no batch. */
const batch = 256;

export interface PredictedBlock {
  /** The series of the block. */
  dataset: Dataset;
  predictions: Predictions;
  /** How many series came before. */
  before: number;
}

/** Runs the session's model on a data set block by block, and says on standard error how far it is. */
export async function* predictBlocks(session: SessionApi, dataset: Dataset): AsyncGenerator<PredictedBlock> {
  const { count, time, channels } = dataset;
  const size = batch * Math.max(1, Math.floor(blockValues / (batch * time * channels)));
  const work = new LongWork('Predicting');
  try {
    let before = 0;
    for (const block of blocksOf(dataset, size)) {
      yield { dataset: block, predictions: await session.predict(block), before };
      before += block.count;
      work.at(before, count, 'series');
    }
  } finally {
    work.end();
  }
}
