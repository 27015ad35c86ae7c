/** The tables of a measurement on a GPU, from the JSON lines that it prints. */
import { describe, expect, it } from 'vitest';
import { reportOf } from '../../../portable/report/report';
import { deviceProfile } from '../../support/device-profile';

const info = {
  part: 'info',
  node: 'v22.0.0',
  platform: 'linux x64',
  device: {
    backend: 'webgpu',
    adapter: 'nvidia ada NVIDIA GeForce RTX 4070',
    compatibility: false,
    features: ['subgroups', 'timestamp-query', 'depth-clip-control'],
    limits: { maxComputeInvocationsPerWorkgroup: 1024, maxComputeWorkgroupStorageSize: 49152 },
  },
  profile: deviceProfile({ lanes: 'units' }),
};
const shape = 'batch 32, 500 steps, 32 units';
const pace = (inARow: number, alone: number) => ({ inARow, alone });
const lines = (...measurements: object[]) => measurements.map((each) => JSON.stringify(each)).join('\n');

describe('the report of a measurement', () => {
  it('puts measured, predicted and PyTorch side by side', () => {
    const text = lines(
      info,
      { part: 'speed', shape, tuned: false, training: pace(2, 4), forward: pace(0.5, 1) },
      { part: 'speed', shape, tuned: true, training: pace(1.25, 3), forward: pace(0.4, 0.9) },
      { part: 'torch-info', torch: '2.9', device: 'NVIDIA GeForce RTX 4070', cudnn: 90100 },
      { part: 'torch', shape, training: 5, forward: 1 },
    );
    const report = reportOf(text, 'results.jsonl');
    expect(report).toContain('Predictions are those for NVIDIA RTX 4070');
    expect(report).toContain('Features: subgroups, timestamp-query; 1024 invocations');
    // By the rule, tuned, alone, predicted, PyTorch, …, PyTorch / ours.
    expect(report).toMatch(
      /\| batch 32, 500 steps, 32 units \| 2 \| 1\.25 \| 3 \| [\d.]+ \| 5 \| – \| – \| 4× \|/,
    );
  });

  it("takes the host's cost for nothing else", () => {
    const text = lines(info, { part: 'host', shape, training: pace(0.2, 0.5), forward: pace(0.7, 0.8) });
    const report = reportOf(text, 'results.jsonl');
    expect(report).toContain(`executes nothing, ${shape}: a training step 0.2 ms (one alone, 0.5)`);
    expect(report).not.toContain('by the wall clock');
  });

  it('finds no prediction for a device that the model does not know, and says so', () => {
    const unknown = { ...info, device: { ...info.device, adapter: 'acme one' } };
    expect(reportOf(lines(unknown), 'a')).toContain('nothing is predicted');
    expect(reportOf(lines(unknown), 'a', 'rtx 4070')).toContain('Predictions are those for NVIDIA RTX 4070');
    expect(() => reportOf(lines(unknown), 'a', 'acme')).toThrow(
      /knows no device like 'acme'. It knows .*4070/,
    );
  });

  it('predicts each kernel by its label', () => {
    const kernel = {
      part: 'kernel',
      shape,
      op: '',
      label: '',
      milliseconds: 0.1,
      flops: 1e8,
      bytes: 1e7,
      source: 'timestamps',
    };
    const report = reportOf(lines(info, kernel), 'a');
    expect(report).toContain('| 100.0 | – | 1000.0 | 100.0 |');
  });

  it('lists what failed, time limits by name', () => {
    const report = reportOf(
      lines(
        info,
        { part: 'exit', command: './node bundle.mjs ceilings', code: 124 },
        { part: 'error', of: 'speed', message: 'no' },
      ),
      'a',
    );
    expect(report).toContain('- speed: no');
    expect(report).toContain('- `./node bundle.mjs ceilings` ended with its time limit');
  });

  it('refuses what is no measurement', () => {
    expect(() => reportOf('', 'empty.jsonl')).toThrow('empty.jsonl has no line "info"');
    expect(() => reportOf(`${JSON.stringify(info)}\n{`, 'cut.jsonl')).toThrow(
      /cut\.jsonl, line 2 is not JSON/,
    );
  });
});
