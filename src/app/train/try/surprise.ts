import type { Dataset } from '../../../data/dataset';
import type { SineConfig } from '../../../data/sine-config';
import { type Range, sineRanges } from '../../../data/sine-ranges';
import { RandomStream } from '../../../random';
import { type Base, basesOf, type Flat } from '../series/drawing';
import { rowOf } from '../series/series-parts';

/** A series whose class is not revealed at first. */
export interface Surprise {
  /** [channels] */
  bases: Base[];
  /** Index of the true class. */
  label: number;
  /** What makes a generated series class 1; null otherwise. */
  flat: Flat | null;
}

/** A series like the generator's, flattened as often as not, the same in each channel. */
export function surpriseWave(config: SineConfig, seed: number, channels = 1): Surprise {
  const random = new RandomStream(seed, 'surprise');
  const ranges = sineRanges(config);
  // Rounded, because the sliders show them.
  const draw = (range: Range): number => Number(range.at(random.integer(range.count)).toFixed(6));
  const wave = { freq: draw(ranges.freq), amp: draw(ranges.amp), phase: 0 };
  const label = random.next() < 0.5 ? 0 : 1;
  const flat = label === 1 ? { start: draw(ranges.loc), length: draw(ranges.length) } : null;
  return { bases: Array.from({ length: channels }, () => ({ kind: 'wave', wave, flat })), label, flat };
}

/** One of a file's series. */
export function surpriseRow(dataset: Dataset, seed: number): Surprise {
  const row = new RandomStream(seed, 'surprise').integer(dataset.count);
  return {
    bases: basesOf(rowOf(dataset, row), dataset.channels),
    label: dataset.labels[row] as number,
    flat: null,
  };
}
