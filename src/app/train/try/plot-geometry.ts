/** Positions in a plot: time runs from left to right over its full width, values over its height. */
export interface PlotFrame {
  width: number;
  height: number;
  time: number;
  /** The value at the top; −limit is at the bottom. */
  limit: number;
  /** Left free at top and bottom. */
  padding: number;
}

export function xOf({ width, time }: PlotFrame, step: number): number {
  return (width * step) / Math.max(1, time - 1);
}

export function yOf({ height, limit, padding }: PlotFrame, value: number): number {
  return height / 2 - ((height / 2 - padding) * value) / limit;
}

/** The step and value at a point of the plot, in whole steps and inside the plot. */
export function pointAt(frame: PlotFrame, x: number, y: number): [step: number, value: number] {
  const { width, height, time, limit, padding } = frame;
  const step = Math.round((x / width) * (time - 1));
  const value = ((height / 2 - y) / (height / 2 - padding)) * limit;
  return [Math.min(time - 1, Math.max(0, step)), Math.min(limit, Math.max(-limit, value))];
}
