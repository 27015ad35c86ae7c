/** Runs parity cases inside a page, for scripts/parity.ts and test/gpu/parity.test.ts. */
import type { CaseReport, ParityCase } from '../parity/definition';
import { DeviceUnderTest } from '../parity/device';
import { runCase } from '../parity/run';

const device = DeviceUnderTest.open();

export async function run(parityCase: ParityCase): Promise<CaseReport> {
  return runCase(parityCase, await device);
}
