/** What a session shows for one series, against the float64 reference. */
import { memory } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import type { RunConfig } from '../../../../src/data/config';
import { defaultSineConfig } from '../../../../src/data/sine-config';
import { attentionReference } from '../../../../src/kernels/attention/reference';
import { lstmReference } from '../../../../src/kernels/lstm/reference';
import { Classifier, type ClassifierSizes, type WeightName } from '../../../../src/model/network/classifier';
import { type Inspection, inspect } from '../../../../src/model/network/inspection';
import { inspectTyped, typedLogits } from '../../../../src/model/network/typed-classifier';
import { Session } from '../../../../src/model/session/session';
import { RandomStream } from '../../../../src/random';
import { expectClose } from '../../../support/numeric';
import { openSmallSession, smallConfig } from '../../../support/small-session';
import { useCpu } from '../setup';

useCpu();

const time = 9;

function randomSeries(length: number): Float32Array {
  const random = new RandomStream(5, 'test');
  return Float32Array.from({ length }, () => random.normal());
}

/** All fields in float64, from the classifier's weights. */
async function reference(classifier: Classifier, scaled: Float32Array) {
  const { channels, units, score, attentionUnits, classes } = classifier.sizes;
  const features = 2 * units;
  const weights = await classifier.getWeights();
  const weight = (name: WeightName) => weights.get(name)!;
  const direction = (name: 'forward' | 'backward') => ({
    kernel: weight(`bidirectional/${name}_kernel`),
    recurrentKernel: weight(`bidirectional/${name}_recurrent_kernel`),
    bias: weight(`bidirectional/${name}_bias`),
  });
  const { outputs: hidden } = lstmReference({
    x: scaled,
    batch: 1,
    time,
    inputDim: channels,
    units,
    directions: [direction('forward'), direction('backward')],
  });
  const query = weight('attention/query');
  const parameters =
    score === 'dot'
      ? { score, query }
      : { score, attentionUnits, kernel: weight('attention/kernel'), bias: weight('attention/bias'), query };
  const { context, weights: attention } = attentionReference({
    values: hidden,
    batch: 1,
    time,
    features,
    parameters,
  });
  const scores = Array.from({ length: time }, (_, t) => {
    const y = hidden.subarray(t * features, (t + 1) * features);
    if (score === 'dot') return y.reduce((sum, value, k) => sum + value * query[k]!, 0) / Math.sqrt(features);
    // query · tanh(kernelᵀ y + bias)
    return query.reduce((sum, value, a) => {
      const projected = y.reduce(
        (total, feature, k) => total + feature * weight('attention/kernel')[k * attentionUnits + a]!,
        weight('attention/bias')[a]!,
      );
      return sum + value * Math.tanh(projected);
    }, 0);
  });
  const outputs = classes === 2 ? 1 : classes;
  const kernel = weight('logits/kernel');
  const bias = weight('logits/bias');
  const logits = Array.from({ length: outputs }, (_, c) =>
    context.reduce((sum, value, j) => sum + value * kernel[j * outputs + c]!, bias[c]!),
  );
  const exponentials = logits.map(Math.exp);
  const total = exponentials.reduce((sum, value) => sum + value, 0);
  const probabilities =
    outputs === 1 ? [1 / (1 + Math.exp(-logits[0]!))] : exponentials.map((value) => value / total);
  const column = logits.indexOf(Math.max(...logits));
  const contributions = context.map((value, j) => value * kernel[j * outputs + column]!);
  return { hidden, scores, attention, context, contributions, logits, probabilities, column };
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
    const { column, ...expected } = await reference(classifier, scaled);
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
