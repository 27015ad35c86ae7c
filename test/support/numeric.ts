/** ‖actual − expected‖₂ / ‖expected‖₂ (‖actual‖₂ where all expected are 0). Infinity with any NaN or infinity. */
export function relativeError(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  checkLength(actual, expected);
  let difference = 0;
  let norm = 0;
  for (let index = 0; index < expected.length; index++) {
    difference += (actual[index]! - expected[index]!) ** 2;
    norm += expected[index]! ** 2;
  }
  const error = Math.sqrt(norm === 0 ? difference : difference / norm);
  return Number.isFinite(error) ? error : Number.POSITIVE_INFINITY;
}

/** The largest |actual − expected| and where it is. Infinity at the first NaN or infinity. */
export function largestError(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
): { error: number; index: number } {
  checkLength(actual, expected);
  let largest = { error: 0, index: 0 };
  for (let index = 0; index < expected.length; index++) {
    const error = Math.abs(actual[index]! - expected[index]!);
    if (!Number.isFinite(error)) return { error: Number.POSITIVE_INFINITY, index };
    if (error > largest.error) largest = { error, index };
  }
  return largest;
}

/** Throws unless the relative error is at most `tolerance`; the message has both errors and the worst element. */
export function expectClose(
  name: string,
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  tolerance: number,
): void {
  const relative = relativeError(actual, expected);
  if (relative <= tolerance) return;
  const { error, index } = largestError(actual, expected);
  throw new Error(
    `${name}: relative error ${relative.toExponential(2)}, allowed ${tolerance}; the largest element error is ` +
      `${error.toExponential(2)} at ${index}: ${actual[index]} instead of ${expected[index]}`,
  );
}

/** `expectClose` for every name; both must have the same names. */
export function expectAllClose(
  actual: Record<string, ArrayLike<number>>,
  expected: Record<string, ArrayLike<number>>,
  tolerance: number,
): void {
  const [names, expectedNames] = [actual, expected].map((values) => Object.keys(values).sort().join(', '));
  if (names !== expectedNames) throw new Error(`results are ${names}, expected ${expectedNames}`);
  for (const [name, values] of Object.entries(expected)) expectClose(name, actual[name]!, values, tolerance);
}

function checkLength(actual: ArrayLike<number>, expected: ArrayLike<number>): void {
  if (actual.length !== expected.length) {
    throw new Error(`${actual.length} values cannot be compared with ${expected.length}`);
  }
}
