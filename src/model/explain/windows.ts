/** The stretches of a series that are hidden one at a time. */

/** Steps [start, end) of a series. */
export interface Stretch {
  start: number;
  end: number;
}

export interface WindowOptions {
  /** Steps that are hidden at a time; default: a tenth of the series, at least one. */
  width?: number;
  /** Steps from one stretch to the next, at most `width`; default: half of it, at least one. */
  stride?: number;
}

/** What is hidden at a time by default, as a share of the series. */
export const defaultWidth = 0.1;

/**
 * The stretches of a series of `length` steps. The last one is moved back to end with the series, so every step is in
 * at least one. A series that is no longer than `width` has one stretch, all of it.
 * @throws RangeError when a size is not a whole number from 1 up, or the stride would leave steps out.
 */
export function occlusionWindows(length: number, options: WindowOptions = {}): Stretch[] {
  const width = options.width ?? Math.max(1, Math.round(defaultWidth * length));
  const stride = options.stride ?? Math.max(1, Math.floor(width / 2));
  checkSizes(width, stride);
  const last = Math.max(0, length - width);
  const starts = Array.from({ length: Math.ceil(last / stride) }, (_, i) => i * stride);
  return [...starts, last].map((start) => ({ start, end: Math.min(length, start + width) }));
}

function checkSizes(width: number, stride: number): void {
  for (const [name, size] of Object.entries({ width, stride })) {
    if (!Number.isInteger(size) || size < 1) {
      throw new RangeError(`The ${name} of hidden stretches is ${size}: it takes whole steps, at least 1.`);
    }
  }
  if (stride > width) {
    throw new RangeError(
      `A stride of ${stride} steps leaves steps out between stretches of ${width}: make it ${width} or less.`,
    );
  }
}
