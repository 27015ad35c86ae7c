import { DataError } from '../errors';
import { channelFactor, missingPolicies, type Preparation, scalings } from './preparation';

type Check = (value: unknown) => boolean;

const isNumber: Check = Number.isFinite;
const isPositive: Check = (value) => isNumber(value) && (value as number) > 0;
const isListOf =
  (isOne: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(isOne);
const isOneOf =
  (names: readonly unknown[]): Check =>
  (value) =>
    names.includes(value);
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const isRecordOf =
  (checks: Record<string, Check>): Check =>
  (value) =>
    typeof value === 'object' && value !== null && faultOf(value, checks) === undefined;

/** By hand, since the training page checks the network that comes with it before it can show its answer. */
const checks: Record<keyof Preparation, Check> = {
  scaling: isOneOf(scalings),
  missing: isOneOf(missingPolicies),
  standards: optional(isRecordOf({ means: isListOf(isNumber), deviations: isListOf(isPositive) })),
  differences: optional(isListOf(isPositive)),
  decimation: optional(
    isRecordOf({
      every: (value) => Number.isInteger(value) && (value as number) >= 2 && (value as number) <= 1_000_000,
      keep: isOneOf(['mean', 'peak']),
    }),
  ),
};

/** The first key whose value is not right, or that is not known. */
function faultOf(value: object, known: Record<string, Check>): string | undefined {
  const given = value as Record<string, unknown>;
  const wrong = Object.keys(known).find((key) => !known[key]?.(given[key]));
  return wrong ?? Object.keys(given).find((key) => !Object.hasOwn(known, key));
}

/**
 * Checks a preparation that comes from a file.
 * @param seen channels of the model, those that the preparation adds included.
 * @throws DataError that names what is unknown or does not fit.
 */
export function checkPreparation(value: unknown, seen: number): Preparation {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  const fault = isObject ? faultOf(value, checks) : 'it';
  if (fault !== undefined) {
    const given = isObject ? (value as Record<string, unknown>)[fault] : value;
    throw new DataError(
      `The preparation of the series is unknown to this version: ${fault} is ${JSON.stringify(given)}. ` +
        'Load the model with the version that wrote it, or a newer one.',
    );
  }
  const preparation = value as Preparation;
  const channels = seen / channelFactor(preparation);
  const { scaling, standards, differences } = preparation;
  const lists = [standards?.means, standards?.deviations, differences].filter((list) => list !== undefined);
  const wrong = lists.find(({ length }) => length !== channels);
  if (!Number.isInteger(channels) || wrong) {
    throw new DataError(
      `The preparation of the series does not fit the model: it makes ${channelFactor(preparation)} channels of one and has ` +
        `numbers for ${wrong?.length ?? 'any'}, but the model sees ${seen}.`,
    );
  }
  if ((scaling === 'standardise') !== (standards !== undefined)) {
    throw new DataError(
      `The preparation of the series has the scaling "${scaling}" ${standards ? 'and' : 'but no'} "standards".`,
    );
  }
  return preparation;
}
