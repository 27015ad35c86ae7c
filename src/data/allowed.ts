/**
 * What the values of a configuration may be. By hand, since a configuration is a flat list of numbers and names, and the
 * training page checks one before it can be used: a schema library would be a third of the script it waits for.
 */
export interface AllowedNumber {
  kind: 'number';
  isWhole: boolean;
  range: readonly [least: number, most: number];
}

export interface AllowedName {
  kind: 'choice';
  /** By the names that are allowed. */
  options: Readonly<Record<string, unknown>>;
}

export type Allowed = AllowedNumber | AllowedName;

export function isAllowed(value: unknown, allowed: Allowed): boolean {
  if (allowed.kind === 'choice') return typeof value === 'string' && Object.hasOwn(allowed.options, value);
  const [least, most] = allowed.range;
  if (typeof value !== 'number' || (allowed.isWhole && !Number.isInteger(value))) return false;
  return value >= least && value <= most;
}

/** For example `a whole number from 1 to 10`. */
export function describeAllowed(allowed: Allowed): string {
  if (allowed.kind === 'choice') {
    const names = Object.keys(allowed.options);
    return `one of ${names.map((name) => `"${name}"`).join(', ')}`;
  }
  const [least, most] = allowed.range;
  return `a ${allowed.isWhole ? 'whole number' : 'number'} from ${least} to ${most}`;
}
