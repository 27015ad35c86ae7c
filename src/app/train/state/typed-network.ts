/** A trained network that answers on the page's own thread: it needs neither tf.js nor a worker. */

import { channelFactor } from '../../../data/preparation/preparation';
import { prepareSeries } from '../../../data/preparation/prepare';
import type { Occlusion } from '../../../model/explain/occlusion';
import type { WindowOptions } from '../../../model/explain/windows';
import { parameterCount } from '../../../model/network/classifier-sizes';
import type { Inspection } from '../../../model/network/inspection';
import { occludeSeries } from '../../../model/network/occlusion';
import { stretchInspection } from '../../../model/network/stretch-inspection';
import { inspectTyped, typedLogits } from '../../../model/network/typed-classifier';
import type { ModelInfo } from '../../../model/weights/model-files';
import type { TypedFile } from '../../../model/weights/typed-file';

/** A network that can be asked at once. */
export interface TypedNetwork {
  info: ModelInfo;
  /** @param series [time, channels], unprepared. */
  inspect(series: Float32Array): Inspection;
  /** What hiding each stretch of the series does to the answer. @param series [time, channels], unprepared. */
  occlude(series: Float32Array, sizes: WindowOptions): Promise<Occlusion>;
}

export function typedNetwork({ classifier, metadata }: TypedFile): TypedNetwork {
  const { classes: _, ...weightSizes } = classifier.sizes;
  const { preparation } = metadata;
  const channels = weightSizes.channels / channelFactor(preparation);
  return {
    info: { ...weightSizes, ...metadata, channels, parameters: parameterCount(classifier.sizes) },
    inspect(series) {
      const inspection = inspectTyped(classifier, prepareSeries(series, channels, preparation));
      return stretchInspection(inspection, series.length / channels, preparation);
    },
    async occlude(series, sizes) {
      const one = { count: 1, time: series.length / channels, channels, series };
      const [found] = await occludeSeries((batch) => typedLogits(classifier, batch), one, preparation, sizes);
      return found as Occlusion;
    },
  };
}
