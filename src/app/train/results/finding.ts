import { formatPercent } from '../../shared/format';

/** A flattened test series, and whether the model saw it. */
export interface FlatOutcome {
  row: number;
  /** Steps. */
  length: number;
  /** Departure from the original sine, in amplitudes. */
  departure: number;
  isFound: boolean;
}

/** From this many misses on, one in ten may be an exception to what is said about them. */
const manyMisses = 10;

/** Says in a sentence or two which flats are missed. */
export function describeMisses(flats: readonly FlatOutcome[]): string {
  const missed = flats.filter(({ isFound }) => !isFound);
  if (flats.length === 0) return 'No test series was flattened, so none could be missed.';
  if (missed.length === 0) return `All ${flats.length} flattened series are found.`;
  if (missed.length === flats.length) return `All ${flats.length} flattened series are missed.`;
  const found = flats.filter(({ isFound }) => isFound);
  const bound = (key: 'length' | 'departure') =>
    quantile(
      missed.map((flat) => flat[key]),
      missed.length < manyMisses ? 1 : 0.9,
    );
  // A bound is informative if it excludes a good part of the flats that are found.
  const tellingBound = (key: 'length' | 'departure') => {
    const most = bound(key);
    const isTelling = found.filter((flat) => flat[key] > most).length > found.length / 3;
    return isTelling ? most : Number.POSITIVE_INFINITY;
  };
  const longest = tellingBound('length');
  const farthest = Math.ceil(tellingBound('departure') * 100) / 100;
  const isAlike = (flat: FlatOutcome) => flat.length <= longest && flat.departure <= farthest;
  const ending = missed.length === 1 ? 's' : '';
  const where = [
    Number.isFinite(longest) && `last${ending} at most ${longest} steps`,
    Number.isFinite(farthest) && `depart${ending} from the wave by at most ${farthest.toFixed(2)} amplitudes`,
  ].filter((part) => part !== false);
  const of = `${missed.length} of ${flats.length} flattened series ${missed.length === 1 ? 'is' : 'are'} missed`;
  if (where.length === 0) return `${of}, over all lengths and departures.`;
  const alikeMissed = missed.filter(isAlike).length;
  const alike = flats.filter(isAlike).length;
  const shares = `of the ${alike} like that, ${formatPercent(1 - alikeMissed / alike, 0)} are found, against ${formatPercent(1 - (missed.length - alikeMissed) / (flats.length - alike), 0)} of the others`;
  return `${of}. ${subject(alikeMissed, missed.length)} ${where.join(' and ')}; ${shares}.`;
}

function subject(alike: number, all: number): string {
  if (all === 1) return 'Its frozen stretch';
  if (alike < all) return `${alike} of the misses`;
  return all === 2 ? 'Both' : `All ${all} misses`;
}

/** The smallest of the values that at least `share` of them do not exceed. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(share * sorted.length) - 1] as number;
}
