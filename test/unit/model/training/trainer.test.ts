import { engine, memory } from '@tensorflow/tfjs-core';
import { describe, expect, it, vi } from 'vitest';
import { prepareDataset } from '../../../../src/data/preparation/prepare';
import { defaultSineConfig } from '../../../../src/data/sine-config';
import { generateSineDataset } from '../../../../src/data/sine-dataset';
import { splitDataset } from '../../../../src/data/split';
import { Classifier, type WeightValues } from '../../../../src/model/network/classifier';
import type { EpochEvent, StepsEvent, TrainingEvent } from '../../../../src/model/training/events';
import { TrainingError } from '../../../../src/model/training/finite';
import { type Recipe, recipes } from '../../../../src/model/training/recipes';
import { Trainer } from '../../../../src/model/training/trainer';
import { useCpu } from '../setup';

useCpu();

const config = { ...defaultSineConfig, num_points: 20, dataset_size: 70, min_length: 0.3, max_length: 0.6 };
const split = splitDataset(generateSineDataset(config, 0), 0);
// 49 series to train on: seven batches, the last of one series.
const preparation = { scaling: 'max', missing: 'linear' } as const;
const data = {
  train: prepareDataset(split.train.dataset, preparation),
  validation: prepareDataset(split.validation.dataset, preparation),
};
const recipe: Recipe = { ...recipes.robust, units: 4, attentionUnits: 5, batchSize: 8, epochs: 3 };
const description = {
  backend: 'cpu',
  adapter: 'JavaScript',
  dispatchesPerStep: null,
  memoryBytes: 0,
  heldBack: 7,
  length: null,
  reasons: [],
};

function create(changes: Partial<Recipe> = {}, seed = 0) {
  const { units, attentionUnits, initialisation } = recipe;
  const sizes = { channels: 1, units, score: 'additive', attentionUnits, classes: 2 } as const;
  const classifier = Classifier.create(sizes, initialisation, seed);
  return { classifier, trainer: new Trainer(classifier, { ...recipe, ...changes }, data, seed) };
}

/** Runs to the end, or to a stop after `stopAfter` steps in all. */
async function run({ trainer }: ReturnType<typeof create>, stopAfter = Number.POSITIVE_INFINITY) {
  const events: TrainingEvent[] = [];
  const result = await trainer.run((event) => {
    events.push(event);
    if (event.type === 'steps' && event.globalStep >= stopAfter) trainer.stop();
  }, description);
  const of = <T extends TrainingEvent['type']>(type: T) =>
    events.filter((event) => event.type === type) as Extract<TrainingEvent, { type: T }>[];
  return { ...result, events, of, losses: of('steps').flatMap(({ loss }) => loss) };
}

const withoutTimes = (events: (EpochEvent | StepsEvent)[]) =>
  events.map((event) => ({ ...event, seconds: 0, stepsPerSecond: 0 }));

