import { RandomStream } from '../random';
import type { Dataset } from './dataset';
import { type SineTruth, sineSeries } from './sine';
import type { SineConfig } from './sine-config';
import { type Range, sineRanges } from './sine-ranges';

/**
 * The article's data set: class '0' is normal, class '1' anomalous (probability 1 − normal_anomalous_ratio). The same
 * configuration and seed give the same series, in Node as in the browser.
 * @param first leaves out the series before this one, which takes next to no time; the rest are the same.
 */
export function generateSineDataset(config: SineConfig, seed: number, first = 0): Dataset {
  const random = new RandomStream(seed, 'data');
  const ranges = sineRanges(config);
  const draw = (range: Range): number => range.at(random.integer(range.count));
  const count = config.dataset_size - first;
  const time = config.num_points;
  const series = new Float32Array(count * time);
  const truths: SineTruth[] = [];
  for (let row = -first; row < count; row++) {
    const label = random.next() < config.normal_anomalous_ratio ? 0 : 1;
    const truth: SineTruth = {
      amp: draw(ranges.amp),
      freq: draw(ranges.freq),
      loc: draw(ranges.loc),
      length: draw(ranges.length),
      label,
    };
    if (row < 0) continue;
    series.set(sineSeries(truth, time), row * time);
    truths.push(truth);
  }
  const labels = Int32Array.from(truths, (truth) => truth.label);
  return { count, time, channels: 1, series, labels, classNames: ['0', '1'], truths };
}
