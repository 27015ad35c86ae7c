type Colour = [red: number, green: number, blue: number];

const ends = {
  light: { negative: [118, 42, 131], middle: [247, 247, 245], positive: [27, 120, 55] },
  dark: { negative: [205, 150, 226], middle: [38, 43, 48], positive: [112, 207, 134] },
} satisfies Record<string, Record<string, Colour>>;

/** Purple for −1, nothing for 0, green for 1: told apart with every kind of colour blindness. */
export function diverging(value: number, dark: boolean): Colour {
  const { negative, middle, positive } = dark ? ends.dark : ends.light;
  const end = value < 0 ? negative : positive;
  const share = Math.min(1, Math.abs(value));
  return middle.map((from, i) => Math.round(from + share * ((end[i] as number) - from))) as Colour;
}
