import { type SineWave, sineSeries } from '../../../data/sine';

/**
 * How far the flat departs from the sine that it replaced: the root-mean-square difference between the held value and the
 * clean sine over the flat's steps, in amplitudes. 0 for a flat without steps.
 */
export function departure(wave: SineWave, time: number): number {
  const steps = Math.max(0, Math.min(wave.length, time - wave.loc));
  if (steps === 0 || wave.amp === 0) return 0;
  const clean = sineSeries({ ...wave, label: 0 }, time);
  const held = clean[wave.loc] as number;
  let squares = 0;
  for (let step = wave.loc; step < wave.loc + steps; step++) {
    squares += ((clean[step] as number) - held) ** 2;
  }
  return Math.sqrt(squares / steps) / wave.amp;
}

/** Series whose value is from `from` to `to`, both included. */
export interface RecallBin {
  from: number;
  to: number;
  count: number;
  /** How many of them were found. */
  found: number;
}

/**
 * Splits series, ordered by a value, into groups of about the same size; equal values stay together.
 * @param most number of groups, if there are enough distinct values.
 */
export function recallBins(items: readonly { value: number; isFound: boolean }[], most: number): RecallBin[] {
  const sorted = [...items].sort((a, b) => a.value - b.value);
  const size = sorted.length / most;
  const bins: RecallBin[] = [];
  sorted.forEach(({ value, isFound }, i) => {
    const bin = bins.at(-1);
    const isFull = bin !== undefined && i >= Math.round(bins.length * size) && bin.count >= Math.floor(size);
    if (bin && (!isFull || value === bin.to)) {
      bin.to = value;
      bin.count += 1;
      bin.found += isFound ? 1 : 0;
    } else {
      bins.push({ from: value, to: value, count: 1, found: isFound ? 1 : 0 });
    }
  });
  return bins;
}
