import type { Dataset } from '../../../data/dataset';
import type { SineConfig } from '../../../data/sine-config';
import { type Range, sineRanges } from '../../../data/sine-ranges';
import { RandomStream } from '../../../random';
import type { Base, Flat } from '../series/drawing';

/** A series whose class is not revealed at first. */
export interface Surprise {
  base: Base;
  /** Index of the true class. */
  label: number;
  /** What makes a generated series class 1; null otherwise. */
  flat: Flat | null;
}

/** A series like the generator's, flattened as often as not. */
export function surpriseWave(config: SineConfig, seed: number): Surprise {
  const random = new RandomStream(seed, 'surprise');
  const ranges = sineRanges(config);
  // Rounded, because the sliders show them.
  const draw = (range: Range): number => Number(range.at(random.integer(range.count)).toFixed(6));
  const wave = { freq: draw(ranges.freq), amp: draw(ranges.amp), phase: 0 };
  const label = random.next() < 0.5 ? 0 : 1;
  const flat = label === 1 ? { start: draw(ranges.loc), length: draw(ranges.length) } : null;
  return { base: { kind: 'wave', wave, flat }, label, flat };
}

/** One of a file's series of a single channel. */
export function surpriseRow({ count, time, series, labels }: Dataset, seed: number): Surprise {
  const row = new RandomStream(seed, 'surprise').integer(count);
  const base = { kind: 'series', series: series.slice(row * time, (row + 1) * time) } as const;
  return { base, label: labels[row] as number, flat: null };
}
