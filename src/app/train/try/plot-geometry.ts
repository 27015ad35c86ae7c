/** Positions in a plot: time runs from left to right over its full width, values over its height. */
export interface PlotFrame {
  width: number;
  height: number;
  time: number;
  /** The values at the bottom and at the top. */
  range: readonly [low: number, high: number];
  /** Left free at top and bottom. */
  padding: number;
}

export function xOf({ width, time }: PlotFrame, step: number): number {
  return (width * step) / Math.max(1, time - 1);
}

export function yOf({ height, range: [low, high], padding }: PlotFrame, value: number): number {
  return padding + ((height - 2 * padding) * (high - value)) / (high - low);
}

/** The step and value at a point of the plot, in whole steps and inside the plot. */
export function pointAt(frame: PlotFrame, x: number, y: number): [step: number, value: number] {
  const { width, height, time, padding } = frame;
  const [low, high] = frame.range;
  const step = Math.round((x / width) * (time - 1));
  const value = high - ((y - padding) / (height - 2 * padding)) * (high - low);
  return [Math.min(time - 1, Math.max(0, step)), Math.min(high, Math.max(low, value))];
}
