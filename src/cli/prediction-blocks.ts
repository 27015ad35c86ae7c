import { blocksOf, type Dataset } from '../data/dataset';
import type { Occlusion, OcclusionOptions } from '../model/explain/occlusion';
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
  /** Where it was asked for. */
  occlusions?: Occlusion[];
  /** How many series came before. */
  before: number;
}

/**
 * Runs the session's model on a data set block by block, and says on standard error how far it is.
 * @param explain how to occlude the series, too.
 */
export async function* predictBlocks(
  session: SessionApi,
  dataset: Dataset,
  explain?: OcclusionOptions,
): AsyncGenerator<PredictedBlock> {
  const { count, time, channels } = dataset;
  // Occlusion takes long, so there the blocks are as small as they can be, and tell more often.
  const batches = explain ? 1 : Math.max(1, Math.floor(blockValues / (batch * time * channels)));
  const work = new LongWork('Predicting');
  try {
    let before = 0;
    for (const block of blocksOf(dataset, batch * batches)) {
      const predictions = await session.predict(block);
      const occlusions = explain && (await session.occlude(block, explain));
      yield { dataset: block, predictions, before, ...(occlusions && { occlusions }) };
      before += block.count;
      work.at(before, count, 'series');
    }
  } finally {
    work.end();
  }
}
