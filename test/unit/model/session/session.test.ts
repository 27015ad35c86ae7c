import { memory } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import type { RunConfig } from '../../../../src/data/config';
import { subset } from '../../../../src/data/dataset';
import { generateSineDataset } from '../../../../src/data/sine-dataset';
import { classificationReport } from '../../../../src/model/report/metrics/report';
import { Session } from '../../../../src/model/session/session';
import type { StartEvent, TrainingEvent } from '../../../../src/model/training/events';
import { expectClose } from '../../../support/numeric';
import { smallConfig } from '../../../support/small-session';

const config: RunConfig = smallConfig;

async function open(): Promise<Session> {
  const session = new Session();
  await session.initialise('cpu');
  return session;
}

async function trained(changes: Partial<RunConfig> = {}): Promise<Session> {
  const session = await open();
  await session.generate(config, 3);
  await session.train({ ...config, ...changes }, () => {});
  return session;
}

describe('Session', () => {
  it('falls back to the CPU where there is no WebGPU, and says why', async () => {
    const device = await new Session().initialise('auto');
    expect(device).toMatchObject({ backend: 'cpu', adapter: 'JavaScript' });
    expect(device.fallbackReason).toMatch(/no WebGPU/);
    await expect(new Session().initialise('webgpu')).rejects.toThrow(/no WebGPU/);
  });

  it('trains on generated data and reports what it did', async () => {
    const session = await open();
    expect(await session.generate(config, 3)).toMatchObject({ count: 60, time: 20, channels: 1 });
    const events: TrainingEvent[] = [];
    const summary = await session.train(config, (event) => events.push(event));
    expect(summary).toMatchObject({
      reason: 'finished',
      epochs: 2,
      steps: 12,
      seed: 3,
      parameters: 251,
      sizes: { train: 42, validation: 6, test: 12 },
      recipe: { name: 'robust', units: 4, epochs: 2, scaling: 'max' },
    });
    expect(events[0]).toMatchObject({ type: 'start', backend: 'cpu', parameters: 251 });
    expect(events.at(-1)).toMatchObject({ type: 'end', reason: 'finished' });
    const best = events
      .filter((event) => event.type === 'epoch')
      .find(({ epoch }) => epoch === summary.bestEpoch);
    expect(summary.validationLoss).toBe(best?.validationLoss);
  });

  it('gives the best model so far while a run goes on, with the weights that remain at its end', async () => {
    const session = await open();
    await session.generate(config, 3);
    const asked: ReturnType<Session['bestModel']>[] = [];
    const { bestEpoch } = await session.train({ ...config, epochs: 3 }, (event) => {
      if (event.type === 'epoch' && event.improved) asked.push(session.bestModel());
      if (event.type === 'start') asked.push(session.bestModel());
    });
    expect(bestEpoch).toBeGreaterThan(0);
    const models = await Promise.all(asked);
    expect(models[0]).toBeNull();
    const { modelJson, weightsBin } = await session.exportModel();
    expect(models.at(-1)).toEqual({ modelJson, weightsBin });
  });

  it('has nothing to tune on the CPU, and no variants to report', async () => {
    const session = await trained();
    expect(await session.tune(config)).toEqual({ ops: [], remembered: {} });
    expect((await session.train(config, () => {})).variants).toEqual({});
  });

  it('predicts the parts with probabilities, attention and the loss that training saw', async () => {
    const session = await open();
    await session.generate(config, 3);
    const summary = await session.train(config, () => {});
    const { probabilities, attention, loss, count, outputs } = await session.predict('validation');
    expect(loss).toBeCloseTo(summary.validationLoss!, 6);
    expect([count, outputs, probabilities.length, attention.length]).toEqual([6, 1, 6, 120]);
    const { labels, classNames, regions } = await session.part('validation');
    expect(regions).toHaveLength(6);
    expect(classificationReport({ labels, probabilities, classNames }).accuracy).toBeCloseTo(
      summary.validationAccuracy!,
      6,
    );
    for (let row = 0; row < 6; row++) {
      const sum = attention.subarray(row * 20, (row + 1) * 20).reduce((total, weight) => total + weight, 0);
      expect(sum).toBeCloseTo(1, 5);
    }
  });

  it('trains on any other data the same way, three classes too', async () => {
    const session = await open();
    const sines = generateSineDataset(config, 3);
    const labels = sines.labels.map((label, i) => (i % 5 === 0 ? 2 : label));
    const { about: _about, regions: _regions, ...rest } = sines;
    await session.load({ ...rest, labels, classNames: ['flat', 'whole', 'odd'] });
    const summary = await session.train({ ...config, score: 'dot' }, () => {});
    expect(summary.reason).toBe('finished');
    const { probabilities, outputs } = await session.predict('test');
    expect(outputs).toBe(3);
    expect(probabilities[0]! + probabilities[1]! + probabilities[2]!).toBeCloseTo(1, 5);
  });

  it('tests on a part that is given, and validates on a share of the rest', async () => {
    const session = await open();
    const test = generateSineDataset({ ...config, dataset_size: 10, num_points: 30 }, 9);
    await session.load(generateSineDataset(config, 3), { test });
    // Patience has to be told when to end: a fifth validates, however few that are.
    const patient = { ...config, patience: 2 };
    const split = await session.split(patient);
    expect([split.train.count, split.validation.count, split.test.count]).toEqual([48, 12, 10]);
    expect((await session.train(patient, () => {})).sizes).toEqual({ train: 48, validation: 12, test: 10 });
    expect(await session.predict('test')).toEqual(await session.predict(test));
    await expect(session.load(test, { test: { ...test, classNames: ['a', 'b'] } })).rejects.toThrow(
      'The test part has the classes a, b, but the series to train on have 0, 1.',
    );
  });

  it('trains on all series of a small file, and says so', async () => {
    const session = await open();
    const small = generateSineDataset({ ...config, dataset_size: 39 }, 3);
    const test = generateSineDataset({ ...config, dataset_size: 10 }, 9);
    await session.load(small, { test });
    const events: TrainingEvent[] = [];
    const summary = await session.train({ ...config, recipe: 'general', steps: 2 }, (event) =>
      events.push(event),
    );
    expect(summary).toMatchObject({ sizes: { train: 39, validation: 0, test: 10 }, kept: 'last' });
    expect((await session.split({ ...config, recipe: 'general' })).validation.count).toBe(0);
    expect((await session.part('validation')).count).toBe(0);
    expect((await session.predict('validation')).count).toBe(0);
    const start = events.find(({ type }) => type === 'start') as StartEvent;
    expect(start.reasons.join()).toContain('With 39 series to train on, too few could be held back');

    const larger = generateSineDataset({ ...config, dataset_size: 197 }, 3);
    await session.load(larger, { test });
    expect((await session.split(config)).validation.count).toBe(0);
    await session.load(generateSineDataset({ ...config, dataset_size: 198 }, 3), { test });
    expect((await session.split(config)).validation.count).toBe(40);
    await session.load(larger);
    expect((await session.split(config)).test.count).toBe(39);

    await session.load(small, { test, validation: test });
    expect((await session.train(config, () => {})).sizes).toEqual({ train: 39, validation: 10, test: 10 });
  });

  it('trains on series of several lengths, with missing values and levels of their own, and takes its preparation along', async () => {
    const session = await open();
    const sines = generateSineDataset(config, 3);
    const lengths = Int32Array.from({ length: 60 }, (_, i) => 8 + (i % 13));
    const series = sines.series.map((value, i) => {
      const [row, step] = [Math.floor(i / 20), i % 20];
      if (step >= lengths[row]!) return 0;
      return step === 3 ? Number.NaN : 300 + value;
    });
    const dataset = { ...sines, series, lengths };
    await session.load(dataset);
    const { epochs: _epochs, ...general } = { ...config, steps: 12, difference: 'on' as const };
    const events: TrainingEvent[] = [];
    const summary = await session.train(general, (event) => events.push(event));
    expect(summary.recipe.name).toBe('general');
    expect(summary.steps).toBeGreaterThanOrEqual(12);
    const start = events.find(({ type }) => type === 'start') as StartEvent;
    expect(start.reasons.join()).toContain('7.2 % of the values are missing');
    const expected = await session.predict(dataset);
    expect(expected.probabilities.every(Number.isFinite)).toBe(true);
    expect(await session.modelInfo()).toMatchObject({ channels: 1, time: 20 });

    const other = await open();
    const { safetensors } = await session.exportModel();
    await other.importModel({ kind: 'weights', bytes: safetensors });
    expect(await other.modelInfo()).toEqual(await session.modelInfo());
    const last = await other.predict(subset(dataset, [59]));
    expectClose('probability', expected.probabilities.subarray(59), last.probabilities, 1e-6);
    const inspection = await other.inspect(series.slice(59 * 20, 59 * 20 + lengths[59]!));
    expectClose('inspected', inspection.probabilities, last.probabilities, 1e-6);
    expectClose('attention', inspection.attention, last.attention.subarray(0, lengths[59]), 1e-6);
  });

  it.each([{}, { score: 'dot' as const, recipe: 'article' as const }])(
    'predicts the same from either of its files, with %o',
    async (changes) => {
      const session = await trained(changes);
      const data = generateSineDataset({ ...config, dataset_size: 10 }, 9);
      const expected = await session.predict(data);
      const files = await session.exportModel();
      const other = await open();
      const info = await other.importModel({ kind: 'tfjs', ...files });
      expect(info).toEqual(await session.modelInfo());
      expect(await other.predict(data)).toEqual(expected);
      expect(await other.importModel({ kind: 'weights', bytes: files.safetensors })).toEqual(info);
      const { probabilities } = await other.predict(data);
      expectClose('probabilities', probabilities, expected.probabilities, 1e-6);
    },
  );

  it('predicts in batches what it predicts at once', async () => {
    const session = await trained();
    const data = generateSineDataset({ ...config, dataset_size: 600 }, 9);
    const { probabilities, attention } = await session.predict(data);
    const last = await session.predict(subset(data, [599]));
    expectClose('probability', probabilities.subarray(599), last.probabilities, 1e-6);
    expectClose('attention', attention.subarray(599 * 20), last.attention, 1e-6);
  });

  it('can be stopped, keeps a usable model, and trains again', async () => {
    const session = await open();
    await session.generate(config, 3);
    const long = { ...config, epochs: 1000 };
    const summary = await session.train(long, (event) => {
      if (event.type === 'steps') void session.stop();
    });
    expect(summary.reason).toBe('stopped');
    expect((await session.predict('test')).count).toBe(12);
    expect((await session.train(config, () => {})).reason).toBe('finished');
  });

  it('frees its memory from run to run', async () => {
    const session = await trained();
    const before = memory().numTensors;
    await session.train(config, () => {});
    await session.predict('test');
    expect(memory().numTensors).toBe(before);
  });

  it('states the memory beforehand and refuses what the device cannot hold', async () => {
    const session = await open();
    await session.generate({ ...config, dataset_size: 20 }, 3);
    const small = await session.plan(config);
    expect(small).toMatchObject({ fits: true, parameters: 251, dispatchesPerStep: null });
    expect(small.bytes).toBeGreaterThan(small.largestBuffer);
    const series = new Float32Array(20 * 100_000);
    const labels = Int32Array.from({ length: 20 }, (_, i) => i % 2);
    await session.load({ count: 20, time: 100_000, channels: 1, series, labels, classNames: ['0', '1'] });
    const large = { ...config, batch_size: 16, units: 256, decimate: 'none' as const };
    expect(await session.plan(large)).toMatchObject({ fits: false });
    await expect(session.train(large, () => {})).rejects.toThrow(
      /batch of 16 series of 100000 steps with 256 units needs about [\d.]+ MiB.* Use a smaller batch, fewer time steps or fewer units/,
    );
  });

  describe('says what is missing or wrong:', () => {
    it('the order of calls', async () => {
      const session = new Session();
      await expect(session.plan(config)).rejects.toThrow('initialise it first');
      await session.initialise('cpu');
      await expect(session.train(config, () => {})).rejects.toThrow('no data set yet');
      await expect(session.exportModel()).rejects.toThrow('no model yet');
      await session.generate(config, 3);
      await expect(session.part('test')).rejects.toThrow('no parts yet');
    });

    it('two runs at once', async () => {
      const session = await open();
      await session.generate(config, 3);
      const first = session.train(config, () => {});
      await expect(session.train(config, () => {})).rejects.toThrow('going on');
      await first;
    });

    it('data of one class, or too few', async () => {
      const session = await open();
      const data = generateSineDataset(config, 3);
      await session.load({ ...data, labels: data.labels.map(() => 1) });
      await expect(session.train(config, () => {})).rejects.toThrow('one class only');
      await session.load(subset(data, [0, 1, 2, 3]));
      await expect(session.train(config, () => {})).rejects.toThrow('only 4 series');
    });

    it('data that do not fit the model', async () => {
      const session = await trained();
      const data = generateSineDataset(config, 3);
      await expect(session.predict({ ...data, time: 10, channels: 2 })).rejects.toThrow(
        'takes series of 1 values per step, but these have 2',
      );
      await expect(session.predict({ ...data, classNames: ['a', 'b'] })).rejects.toThrow(
        'knows the classes 0, 1, but the data have a, b',
      );
    });

    it('files that are not a model', async () => {
      const session = await open();
      const weightsBin = new Uint8Array();
      const load = (modelJson: string) => session.importModel({ kind: 'tfjs', modelJson, weightsBin });
      await expect(load('{')).rejects.toThrow('model.json is not JSON text');
      await expect(load('{}')).rejects.toThrow('needs modelTopology and weightsManifest');
      const { modelJson } = await (await trained()).exportModel();
      await expect(load(modelJson)).rejects.toThrow(/weights.bin has 0 bytes, but the model needs 1004/);
      const bytes = new Uint8Array(3);
      await expect(session.importModel({ kind: 'weights', bytes })).rejects.toThrow(
        'none of the formats that can be read',
      );
    });
  });
});
