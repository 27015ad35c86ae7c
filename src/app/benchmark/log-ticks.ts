/** The powers of ten between two numbers; if there are fewer than two, also twice and five times each. */
export function logTicks(least: number, most: number): number[] {
  const first = Math.floor(Math.log10(least));
  const last = Math.ceil(Math.log10(most));
  const powers = Array.from({ length: last - first + 1 }, (_, index) => 10 ** (first + index));
  const inside = (values: number[]) => values.filter((value) => value >= least && value <= most);
  const ticks = inside(powers);
  return ticks.length >= 2 ? ticks : inside(powers.flatMap((power) => [power, 2 * power, 5 * power]));
}
