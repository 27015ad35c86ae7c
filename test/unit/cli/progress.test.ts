import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { formatDuration, Pace } from '../../../src/cli/pace';
import { Bar, createDisplay, JsonLines, PlainLines } from '../../../src/cli/progress';
import type { EpochEvent, StartEvent, StepsEvent, TrainingEvent } from '../../../src/model/training/events';

const start: StartEvent = {
  type: 'start',
  parameters: 841,
  stepsPerEpoch: 10,
  epochs: 3,
  heldBack: 10,
  length: null,
  kept: 'best',
  globalStep: 0,
  backend: 'cpu',
  adapter: 'JavaScript',
  dispatchesPerStep: null,
  memoryBytes: 1,
  reasons: [],
};

function steps(epoch: number, step: number, loss: number[], accuracy = loss.map(() => 0.5)): StepsEvent {
  const globalStep = (epoch - 1) * start.stepsPerEpoch + step;
  const gradientNorm = loss.map(() => 1);
  return {
    type: 'steps',
    epoch,
    step,
    globalStep,
    loss,
    accuracy,
    gradientNorm,
    seconds: 1,
    stepsPerSecond: 12.34,
  };
}

const epoch: EpochEvent = {
  type: 'epoch',
  epoch: 1,
  trainLoss: 0.61,
  trainAccuracy: 0.7,
  validationLoss: 0.5,
  validationAccuracy: 0.812,
  learningRate: 1e-3,
  seconds: 75.2,
  improved: true,
};

const events: TrainingEvent[] = [
  start,
  steps(1, 5, [0.8, 0.6]),
  epoch,
  { type: 'end', reason: 'finished', epochs: 1, bestEpoch: 1, seconds: 80 },
];

function collect() {
  const stream = new PassThrough();
  return { stream, text: () => String(stream.read() ?? '') };
}

describe('Pace', () => {
  it('means over the running epoch only', () => {
    const pace = new Pace(start);
    pace.add(steps(1, 2, [4, 2], [0, 1]));
    expect([pace.loss, pace.accuracy]).toEqual([3, 0.5]);
    pace.add(steps(1, 3, [0], [1]));
    expect([pace.loss, pace.accuracy]).toEqual([2, 2 / 3]);
    pace.add(steps(2, 1, [1], [0.25]));
    expect([pace.loss, pace.accuracy]).toEqual([1, 0.25]);
  });

  it('expects the steps left to take as long as those done', () => {
    let now = 100;
    const pace = new Pace(start, () => now);
    now = 112;
    expect(pace.secondsLeft(6)).toBe(48);
    expect(pace.secondsLeft(30)).toBe(0);
  });

  it('counts only its own steps when a run goes on', () => {
    let now = 0;
    const pace = new Pace({ ...start, globalStep: 20 }, () => now);
    now = 4;
    expect(pace.secondsLeft(22)).toBe(16);
  });
});

describe('formatDuration', () => {
  it.each([
    [0.4, '0:00'],
    [59.6, '1:00'],
    [750, '12:30'],
    [3599.7, '1:00:00'],
    [3723, '1:02:03'],
    [100 * 3600, '100:00:00'],
  ])('writes %d s as %s', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });
});

describe('JsonLines', () => {
  it('writes each fact and event as a line of JSON and nothing else', () => {
    const { stream, text } = collect();
    const display = new JsonLines(stream);
    display.report({ type: 'data', count: 3 });
    for (const event of events) display.event(event);
    display.close();
    const lines = text().trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual([{ type: 'data', count: 3 }, ...events]);
  });
});

const fold = (number: number, step: number): TrainingEvent => ({
  type: 'fold',
  fold: number,
  folds: 2,
  step,
  steps: 40,
  validation: step === 0 ? null : { loss: 0.5, accuracy: 0.75 },
});

