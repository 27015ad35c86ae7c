/** Our kernels against the float64 reference. */
import gruGolden from '../../test/fixtures/gru_float64.json?raw';
import torchGolden from '../../test/fixtures/torch_float64.json?raw';
import type { CaseReport, ParityCase } from '../../test/parity/definition';
import { DeviceUnderTest } from '../../test/parity/device';
import { goldenParityCases } from '../../test/parity/golden-cases';
import { namedCases } from '../../test/parity/named-cases';
import { randomCases } from '../../test/parity/random-cases';
import { passed, summary, tableLines } from '../../test/parity/report';
import { runCase } from '../../test/parity/run';
import { say } from '../records';

/** Cases of the first round, spread over all kinds; the rest follows while there is time. */
const FIRST = 40;

/** @param seconds after which no case is begun. Prints a line after the first round and one at the end. */
export async function measureParity(seed: number, seconds: number): Promise<void> {
  const device = await DeviceUnderTest.open();
  const cases = spread([
    ...namedCases(),
    ...goldenParityCases(torchGolden, 'torch_float64.json', ['auto']),
    ...goldenParityCases(gruGolden, 'gru_float64.json', ['auto']),
    ...randomCases(seed, 40),
  ]);
  const began = performance.now();
  const elapsed = () => (performance.now() - began) / 1000;
  const reports: CaseReport[] = [];
  const failures: string[] = [];
  const report = () =>
    say({
      part: 'parity',
      seed,
      cases: reports.length,
      of: cases.length,
      failed: reports.filter((each) => !passed(each)).length,
      summary: summary(reports),
      failures,
      seconds: elapsed(),
    });
  for (const parityCase of cases) {
    if (reports.length === FIRST) report();
    if (elapsed() > seconds) break;
    const result = await runCase(parityCase, device);
    reports.push(result);
    failures.push(...tableLines('', parityCase, result).filter((line) => line.includes('FAILED')));
  }
  report();
}

/** The same cases, such that the first ones are from everywhere. */
function spread(cases: ParityCase[]): ParityCase[] {
  const stride = Math.ceil(cases.length / FIRST);
  return Array.from({ length: stride }, (_, first) => cases.filter((_, i) => i % stride === first)).flat();
}
