/** What a session shows for one series, against the float64 reference. */
import { memory } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import type { RunConfig } from '../../../../src/data/config';
import { defaultSineConfig } from '../../../../src/data/sine-config';
import { Classifier, type ClassifierSizes } from '../../../../src/model/network/classifier';
import { type Inspection, inspect } from '../../../../src/model/network/inspection';
import { inspectTyped, typedLogits } from '../../../../src/model/network/typed-classifier';
import { Session } from '../../../../src/model/session/session';
import { RandomStream } from '../../../../src/random';
import { classifierReference } from '../../../support/classifier-reference';
import { expectClose } from '../../../support/numeric';
import { openSmallSession, smallConfig } from '../../../support/small-session';
import { useCpu } from '../setup';

useCpu();

const time = 9;

function randomSeries(length: number): Float32Array {
  const random = new RandomStream(5, 'test');
  return Float32Array.from({ length }, () => random.normal());
}

describe('inspect', () => {
  it.each<Pick<ClassifierSizes, 'score' | 'classes' | 'channels'>>([
    { score: 'additive', classes: 2, channels: 1 },
    { score: 'dot', classes: 2, channels: 2 },
    { score: 'additive', classes: 4, channels: 2 },
    { score: 'dot', classes: 3, channels: 1 },
  ])('is what the reference computes, with %o', async (given) => {
    const sizes = { ...given, units: 4, attentionUnits: given.score === 'dot' ? 0 : 5 };
    const classifier = Classifier.create(sizes, 'torch', 2);
    // As large as training makes them, so that no bias or query is lost among small numbers.
    const initial = await classifier.getWeights();
    classifier.setWeights(new Map([...initial].map(([name, values]) => [name, values.map((v) => 3 * v)])));
    const scaled = randomSeries(time * sizes.channels);
    const before = memory().numTensors;
    const shown = await inspect(classifier, scaled);
    expect(memory().numTensors).toBe(before);
    const typed = { sizes, weights: await classifier.getWeights() };
    const { column, ...expected } = await classifierReference(classifier, scaled);
    for (const one of [shown, inspectTyped(typed, scaled)]) {
      for (const [name, values] of Object.entries(expected)) {
        const actual = one[name as keyof typeof expected];
        expect(actual, name).toHaveLength(values.length);
        expectClose(name, actual, Float64Array.from(values), 1e-5);
      }
      expect(one).toMatchObject({ time, features: 8, prepared: scaled });
      const sum = one.contributions.reduce((total, value) => total + value, one.bias);
      expect(sum).toBeCloseTo(one.logits[column]!, 5);
    }
    // In a batch, padded, a series gets the logits that it gets alone.
    const padded = new Float32Array(2 * (time + 3) * sizes.channels);
    padded.set(scaled, (time + 3) * sizes.channels);
    const lengths = Int32Array.of(time + 3, time);
    const logits = typedLogits(typed, { count: 2, time: time + 3, series: padded, lengths });
    expectClose('logits', logits.subarray(shown.logits.length), Float64Array.from(expected.logits), 1e-5);
    classifier.dispose();
  });
});

describe('Session.inspect', () => {
  const config: RunConfig = { ...smallConfig, epochs: 3 };
  const open = () => openSmallSession(config);

  it('agrees with predict, and scales as the model wants it', async () => {
    const session = await open();
    await session.train(config, () => {});
    const { series } = await session.part('test');
    const { probabilities, attention } = await session.predict('test');
    const shown = await session.inspect(series.slice(0, 20));
    expectClose('probability', shown.probabilities, probabilities.slice(0, 1), 1e-6);
    expectClose('attention', shown.attention, attention.slice(0, 20), 1e-6);
    expect(Math.max(...shown.prepared.map(Math.abs))).toBe(1);
    expect((await session.inspect(series.slice(0, 7))).attention).toHaveLength(7);
  });

  it('shows the current weights while training, and the best ones afterwards', async () => {
    const session = await open();
    const series = randomSeries(20);
    const shown: Promise<Inspection>[] = [];
    await session.train({ ...config, batch_size: 4 }, (event) => {
      if (event.type === 'start' || event.type === 'steps') shown.push(session.inspect(series));
    });
    const probabilities = (await Promise.all(shown)).map((one) => one.probabilities[0]);
    expect(new Set(probabilities).size).toBeGreaterThan(2);
  });

  it('says what is wrong', async () => {
    const session = await open();
    await expect(session.inspect(new Float32Array(20))).rejects.toThrow('no model yet');
    await session.train(config, () => {}, { steps: 1 });
    await expect(session.inspect(new Float32Array())).rejects.toThrow(
      'has 0 values; it needs at least one step',
    );
  });
});

describe('Session.plan', () => {
  it('accepts the sizes of data that do not exist yet', async () => {
    const session = new Session();
    await session.initialise('cpu');
    const config: RunConfig = { ...defaultSineConfig, units: 4, attention_units: 5 };
    const plan = await session.plan(config, { count: 60, time: 20, channels: 1, classes: 2 });
    await session.generate({ ...defaultSineConfig, num_points: 20, dataset_size: 60 }, 0);
    expect(plan).toEqual(await session.plan(config));
    const masked = { scaling: 'none', missing: 'zero+mask' } as const;
    const shape = { count: 60, time: 20, channels: 1, classes: 2 };
    expect((await session.plan(config, shape, masked)).parameters).toBeGreaterThan(plan.parameters);
    const wide = await session.plan(config, { count: 60, time: 20, channels: 3, classes: 5 });
    // Two more channels into 2 · 4 gates of 4 units; four more columns of 8 features and a bias.
    expect(wide.parameters).toBe(plan.parameters + 2 * 2 * 16 + 4 * 9);
  });
});
