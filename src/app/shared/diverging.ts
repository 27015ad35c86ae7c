type Colour = [red: number, green: number, blue: number];

const ends = {
  light: { negative: [118, 42, 131], middle: [247, 247, 245], positive: [27, 120, 55] },
  dark: { negative: [205, 150, 226], middle: [38, 43, 48], positive: [112, 207, 134] },
} satisfies Record<string, Record<string, Colour>>;

/**
 * Purple for −1, nothing for 0, green for 1: they can be told apart with every kind of colour blindness. Small values
 * differ more than large ones.
 */
export function diverging(value: number, isDark: boolean): Colour {
  const { negative, middle, positive } = isDark ? ends.dark : ends.light;
  const end = value < 0 ? negative : positive;
  const share = Math.min(1, Math.abs(value)) ** 0.75;
  return middle.map((from, i) => Math.round(from + share * ((end[i] as number) - from))) as Colour;
}

/** The colours from −1 to 1 as a CSS gradient. */
export function divergingGradient(isDark: boolean): string {
  const colours = Array.from({ length: 17 }, (_, i) => `rgb(${diverging(i / 8 - 1, isDark).join(' ')})`);
  return `linear-gradient(to right, ${colours.join(', ')})`;
}
