import { RandomStream } from '../random';
import type { Dataset, Region } from './dataset';
import { type SineWave, sineSeries } from './sine';
import type { SineConfig } from './sine-config';
import { type Range, sineRanges } from './sine-ranges';

const columns = ['amp', 'freq', 'loc', 'length'] as const;
const classNames = ['0', '1'];

/**
 * The article's data set: class '0' is normal, class '1' anomalous (probability 1 − normal_anomalous_ratio). The same
 * configuration and seed give the same series, in Node as in the browser. The flat of each anomalous series is its
 * region; what a series was made from is in `about`.
 * @param first leaves out the series before this one, which takes next to no time; the rest are the same.
 */
export function generateSineDataset(config: SineConfig, seed: number, first = 0): Dataset {
  const random = new RandomStream(seed, 'data');
  const ranges = sineRanges(config);
  const draw = (range: Range): number => range.at(random.integer(range.count));
  const count = config.dataset_size - first;
  const time = config.num_points;
  const series = new Float32Array(count * time);
  const waves: SineWave[] = [];
  for (let row = -first; row < count; row++) {
    const label = random.next() < config.normal_anomalous_ratio ? 0 : 1;
    const wave: SineWave = {
      amp: draw(ranges.amp),
      freq: draw(ranges.freq),
      loc: draw(ranges.loc),
      length: draw(ranges.length),
      label,
    };
    if (row < 0) continue;
    series.set(sineSeries(wave, time), row * time);
    waves.push(wave);
  }
  return {
    count,
    time,
    channels: 1,
    series,
    labels: Int32Array.from(waves, ({ label }) => label),
    classNames,
    ...sineMetadata(waves, time),
  };
}

/** What is known of series of `time` steps that were made from these waves. */
export function sineMetadata(
  waves: readonly SineWave[],
  time: number,
): Required<Pick<Dataset, 'regions' | 'about'>> {
  return {
    regions: waves.map((wave) => flatOf(wave, time)),
    about: Object.fromEntries(columns.map((name) => [name, waves.map((wave) => wave[name])])),
  };
}

function flatOf({ label, loc, length }: SineWave, time: number): Region[] {
  const end = Math.min(loc + length, time);
  return label === 1 && end > loc ? [{ start: loc, end, name: 'flat' }] : [];
}

/** Whether the data set has what the generator tells of its series. */
export function isSineDataset({ about, classNames: names }: Pick<Dataset, 'about' | 'classNames'>): boolean {
  return (
    names.join() === classNames.join() && columns.every((name) => typeof about?.[name]?.[0] === 'number')
  );
}

/** What each series was made from; undefined where the data are not the generator's. */
export function sinesOf(dataset: Pick<Dataset, 'about' | 'classNames' | 'labels'>): SineWave[] | undefined {
  if (!isSineDataset(dataset)) return undefined;
  const [amp, freq, loc, length] = columns.map((name) => dataset.about?.[name] as readonly number[]);
  return Array.from(dataset.labels, (label, row) => ({
    amp: amp?.[row] as number,
    freq: freq?.[row] as number,
    loc: loc?.[row] as number,
    length: length?.[row] as number,
    label: label as 0 | 1,
  }));
}
