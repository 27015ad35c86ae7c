/** A run that is paused, moved and resumed, and looked at meanwhile. */
import { memory } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import type { RunConfig } from '../../../../src/data/config';
import type { Dataset } from '../../../../src/data/dataset';
import type { Session } from '../../../../src/model/session/session';
import type { Checkpoint } from '../../../../src/model/training/checkpoint';
import type { TrainingEvent } from '../../../../src/model/training/events';
import type { RunOptions } from '../../../../src/model/training/training-run';
import { openSmallSession, smallConfig } from '../../../support/small-session';

const config: RunConfig = { ...smallConfig, epochs: 4 };
const open = () => openSmallSession(config);

/** What decides whether two runs are the same: each step's numbers, and each epoch's. */
function numbersOf(events: TrainingEvent[]) {
  return {
    steps: events.flatMap((event) =>
      event.type === 'steps' ? event.loss.map((loss, i) => [loss, event.gradientNorm[i]]) : [],
    ),
    epochs: events.flatMap((event) =>
      event.type === 'epoch'
        ? [[event.epoch, event.trainLoss, event.validationLoss, event.learningRate]]
        : [],
    ),
  };
}

/** A run without a pause, with its model. */
async function uninterrupted(options: RunOptions = {}) {
  const session = await open();
  const events: TrainingEvent[] = [];
  const { seconds: _seconds, ...summary } = await session.train(
    config,
    (event) => events.push(event),
    options,
  );
  const { weightsBin } = await session.exportModel();
  return { events, numbers: numbersOf(events), summary, weightsBin };
}

describe('resume', () => {
  it.each([1, 6, 9])('continues after %i steps as if there had been no pause', async (steps) => {
    const whole = await uninterrupted();
    const session = await open();
    const events: TrainingEvent[] = [];
    const onEvent = (event: TrainingEvent) => void events.push(event);
    const paused = await session.train(config, onEvent, { steps });
    expect(paused).toMatchObject({ reason: 'stopped', steps });
    const again = await session.resume(onEvent, { steps: 2 });
    expect(again).toMatchObject({ reason: 'stopped', steps: steps + 2 });
    const { seconds: _seconds, ...summary } = await session.resume(onEvent);
    expect(summary).toEqual(whole.summary);
    expect(numbersOf(events)).toEqual(whole.numbers);
    expect((await session.exportModel()).weightsBin).toEqual(whole.weightsBin);
  });

  it('leaves a usable model during a pause, and using it does not disturb the run', async () => {
    const whole = await uninterrupted();
    const session = await open();
    const events: TrainingEvent[] = [];
    await session.train(config, (event) => events.push(event), { steps: 8 });
    expect((await session.predict('test')).count).toBe(12);
    expect((await session.part('validation')).count).toBe(6);
    await session.inspect(new Float32Array(20).fill(1));
    await session.exportModel();
    await session.resume((event) => events.push(event));
    expect(numbersOf(events)).toEqual(whole.numbers);
  });

  it('says at once that a run is over', async () => {
    const session = await open();
    const { seconds: _first, ...summary } = await session.train(config, () => {});
    const events: TrainingEvent[] = [];
    const { seconds: _again, ...again } = await session.resume((event) => events.push(event));
    expect(again).toEqual(summary);
    expect(again.reason).toBe('finished');
    expect(events.map(({ type }) => type)).toEqual(['start', 'end']);
  });

  it('is refused without a run, or during one', async () => {
    const session = await open();
    await expect(session.resume(() => {})).rejects.toThrow('no run to go on with');
    const running = session.train(config, () => {}, { steps: 3 });
    await expect(session.resume(() => {})).rejects.toThrow('going on: stop it first');
    await expect(session.generate(config, 1)).rejects.toThrow('going on: stop it first');
    await running;
  });

  it.each<[string, (session: Session) => Promise<unknown>]>([
    ['other data', (session) => session.generate(config, 3)],
    [
      'another model',
      async (session) => session.importModel({ kind: 'tfjs', ...(await session.exportModel()) }),
    ],
  ])('is refused after %s', async (_name, change) => {
    const session = await open();
    await session.train(config, () => {}, { steps: 3 });
    await change(session);
    await expect(session.resume(() => {})).rejects.toThrow('no run to go on with');
  });

  it('is refused, with the reason, after a loss that was not a number; the best model stays', async () => {
    const session = await open();
    const failing = session.train(config, (event) => {
      if (event.type !== 'epoch') return;
      // What no data set can do any more: the series that are trained on are prepared copies, without such values.
      const { run } = session as unknown as { run: { trainer: { data: { train: Dataset } } } };
      run.trainer.data.train.series.fill(Number.NaN);
    });
    await expect(failing).rejects.toMatchObject({ name: 'TrainingError' });
    const { series, ...rest } = await session.part('test');
    const { probabilities, loss } = await session.predict({ ...rest, series });
    expect(Number.isFinite(loss)).toBe(true);
    const other = await open();
    await other.importModel({ kind: 'tfjs', ...(await session.exportModel()) });
    expect((await other.predict({ ...rest, series })).probabilities).toEqual(probabilities);
    await expect(session.resume(() => {})).rejects.toThrow(
      /failed and cannot be resumed: In epoch 2, step \d, the loss became NaN/,
    );
    await expect(session.checkpoint()).rejects.toThrow('failed and cannot be resumed');
    await session.generate(config, 3);
    expect((await session.train(config, () => {})).reason).toBe('finished');
  });

  it('frees what a dropped run had', async () => {
    const session = await open();
    await session.train(config, () => {}, { steps: 3 });
    const before = memory().numTensors;
    await session.resume(() => {}, { steps: 2 });
    await session.train(config, () => {}, { steps: 3 });
    expect(memory().numTensors).toBe(before);
  });
});

