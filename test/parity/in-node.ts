/** Runs parity cases in this process, for scripts/parity.ts, which cannot import shaders itself. */
import type { CaseReport, ParityCase } from './definition';
import { DeviceUnderTest } from './device';
import { runCase } from './run';

/** On the adapter that `navigator.gpu` offers now. */
export async function openInNode(): Promise<(parityCase: ParityCase) => Promise<CaseReport>> {
  const device = await DeviceUnderTest.open();
  return (parityCase) => runCase(parityCase, device);
}
