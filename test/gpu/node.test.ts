/** Kernels and trainer in Node, on Dawn: as in the browsers, on the driver that lies beside Chromium. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AdapterName } from '../../src/browser/adapters';
import { provideAdapter } from '../../src/node/adapter';
import { releaseWebGPU } from '../../src/node/webgpu';
import { compareWithStock } from '../pages/reuse';
import { trainRepeatedly } from '../pages/training';
import type { CaseReport, ParityCase } from '../parity/definition';
import { DeviceUnderTest } from '../parity/device';
import { goldenParityCases } from '../parity/golden-cases';
import { namedCases } from '../parity/named-cases';
import { randomCases } from '../parity/random-cases';
import { passed, summary, tableLines } from '../parity/report';
import { runCase } from '../parity/run';

/** The seed decides which of the cases run; `npm run parity -- --runtime node` runs all. */
const seed = Number(process.env.GATEWAVE_TEST_SEED ?? 1);
const oneOf = 12;
/** Cases that SwiftShader compiles for about ten seconds each. */
const leftOut = ['widest', 'long'];

const golden = readFileSync(new URL('../fixtures/torch_float64.json', import.meta.url), 'utf8');
const cases = [
  ...namedCases(),
  ...goldenParityCases(golden, 'torch_float64.json', ['auto']),
  ...randomCases(seed, oneOf),
].filter(({ name }, i) => (i + seed) % oneOf === 0 && !leftOut.includes(name));

let adapter: AdapterName;

beforeAll(async () => {
  // Elsewhere Dawn knows no drivers but the system's.
  adapter = await provideAdapter(process.platform === 'linux' ? 'swiftshader' : 'auto', console.log);
});
afterAll(releaseWebGPU);

describe('in Node the kernels agree with the float64 reference', () => {
  let device: DeviceUnderTest;
  const reports: CaseReport[] = [];
  beforeAll(async () => {
    device = await DeviceUnderTest.open();
  });
  afterAll(() => {
    console.log(
      `${adapter} in Node, ${reports.length} of ${cases.length}: ${summary(reports)}; seed ${seed}`,
    );
  });

  it.each(cases.map((each) => [title(each), each] as const))('%s', async (_, parityCase) => {
    const report = await runCase(parityCase, device);
    reports.push(report);
    expect(report.skipped).toBeUndefined();
    expect(passed(report), tableLines(adapter, parityCase, report).join('\n')).toBe(true);
  });
});

describe('training in Node', () => {
  it('has the same bits for the same seed, goes on after a stop, and leaves nothing behind', async () => {
    const { first, second, resumed, leaked } = await trainRepeatedly();
    expect(first).toHaveLength(21);
    expect(first.every(Number.isFinite)).toBe(true);
    expect(second).toEqual(first);
    expect(resumed).toEqual(first);
    expect(leaked).toEqual({ tensors: 0, bytes: 0 });
  });
});

describe('what tf.js makes anew for every dispatch and need not', () => {
  it('changes no bit, and is let go with the backend', async () => {
    const { ours, theirs, kept } = await compareWithStock();
    expect(ours).toEqual(theirs);
    expect(ours.slice(-8)).toEqual([2, 7, 1, Infinity, -Infinity, -Infinity, 3, 1]);
    expect(kept.before).toBeGreaterThan(0);
    expect(kept.after).toBe(0);
  });
});

function title(parityCase: ParityCase): string {
  const layout = 'layout' in parityCase ? `, ${parityCase.layout}` : '';
  return `${parityCase.op}, ${parityCase.name}${layout}`;
}
