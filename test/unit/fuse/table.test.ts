/** A table of random models: tf.js's own layers against the fused ones, on the backend 'cpu'. */
import { describe, expect, it } from 'vitest';

import { fuseCase, pastFailures } from '../../support/fuse-cases';
import { compareFused } from '../../support/fuse-compare';
import { type FuseRow, summary } from '../../support/fuse-summary';
import { useCpu } from '../model/setup';

const first = Number(process.env.GATEWAVE_TEST_SEED ?? 1);
const seeds = [...pastFailures, ...Array.from({ length: 300 }, (_, i) => first + i)];

describe('the fused model is the stock one', () => {
  useCpu();

  it(`in ${seeds.length} random configurations from seed ${first}`, { timeout: 240_000 }, async () => {
    const rows: FuseRow[] = [];
    for (const seed of seeds) {
      const c = fuseCase(seed);
      const largest = { output: 0, gradient: 0 };
      for (const { name, isGradient, error } of await compareFused(c)) {
        const found = `${name}: error ${error} in ${JSON.stringify(c)}`;
        expect(error !== null && error <= (isGradient ? 1e-4 : 1e-5), found).toBe(true);
        const kind = isGradient ? 'gradient' : 'output';
        largest[kind] = Math.max(largest[kind], error!);
      }
      rows.push({ c, ...largest });
    }
    console.log(summary(rows));
  });
});
