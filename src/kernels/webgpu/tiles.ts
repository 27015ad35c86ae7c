/**
 * The largest number up to `most` that divides `count`: how many of `count` parts a tile takes so that none is left
 * over.
 */
export function largestDivisor(count: number, most: number): number {
  let divisor = Math.max(1, Math.min(count, most));
  while (count % divisor !== 0) divisor--;
  return divisor;
}
