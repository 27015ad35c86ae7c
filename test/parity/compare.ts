import { largestError, relativeError } from '../support/numeric';
import type { Results } from '../support/ops';
import type { Comparison } from './definition';

/** Allowed relative errors of float32 kernels against the float64 reference. */
const tolerances = { forward: 1e-5, training: 1e-5, gradient: 1e-4 };

/**
 * What is accepted of a forward pass on a GPU: WGSL allows exp 3 + 2|x| units in the last place and a division 2.5, which makes
 * some 7e-7 a step, and c amplifies that by 1 / (1 - f).
 */
const HARDWARE_TOLERANCE = 5e-5;

/** The comparison by what is accepted on a GPU. */
export function onHardware(comparison: Comparison): Comparison {
  const tolerance = Math.max(comparison.tolerance, HARDWARE_TOLERANCE);
  const { error } = comparison;
  return { ...comparison, tolerance, passed: error !== null && error <= tolerance };
}

/** Whether a comparison passes only because it was made on a GPU. */
export function passedOnHardwareOnly({ pass, passed, error }: Comparison): boolean {
  return passed && error !== null && error > tolerances[pass];
}

/**
 * Compares all tensors of a pass. A tensor with any NaN or infinity fails, and so does a missing one.
 * @param about the rest of the row
 */
export function compare(
  about: Pick<Comparison, 'op' | 'name' | 'pass' | 'layout' | 'shape'>,
  actual: Results,
  expected: Results,
): Comparison {
  const tolerance = tolerances[about.pass];
  let worst = '';
  let error = 0;
  let largest = 0;
  for (const [name, values] of Object.entries(expected)) {
    const given = actual[name];
    if (!given) throw new Error(`${about.op}: there is no '${name}' among ${Object.keys(actual).join(', ')}`);
    const relative = relativeError(given, values);
    if (worst === '' || relative > error) worst = name;
    error = Math.max(error, relative);
    largest = Math.max(largest, largestError(given, values).error);
  }
  const plain = (value: number) => (Number.isFinite(value) ? value : null);
  return {
    ...about,
    worst,
    error: plain(error),
    largest: plain(largest),
    tolerance,
    passed: error <= tolerance,
  };
}
