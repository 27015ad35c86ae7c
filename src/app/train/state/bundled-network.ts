/** The trained network that comes with the page: it answers on the page's own thread, before there is a worker. */
import type { Preparation } from '../../../data/preparation/preparation';
import { prepareSeries } from '../../../data/preparation/prepare';
import { type Occlusion, occlude } from '../../../model/explain/occlusion';
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
  occlude(series: Float32Array): Promise<Occlusion>;
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
  const prepare = (series: Float32Array) => prepareSeries(series, sizes.channels, preparation);
  return {
    info: {
      ...sizes,
      time: Number(texts.time),
      classNames: JSON.parse(texts.class_names ?? '') as string[],
      preparation,
      parameters: [...classifier.weights.values()].reduce((sum, { length }) => sum + length, 0),
    },
    inspect: (series) => inspectTyped(classifier, prepare(series)),
    async occlude(series) {
      // Stretches are hidden after scaling, so that hiding the highest peak does not enlarge all others.
      const prepared = prepare(series);
      const one = { ...sizes, count: 1, time: prepared.length / sizes.channels, series: prepared };
      const [found] = await occlude(one, (batch) => typedLogits(classifier, batch));
      return found as Occlusion;
    },
  };
}