describe('checkpoint', () => {
  async function checkpointAfter(
    steps: number,
  ): Promise<{ checkpoint: Checkpoint; events: TrainingEvent[] }> {
    const session = await open();
    const events: TrainingEvent[] = [];
    await session.train(config, (event) => events.push(event), { steps });
    return { checkpoint: structuredClone(await session.checkpoint()), events };
  }

  it.each([3, 12])('brings a run of %i steps into another session, to the bit', async (steps) => {
    const whole = await uninterrupted();
    const { checkpoint, events } = await checkpointAfter(steps);
    const session = await open();
    const progress = await session.restore(checkpoint);
    expect(progress).toEqual({
      epoch: Math.floor(steps / 6),
      globalStep: steps,
      stepsPerEpoch: 6,
      epochs: 4,
    });
    const { seconds: _seconds, ...summary } = await session.resume((event) => events.push(event));
    expect(summary).toEqual(whole.summary);
    expect(numbersOf(events)).toEqual(whole.numbers);
    expect((await session.exportModel()).weightsBin).toEqual(whole.weightsBin);
  });

  it('restores the best model, too', async () => {
    const session = await open();
    await session.train(config, () => {}, { steps: 15 });
    const checkpoint = await session.checkpoint();
    const expected = await session.predict('test');
    const other = await open();
    await other.restore(checkpoint);
    expect(await other.predict('test')).toEqual(expected);
    expect(await other.checkpoint()).toEqual(checkpoint);
  });

  it('is there while the run goes on', async () => {
    const whole = await uninterrupted();
    const session = await open();
    let taken: Promise<Checkpoint> | undefined;
    const running = session.train(config, (event) => {
      if (event.type === 'steps' && event.globalStep >= 8) taken ??= session.checkpoint();
    });
    await running;
    const checkpoint = await taken!;
    const { globalStep } = checkpoint.state.position;
    expect(globalStep).toBeLessThan(24);
    const other = await open();
    await other.restore(checkpoint);
    const events: TrainingEvent[] = [];
    await other.resume((event) => events.push(event));
    expect(numbersOf(events).steps).toEqual(whole.numbers.steps.slice(globalStep));
  });

  it('is refused on other data or sizes, and leaves the session as it is', async () => {
    const { checkpoint } = await checkpointAfter(8);
    const session = await open();
    await session.train(config, () => {}, { steps: 2 });
    const restore = (changes: Partial<Checkpoint>) => session.restore({ ...checkpoint, ...changes });
    await expect(restore({ config: { ...config, units: 5 } })).rejects.toThrow(
      "weight 'bidirectional/forward_kernel' has 16 numbers, but its configuration and these data need 20",
    );
    await expect(restore({ config: { ...config, epochs: 1, batch_size: 16 } })).rejects.toThrow(
      'step 8, step 2 after 1 epochs, where a run of 1 epochs of 3 steps never gets',
    );
    expect((await session.resume(() => {})).reason).toBe('finished');

    await session.generate(config, 4);
    await expect(restore({})).rejects.toThrow(/other data: 60 series of 20 steps.* but with other values/);
    await session.generate({ ...config, dataset_size: 50 }, 3);
    await expect(restore({})).rejects.toThrow(/60 series of 20 steps.*, not 50 series of 20 steps/);
    const { data: _data, ...bare } = checkpoint;
    await expect(session.restore(bare)).rejects.toThrow('trains on 42 series, but the current data have 35');
    const { moments: _moments, ...state } = checkpoint.state;
    const broken = { config, state } as unknown as Checkpoint;
    await expect(session.restore(broken)).rejects.toThrow('incomplete');
  });

  it('leaves no tensor behind when it is refused', async () => {
    const { checkpoint } = await checkpointAfter(8);
    const session = await open();
    const before = memory().numTensors;
    await expect(session.restore({ ...checkpoint, config: { ...config, units: 5 } })).rejects.toThrow();
    expect(memory().numTensors).toBe(before);
  });
});

describe('a look at the model during a run', () => {
  it('changes nothing in the training', async () => {
    const whole = await uninterrupted();
    const session = await open();
    const events: TrainingEvent[] = [];
    const looks: Promise<unknown>[] = [];
    await session.train(config, (event) => {
      events.push(event);
      if (event.type !== 'end') looks.push(session.inspect(new Float32Array(20).fill(1)));
    });
    expect((await Promise.all(looks)).length).toBeGreaterThan(8);
    expect(numbersOf(events)).toEqual(whole.numbers);
    expect((await session.exportModel()).weightsBin).toEqual(whole.weightsBin);
  });
});
