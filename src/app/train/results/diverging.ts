type Colour = readonly [number, number, number];

/** Purple for −1, the ground for 0, green for 1: after ColorBrewer's PRGn, which colour-blind people can tell apart. */
const stops: Record<'light' | 'dark', { low: Colour; middle: Colour; high: Colour }> = {
  light: { low: [118, 42, 131], middle: [247, 247, 247], high: [20, 110, 50] },
  dark: { low: [205, 140, 225], middle: [24, 28, 32], high: [100, 215, 130] },
};

/** The colour of a value from −1 to 1; small ones are told apart more finely than large ones. */
export function divergingColour(value: number, theme: 'light' | 'dark'): Colour {
  const { low, middle, high } = stops[theme];
  const end = value < 0 ? low : high;
  const share = Math.min(1, Math.abs(value)) ** 0.75;
  const mix = (i: 0 | 1 | 2) => Math.round(middle[i] + (end[i] - middle[i]) * share);
  return [mix(0), mix(1), mix(2)];
}

/** The colours from −1 to 1 as a CSS gradient. */
export function divergingGradient(theme: 'light' | 'dark'): string {
  const colours = Array.from({ length: 17 }, (_, i) => `rgb(${divergingColour(i / 8 - 1, theme).join(' ')})`);
  return `linear-gradient(to right, ${colours.join(', ')})`;
}