describe('Trainer', () => {
  it('reports every step and epoch, and counts them', async () => {
    const { of, losses, reason } = await run(create());
    expect(of('start')).toMatchObject([{ stepsPerEpoch: 7, epochs: 3, globalStep: 0, parameters: 251 }]);
    expect(losses).toHaveLength(21);
    expect(of('steps').at(-1)).toMatchObject({ epoch: 3, step: 7, globalStep: 21 });
    expect(of('epoch').map(({ epoch }) => epoch)).toEqual([1, 2, 3]);
    expect(of('end')).toMatchObject([{ reason: 'finished', epochs: 3 }]);
    expect(reason).toBe('finished');
  });

  it('weighs the smaller last batch by its size', async () => {
    const { of } = await run(create({ epochs: 1 }));
    const losses = of('steps').flatMap(({ loss }) => loss);
    const sum = losses.reduce((total, loss, i) => total + loss * (i === 6 ? 1 : 8), 0);
    expect(of('epoch')[0]?.trainLoss).toBeCloseTo(sum / 49, 6);
  });

  it('learns a small task', async () => {
    const { of } = await run(create({ epochs: 30, learningRate: 0.02, patience: 0 }));
    const epochs = of('epoch');
    expect(epochs.at(-1)?.trainLoss).toBeLessThan(0.75 * epochs[0]!.trainLoss);
    expect(epochs.at(-1)?.trainAccuracy).toBeGreaterThan(0.75);
  });

  it('gives the same bits for the same seed, and others for another', async () => {
    const [first, second, other] = [await run(create()), await run(create()), await run(create({}, 1))];
    expect(second.losses).toEqual(first.losses);
    expect(withoutTimes(second.of('epoch'))).toEqual(withoutTimes(first.of('epoch')));
    expect(other.losses).not.toEqual(first.losses);
  });

  it('clips: it reports the norm before clipping, and the weights move less', async () => {
    const free = await run(create({ clipNorm: 0, epochs: 1 }));
    const clipped = await run(create({ clipNorm: 1e-3, epochs: 1 }));
    const firstNorm = (events: StepsEvent[]) => events[0]?.gradientNorm[0];
    expect(firstNorm(clipped.of('steps'))).toBe(firstNorm(free.of('steps')));
    expect(firstNorm(free.of('steps'))).toBeGreaterThan(1e-3);
    expect(clipped.losses).not.toEqual(free.losses);
  });

  it.each([3, 7, 10])(
    'continues after step %i in another trainer as if it had never stopped',
    async (stopAfter) => {
      const whole = await run(create());
      const first = create();
      const begun = await run(first, stopAfter);
      // What survives structured clone must be enough.
      const state = structuredClone(await first.trainer.state());
      const second = create({}, 5);
      second.trainer.restore(state);
      const rest = await run(second);
      expect([...begun.losses, ...rest.losses]).toEqual(whole.losses);
      const epochs = [...begun.of('epoch'), ...rest.of('epoch')];
      expect(withoutTimes(epochs)).toEqual(withoutTimes(whole.of('epoch')));
      expect(rest.position.best).toEqual(whole.position.best);
      expect(await second.classifier.getWeights()).toEqual(await wholeWeights());
    },
  );

  it('continues in the same trainer after a stop', async () => {
    const whole = await run(create());
    const one = create();
    const begun = await run(one, 9);
    expect(begun.reason).toBe('stopped');
    const rest = await run(one);
    expect([...begun.losses, ...rest.losses]).toEqual(whole.losses);
  });

  it('has its state while it runs', async () => {
    const whole = await run(create());
    const running = create();
    const states: Promise<Awaited<ReturnType<Trainer['state']>>>[] = [];
    await running.trainer.run((event) => {
      if (event.type === 'steps' && event.globalStep >= 9 && states.length === 0) {
        states.push(running.trainer.state());
      }
    }, description);
    const state = await states[0]!;
    const other = create();
    other.trainer.restore(state);
    const rest = await run(other);
    expect(rest.losses).toEqual(whole.losses.slice(state.position.globalStep));
  });

  it('has its state within a few groups of steps, however many follow', async () => {
    // As on a GPU, whose answers come after the next steps are queued.
    const backend = engine().backend as unknown as { read(id: object): Promise<Float32Array> };
    const read = backend.read.bind(backend);
    using _late = vi.spyOn(backend, 'read').mockImplementation(async (id) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return read(id);
    });
    const { trainer } = create({ batchSize: 1, epochs: 1 });
    let groups = 0;
    let groupsUntilState = Number.POSITIVE_INFINITY;
    await trainer.run((event) => {
      if (event.type !== 'steps') return;
      groups += 1;
      if (groups > 1) return;
      void trainer.state().then(() => {
        groupsUntilState = groups - 1;
      });
    }, description);
    expect(groupsUntilState).toBeLessThanOrEqual(4);
  });

  it('keeps the weights of the lowest validation loss', async () => {
    const subject = create({ epochs: 12, learningRate: 0.3, patience: 0 });
    let best: WeightValues | null = null;
    const pending: Promise<void>[] = [];
    const result = await subject.trainer.run((event) => {
      if (event.type !== 'epoch' || !event.improved) return;
      const state = subject.trainer.state();
      pending.push(
        state.then(({ weights }) => {
          best = weights;
        }),
      );
    }, description);
    await Promise.all(pending);
    // Otherwise the last weights would pass, too.
    expect(result.position.best?.epoch).toBeLessThan(12);
    expect(await subject.classifier.getWeights()).toEqual(best);
  });

  it('keeps the weights of the last step where those are asked for, or few series validate', async () => {
    for (const keep of ['last', 'auto'] as const) {
      const changes = { epochs: 12, learningRate: 0.3, patience: 0 };
      const [last, best] = [create({ ...changes, keep }), create(changes)];
      const { position, of } = await run(last);
      expect(position.best?.epoch).toBeLessThan(12);
      expect(of('start')).toMatchObject([{ kept: 'last' }]);
      await run(best);
      const { weights, bestWeights } = await best.trainer.state();
      expect(await last.classifier.getWeights()).toEqual(weights);
      expect(bestWeights).not.toEqual(weights);
    }
  });

  it('ends early after as many epochs without improvement as it has patience', async () => {
    const { of, reason, position } = await run(create({ epochs: 40, learningRate: 0.3, patience: 2 }));
    expect(reason).toBe('early-stopping');
    const lowest = Math.min(...of('epoch').map(({ validationLoss }) => validationLoss));
    expect(position.best?.validationLoss).toBe(lowest);
    expect(
      of('epoch')
        .slice(-2)
        .map(({ improved }) => improved),
    ).toEqual([false, false]);
    expect(position.epoch).toBe((position.best?.epoch ?? 0) + 2);
  });

  it('stops before the first epoch with the latest weights', async () => {
    const subject = create();
    const before = await subject.classifier.getWeights();
    const { reason, of } = await run(subject, 1);
    expect(reason).toBe('stopped');
    expect(of('end')).toMatchObject([{ epochs: 0, bestEpoch: 0 }]);
    expect(await subject.classifier.getWeights()).not.toEqual(before);
  });

  it('says where the loss stopped being a number, and what to do', async () => {
    const subject = create();
    const broken = {
      ...data.train,
      series: data.train.series.map((value, i) => (i === 30 ? Number.NaN : value)),
    };
    const trainer = new Trainer(
      subject.classifier,
      { ...recipe, clipNorm: 0 },
      { ...data, train: broken },
      0,
    );
    const running = trainer.run(() => {}, description);
    await expect(running).rejects.toThrow(TrainingError);
    await expect(running).rejects.toThrow(/In epoch 1, step \d, the loss became NaN .*set clip_norm to 1/);
  });

  it('leaves no tensor behind', async () => {
    const before = memory().numTensors;
    const subject = create();
    await run(subject, 9);
    await subject.trainer.state();
    await run(subject);
    subject.trainer.dispose();
    expect(memory().numTensors).toBe(before + subject.classifier.variables.size);
    subject.classifier.dispose();
    expect(memory().numTensors).toBe(before);
  });

  async function wholeWeights(): Promise<WeightValues> {
    const subject = create();
    await run(subject);
    return subject.classifier.getWeights();
  }
});
