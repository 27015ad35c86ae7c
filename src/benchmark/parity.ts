/** Whether a peer's result agrees with the reference. */

/** A result by the names of its parts, which `reference.ts` lists. */
export type Outputs = Record<string, ArrayLike<number>>;

export interface Parity {
  ok: boolean;
  /** The largest ‖out − ref‖₂ / ‖ref‖₂ of all parts; null where it is not a number, or nothing was compared. */
  error: number | null;
}

/** The largest relative error at which a part still counts as right: float32 against float64. */
export const tolerances = { forward: 1e-5, train: 1e-4 } as const;

/**
 * Compares all parts. A part of the reference may stand for the rows of a batch that repeats it.
 *
 * @returns the verdict and, where it is bad, what is wrong.
 */
export function compare(
  actual: Outputs,
  expected: Outputs,
  tolerance: number,
): { parity: Parity; reason: string | null } {
  let worst = { name: '', error: 0 };
  for (const [name, values] of Object.entries(expected)) {
    const error = relativeError(actual[name] ?? [], values);
    if (!(error <= worst.error)) worst = { name, error };
  }
  const { name, error } = worst;
  if (error <= tolerance) return { parity: { ok: true, error }, reason: null };
  const finite = Number.isFinite(error);
  const found = finite
    ? `is off by ${error.toExponential(1)}, relative`
    : 'is missing, or has a NaN or the wrong size';
  return {
    parity: { ok: false, error: finite ? error : null },
    reason: `'${name}' ${found}; at most ${tolerance.toExponential()} is allowed`,
  };
}

/**
 * ‖actual − expected‖₂ / ‖expected‖₂, where `expected` is repeated as often as it fits into `actual`; infinity if
 * there is a NaN or an infinity, or the sizes do not match.
 */
export function relativeError(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (actual.length === 0 || actual.length % expected.length !== 0) return Number.POSITIVE_INFINITY;
  let difference = 0;
  let norm = 0;
  for (let index = 0; index < actual.length; index++) {
    const wanted = expected[index % expected.length] as number;
    difference += ((actual[index] as number) - wanted) ** 2;
    norm += wanted ** 2;
  }
  const error = Math.sqrt(norm === 0 ? difference : difference / norm);
  return Number.isFinite(error) ? error : Number.POSITIVE_INFINITY;
}
