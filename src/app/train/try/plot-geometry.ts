/** Points that a path of a series has at most: more are not told apart. */
const mostPoints = 1500;

/** Places in a plot: time runs from left to right over all of its width, values over its height. */
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

/** What is at a place in the plot, in whole steps and inside of the plot. */
export function pointAt(frame: PlotFrame, x: number, y: number): [step: number, value: number] {
  const { width, height, time, limit, padding } = frame;
  const step = Math.round((x / width) * (time - 1));
  const value = ((height / 2 - y) / (height / 2 - padding)) * limit;
  return [Math.min(time - 1, Math.max(0, step)), Math.min(limit, Math.max(-limit, value))];
}

/** The d of a path through the values. */
export function linePath(
  values: ArrayLike<number>,
  x: (step: number) => number,
  y: (value: number) => number,
): string {
  const stride = Math.max(1, Math.ceil(values.length / mostPoints));
  let path = '';
  for (let t = 0; t < values.length; t += stride) {
    path += `${t === 0 ? 'M' : 'L'}${x(t).toFixed(1)},${y(values[t] as number).toFixed(1)}`;
  }
  return path;
}

/** The d of the area under weights that are not negative, from the bottom of the plot. @param top the weight that reaches its top. */
export function areaPath(
  values: ArrayLike<number>,
  { width, height }: Pick<PlotFrame, 'width' | 'height'>,
  top: number,
): string {
  const x = (step: number) => (width * step) / Math.max(1, values.length - 1);
  const line = linePath(values, x, (value) => height * (1 - Math.min(1, value / top)));
  return line && `M0,${height}L${line.slice(1)}L${width},${height}Z`;
}

/** The attention that reaches the top of a plot: its peak, but even attention stays low. */
export function attentionTop(attention: ArrayLike<number>): number {
  let most = 0;
  for (let t = 0; t < attention.length; t++) most = Math.max(most, attention[t] as number);
  return Math.max(most, 4 / attention.length) * 1.08;
}

/** About `count` round steps from the first to the last one. */
export function timeTicks(time: number, count: number): number[] {
  const rough = Math.max(1, (time - 1) / count);
  const power = 10 ** Math.floor(Math.log10(rough));
  const gap = [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= rough) ?? rough;
  const ticks: number[] = [];
  for (let step = 0; step <= time - 1; step += gap) ticks.push(step);
  return ticks;
}
