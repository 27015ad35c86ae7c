/** How the channels of a series are drawn: each in a lane of its own, in a colour of its own. */

/** Colours that the style sheets have, `--channel-1` and so on; further channels begin again. */
const colours = 6;

/** The most channels that a picture has lanes for. */
export const mostLanes = 16;

/** [time] of [time, channels]. */
export function channelOf(series: ArrayLike<number>, channels: number, channel: number): ArrayLike<number> {
  if (channels === 1) return series;
  return Float32Array.from(
    { length: Math.floor(series.length / channels) },
    (_, step) => series[step * channels + channel] as number,
  );
}

/** [channels][time], as many as there are lanes for. */
export function drawnChannels(series: ArrayLike<number>, channels: number): ArrayLike<number>[] {
  return Array.from({ length: Math.min(channels, mostLanes) }, (_, channel) =>
    channelOf(series, channels, channel),
  );
}

/** Gives what is drawn or keyed as the signal the channel's colour; a single channel keeps the signal's own. */
export function signalStyle(channel: number, channels: number): Record<string, string> {
  return channels === 1 ? {} : { '--signal': `var(--channel-${(channel % colours) + 1})` };
}

export interface Lane {
  top: number;
  bottom: number;
}

/** Lanes of one height, one below the other, `gap` apart and as far from both ends. */
export function lanesOf(count: number, height: number, gap: number): Lane[] {
  const size = (height - gap) / count;
  return Array.from({ length: count }, (_, lane) => ({
    top: gap + lane * size,
    bottom: (lane + 1) * size,
  }));
}