describe('a cross-validation that comes first', () => {
  it('is explained once, and each fold has its lines, the last one with its result', () => {
    const { stream, text } = collect();
    let now = 100;
    const display = new PlainLines(stream, () => now);
    for (const event of [fold(1, 0), fold(1, 10), fold(1, 40), fold(2, 0)]) display.event(event);
    now = 110;
    display.event(fold(2, 20));
    const [why, ...lines] = text().trimEnd().split('\n');
    expect(why).toContain('cross-validation over 2 folds');
    expect(lines).toEqual([
      'fold 1/2, step 0/40',
      'fold 1/2, step 40/40: loss 0.5000, accuracy 0.7500 on series it has not seen',
      'fold 2/2, step 0/40',
      'fold 2/2, step 20/40: loss 0.5000, accuracy 0.7500 on series it has not seen',
    ]);
  });

  it('has a bar that gives way to the line of each fold, and to the run', () => {
    const { stream, text } = collect();
    const display = new Bar(stream as unknown as NodeJS.WriteStream);
    for (const event of [fold(1, 0), fold(1, 40), fold(2, 0), start]) display.event(event);
    display.close();
    expect(text().match(/fold 1\/2, step 40\/40/g)).toHaveLength(1);
  });
});

describe('PlainLines', () => {
  it('writes a line for each epoch', () => {
    const { stream, text } = collect();
    const display = new PlainLines(stream);
    for (const event of events) display.event(event);
    expect(text()).toBe(
      'epoch 1/3: loss 0.6100, accuracy 0.7000; validation loss 0.5000, accuracy 0.8120; 1:15, best so far\n',
    );
  });

  it('writes a line now and then within a long epoch', () => {
    let now = 0;
    const { stream, text } = collect();
    const display = new PlainLines(stream, () => now);
    display.event(start);
    now = 9;
    display.event(steps(1, 3, [0.9, 0.7, 0.8]));
    expect(text()).toBe('');
    now = 12;
    display.event(steps(1, 4, [0.4]));
    expect(text()).toBe(
      'epoch 1/3, step 4/10: loss 0.7000, accuracy 0.500, 12.3 steps/s, at most 1:18 left\n',
    );
    now = 13;
    display.event(steps(1, 5, [0.4]));
    expect(text()).toBe('');
  });
});

describe('Bar', () => {
  // Fields of a terminal that cli-progress and readline look at.
  const terminal = () => {
    const { stream, text } = collect();
    return { stream: Object.assign(stream, { isTTY: true, columns: 120 }), text };
  };

  it('shows loss, accuracy, pace and time left, and gives way to the line of the epoch', () => {
    const { stream, text } = terminal();
    const display = new Bar(stream, () => 0);
    display.event(start);
    expect(text()).toContain('0/10');
    display.event(steps(1, 5, [0.8, 0.6]));
    display.event(epoch);
    const shown = text();
    expect(shown).toContain(
      'epoch 1/3 ████████████░░░░░░░░░░░░ 5/10  loss 0.7000  accuracy 0.500  12.3 steps/s',
    );
    expect(shown.indexOf('5/10')).toBeLessThan(shown.indexOf('validation loss'));
    expect(shown.endsWith('best so far\n')).toBe(true);
    display.close();
  });

  it('leaves line wrapping and the cursor of the terminal alone', () => {
    const { stream, text } = terminal();
    const display = new Bar(stream);
    for (const event of events) display.event(event);
    display.report({ type: 'x' }, 'done');
    expect(text()).not.toMatch(new RegExp(`${String.fromCharCode(27)}\\[\\?`));
  });
});

describe('createDisplay', () => {
  it('takes a bar for terminals, plain lines for files, JSON where it is asked for', () => {
    const file = collect().stream as unknown as NodeJS.WriteStream;
    const terminal = Object.assign(collect().stream, { isTTY: true }) as unknown as NodeJS.WriteStream;
    expect(createDisplay(false, terminal)).toBeInstanceOf(Bar);
    expect(createDisplay(false, file)).toBeInstanceOf(PlainLines);
    expect(createDisplay(true, terminal)).toBeInstanceOf(JsonLines);
  });
});
