import type { MissingPolicy } from './preparation';

/**
 * Fills the missing values (NaN) of one channel of a series, in place; a channel without any value becomes 0.
 * @param values [steps, channels]
 */
export function fillMissing(
  values: Float32Array,
  channels: number,
  channel: number,
  policy: MissingPolicy,
): void {
  let before = -1;
  for (let i = channel; i < values.length; i += channels) {
    if (Number.isNaN(values[i])) continue;
    if (before < 0 || i - before > channels) fillGap(values, channels, before, i, channel, policy);
    before = i;
  }
  if (before !== lastOf(values, channels, channel)) fillGap(values, channels, before, -1, channel, policy);
}

/** Fills what lies between two elements that are there; −1 where there is none on that side. */
function fillGap(
  values: Float32Array,
  channels: number,
  before: number,
  after: number,
  channel: number,
  policy: MissingPolicy,
): void {
  const start = before < 0 ? channel : before + channels;
  const end = after < 0 ? values.length : after;
  const left = values[before < 0 ? after : before] ?? 0;
  const right = values[after < 0 || policy === 'last' ? (before < 0 ? after : before) : after] ?? 0;
  for (let i = start; i < end; i += channels) {
    const share = before < 0 || after < 0 ? 0 : (i - before) / (after - before);
    values[i] = policy === 'zero+mask' ? 0 : left + share * (right - left);
  }
}

/** Index of a channel's last element. */
function lastOf(values: Float32Array, channels: number, channel: number): number {
  return values.length - channels + channel;
}
