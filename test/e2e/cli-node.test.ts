/** The command without a browser, on the driver that lies beside Chromium. */
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setBackend } from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readModel } from '../../src/cli/model-files';
import { presetConfigs } from '../../src/data/presets';
import { attentionAgreement } from '../../src/model/explain/agreement';
import { occlude } from '../../src/model/explain/occlusion';
import type { SeriesOcclusion, SeriesPrediction } from '../../src/model/report/predictions-file';
import { loadModel } from '../../src/model/weights/load-model';
import { classifierReference } from '../support/classifier-reference';
import { expectRefusal, finish, type Outcome, tiny, Workshop } from '../support/command';
import { expectClose } from '../support/numeric';

const workshop = new Workshop();
const inNode = ['--runtime', 'node', '--adapter', 'swiftshader'];
/** How a run is stopped does not depend on what computes, and SwiftShader would compile kernels for each. */
const onProcessor = ['--runtime', 'node', '--backend', 'cpu'];

beforeAll(async () => {
  workshop.write('tiny.json', tiny);
  workshop.write('endless.json', { ...tiny, epochs: 10_000, patience: 10_000 });
  await workshop.run('generate', '--config', 'endless.json', '--out', 'series.csv');
});
afterAll(() => workshop.remove());

describe.runIf(process.platform === 'linux')('in Node', () => {
  describe('train, evaluate, predict', () => {
    let trained: Outcome;
    beforeAll(async () => {
      // The preset's network, on a twelfth of its series: a whole run would take minutes here.
      const less = { ...presetConfigs.quick, dataset_size: 160 };
      workshop.write('quick.json', less);
      const given = ['--config', 'quick.json', '--epochs', '2', '--out', 'run'];
      trained = await workshop.run('train', ...inNode, ...given);
      await workshop.run('generate', '--config', 'quick.json', '--seed', '1', '--out', 'others.csv');
    }, 300_000);

    it('say where they run, and nothing on standard error', () => {
      expect(trained.errors).toBe('');
      expect(trained.code).toBe(0);
      const version = process.versions.node;
      expect(trained.out).toMatch(/^Device {3}webgpu on swiftshader \(google swiftshader .*\), Node\.js\//);
      expect(workshop.readJson('run', 'report.json')).toMatchObject({
        node: { version: `Node.js/${version}`, adapter: 'swiftshader' },
        reason: 'finished',
        epochs: 2,
      });
    });

    it('write what they write from a browser', () => {
      const files = /^Written to run: (.*)$/m.exec(trained.out)?.[1]?.split(', ');
      expect(files).toHaveLength(14);
      for (const file of files ?? [])
        expect(readFileSync(workshop.at('run', file)).length).toBeGreaterThan(0);
      const png = readFileSync(workshop.at('run', 'attention-normal.png'));
      expect([16, 20].map((place) => png.readUInt32BE(place))).toEqual([1600, 824]);
    });

    it('go on with a model from there', async () => {
      const given = ['--model', 'run', '--data', 'others.csv'];
      const predicted = await workshop.run('predict', ...inNode, ...given, '--out', 'predictions.json');
      expect(predicted).toMatchObject({ code: 0, out: expect.stringMatching(/^Wrote predictions for 160/) });
      expect(workshop.readJson('predictions.json')).toHaveLength(160);
    });

    it('explain what they predict, as the reference does', async () => {
      const lines = workshop.read('series.csv').split('\n').slice(0, 5);
      workshop.write('few.csv', `${lines.join('\n')}\n`);
      await workshop.run('train', ...onProcessor, '--config', 'tiny.json', '--out', 'tiny');
      // A wave that goes on is what it was, and leaves nothing but rounding to compare.
      const given = ['--model', 'tiny', '--data', 'few.csv', '--explain', '--hide-fill', 'mean'];
      const explained = await workshop.run('predict', ...inNode, ...given, '--out', 'explained.json');
      expect(explained.code, explained.errors).toBe(0);
      // Two steps of 24 at a time, one after another: 23 stretches, and the whole series.
      expect(explained.out).toContain(
        '5 series, of each a tenth hidden at a time (mean), 120 forward passes',
      );
      await setBackend('cpu');
      const { classifier } = await loadModel(await readModel(workshop.at('tiny'), undefined));
      const rows = workshop.readJson<(SeriesPrediction & SeriesOcclusion)[]>('explained.json');
      for (const [row, line] of lines.entries()) {
        const values = Float32Array.from(line.split(',').slice(1), Number);
        const largest = Math.max(...values.map(Math.abs));
        const series = values.map((value) => value / largest);
        const [expected] = await occlude(
          { count: 1, time: 24, channels: 1, series },
          async (batch) => {
            const logits = await Promise.all(
              Array.from({ length: batch.count }, async (_, i) => {
                const variant = batch.series.subarray(24 * i, 24 * i + 24);
                return (await classifierReference(classifier, variant)).logits[0] as number;
              }),
            );
            return Float32Array.from(logits);
          },
          { fill: 'mean' },
        );
        const { predicted, occlusion, strongest, attention, agreement } = rows[row]!;
        expect(Number(predicted)).toBe(expected?.answer);
        expectClose('effect', occlusion, expected!.effect, 1e-3);
        const most = expected!.hidden.reduce((a, b) => (b.fall > a.fall ? b : a));
        expect(strongest.probability).toBeCloseTo(most.probability, 5);
        expect(agreement).toBeCloseTo(attentionAgreement(attention, expected!) as number, 1);
      }
      classifier.dispose();
    });
  });

  /** Trains without end; resolves after the first line of an epoch that a test waits for. */
  async function startEndless(
    out: string,
    ready: () => boolean,
  ): Promise<{ child: ChildProcess; end: Promise<Outcome> }> {
    const child = workshop.start([
      'train',
      ...onProcessor,
      '--config',
      'endless.json',
      '--out',
      out,
      '--json',
    ]);
    const end = finish(child);
    for await (const line of createInterface({ input: child.stdout! })) {
      if ((JSON.parse(line) as { type: string }).type !== 'epoch' || !ready()) continue;
      setImmediate(() => child.stdout?.resume());
      return { child, end };
    }
    throw new Error(`The training ended by itself: ${(await end).errors}`);
  }

  it('a request to terminate leaves the best model and how far it got', async () => {
    const { child, end } = await startEndless('stopped', () => true);
    child.kill('SIGTERM');
    const { code, errors } = await end;
    expect(errors).toMatch(/^Stopping after the steps in flight/);
    expect(code).toBe(130);
    expect(workshop.readJson('stopped', 'report.json')).toMatchObject({ reason: 'stopped', test: null });
  });

  it('the best model so far outlives a SIGKILL', async () => {
    const isThere = () => {
      try {
        return workshop.read('killed', 'weights.bin').length > 0;
      } catch {
        return false;
      }
    };
    const { child, end } = await startEndless('killed', isThere);
    child.kill('SIGKILL');
    await end;
    const evaluated = await workshop.run(
      'evaluate',
      ...onProcessor,
      '--model',
      'killed',
      '--data',
      'series.csv',
    );
    expect(evaluated.code).toBe(0);
    // tf.js would advertise its native backend.
    expect(evaluated.errors).not.toContain('TensorFlow');
    expect(evaluated.out).toMatch(/^Device {3}cpu \(JavaScript\), Node\.js\//);
  });

  it('a folder that another run writes to is refused', async () => {
    const { child, end } = await startEndless('busy', () => true);
    const second = await workshop.run('train', ...onProcessor, '--config', 'endless.json', '--out', 'busy');
    expectRefusal(second, new RegExp(`^gatewave: Another run, the process ${child.pid}, writes to`));
    child.kill('SIGKILL');
    await end;
  });

  it("an adapter that is a browser's is refused", async () => {
    const outcome = await workshop.run(...['train', '--runtime', 'node', '--adapter', 'firefox']);
    expectRefusal(outcome, /^gatewave: The adapter 'firefox' is a browser's/);
  });
});
