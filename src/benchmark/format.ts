/** Readable numbers: the same in the page, in Markdown and on the command line. */

const none = '–';

/** Milliseconds with three significant digits, in seconds from 10 s on. */
export function formatTime(milliseconds: number | null): string {
  if (milliseconds === null) return none;
  return milliseconds >= 10_000 ? `${digits(milliseconds / 1000)} s` : `${digits(milliseconds)} ms`;
}

export function formatBytes(bytes: number | null): string {
  if (bytes === null) return none;
  const units = ['B', 'KiB', 'MiB', 'GiB'];
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(bytes) / 10));
  return `${digits(bytes / 1024 ** power)} ${units[power]}`;
}

export function formatCount(count: number | null): string {
  return count === null ? none : count.toLocaleString('en');
}

export function formatSpeedUp(ratio: number | null): string {
  return ratio === null ? none : `${digits(ratio)}×`;
}

export function formatError(error: number | null): string {
  return error === null ? none : error.toExponential(1);
}

/** Operations or bytes per second, with a prefix. */
export function formatRate(perSecond: number, unit: string): string {
  const prefixes = ['', 'k', 'M', 'G', 'T', 'P'];
  const power = perSecond < 1 ? 0 : Math.min(prefixes.length - 1, Math.floor(Math.log10(perSecond) / 3));
  return `${digits(perSecond / 1000 ** power)} ${prefixes[power]}${unit}`;
}

/** Three significant digits, or more if the integer part has more. */
function digits(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return value.toPrecision(3).replace(/\.?0+$/, '') || '0';
}
