/** A readable duration: `8 s`, `3 min 05 s`, `1 h 12 min`. */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes} min ${String(whole % 60).padStart(2, '0')} s`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
}

/** A share as percent: `99.5 %`. */
export function formatPercent(share: number, digits = 1): string {
  return `${(100 * share).toFixed(digits)} %`;
}

/** A share that may not be known. */
export function percentOf(share: number | null | undefined): string {
  return typeof share === 'number' ? formatPercent(share) : '–';
}

/** An interval of shares: `81.2 % to 90.3 %`. */
export function formatInterval({ low, high }: { low: number; high: number }): string {
  return `${formatPercent(low)} to ${formatPercent(high)}`;
}

/** `1,234,567`. The browser's own way takes up to 70 ms when it is asked first, and some later. @param count whole. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `12.3 MiB`. */
export function formatBytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(1)} MiB`;
}

/** A list for a sentence, cut after a few. */
export function listOf(words: readonly string[], most = 4): string {
  if (words.length <= most) return words.join(', ');
  return `${words.slice(0, most).join(', ')} and ${words.length - most} more`;
}
