import fc from 'fast-check';

const seed = Number(process.env.GATEWAVE_TEST_SEED ?? 1);

/** Runs `check` on random cases; a failure prints the seed and the smallest failing case. */
export async function forRandomCases<T>(
  arbitrary: fc.Arbitrary<T>,
  count: number,
  check: (value: T) => void | Promise<void>,
): Promise<void> {
  console.log(`${count} random cases from seed ${seed}; GATEWAVE_TEST_SEED sets another`);
  const property = fc.asyncProperty(arbitrary, async (value) => check(value));
  await fc.assert(property, { seed, numRuns: count });
}
