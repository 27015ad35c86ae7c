/** The trained network that comes with the page: it answers on the page's own thread, before there is a worker. */
import type { Dataset } from '../../../data/dataset';
import { channelFactor, type Preparation } from '../../../data/preparation/preparation';
import { prepareDataset, prepareSeries } from '../../../data/preparation/prepare';
import { scaleSeries } from '../../../data/preparation/scaled';
import { type Occlusion, occlude, type SeriesBatch } from '../../../model/explain/occlusion';
import type { WindowOptions } from '../../../model/explain/windows';
import type { Inspection } from '../../../model/network/inspection';
import { inspectTyped, typedLogits } from '../../../model/network/typed-classifier';
import type { ModelInfo } from '../../../model/weights/model-files';
import { readTypedFile } from '../../../model/weights/typed-file';
// Written, with a report beside it, by `npm run bundled-network`.
import file from './bundled/quick.safetensors?url&inline';

/** A network that can be asked at once. */
export interface BundledNetwork {
  info: ModelInfo;
  /** @param series [time, channels], unprepared. */
  inspect(series: Float32Array): Inspection;
  /** What hiding each stretch of the series does to the answer. @param series [time, channels], unprepared. */
  occlude(series: Float32Array, sizes: WindowOptions): Promise<Occlusion>;
}

let opened: BundledNetwork | null = null;

/** Unpacks the network when it is first asked for. */
export function bundledNetwork(): BundledNetwork {
  opened ??= open(Uint8Array.from(atob(file.slice(file.indexOf(',') + 1)), (letter) => letter.charCodeAt(0)));
  return opened;
}

function open(bytes: Uint8Array): BundledNetwork {
  const { classifier, texts } = readTypedFile(bytes);
  const { classes: _, ...sizes } = classifier.sizes;
  const preparation = JSON.parse(texts.preparation ?? '') as Preparation;
  const classNames = JSON.parse(texts.class_names ?? '') as string[];
  // Of the series, which its preparation may add channels to.
  const channels = sizes.channels / channelFactor(preparation);
  const labelled = (batch: SeriesBatch): Dataset => ({
    ...batch,
    labels: new Int32Array(batch.count),
    classNames,
  });
  return {
    info: {
      ...sizes,
      channels,
      time: Number(texts.time),
      classNames,
      preparation,
      parameters: [...classifier.weights.values()].reduce((sum, { length }) => sum + length, 0),
    },
    inspect: (series) => inspectTyped(classifier, prepareSeries(series, channels, preparation)),
    async occlude(series, sizes) {
      const one = labelled({ count: 1, time: series.length / channels, channels, series });
      // Stretches are hidden after scaling, so that hiding the highest peak does not enlarge all others.
      const { scaled, rest } = scaleSeries(one, preparation);
      const logitsOf = (batch: SeriesBatch) => typedLogits(classifier, prepareDataset(labelled(batch), rest));
      const [found] = await occlude(scaled, logitsOf, sizes);
      return found as Occlusion;
    },
  };
}
