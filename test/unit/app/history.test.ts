import { describe, expect, it } from 'vitest';
import { emptyHistory, type History, record } from '../../../src/app/train/state/history';
import { epochEvent, foldEvent, startEvent } from './events';

const steps = (count: number, stepsPerSecond: number) => ({
  type: 'steps' as const,
  epoch: 1,
  step: count,
  globalStep: count,
  loss: new Array<number>(count).fill(1),
  accuracy: new Array<number>(count).fill(0.5),
  gradientNorm: new Array<number>(count).fill(1),
  seconds: count / stepsPerSecond,
  stepsPerSecond,
});

it('knows the fold of a cross-validation until the run itself begins', () => {
  const searching = record(emptyHistory, foldEvent());
  expect(searching).toEqual({ ...emptyHistory, fold: foldEvent() });
  expect(record(searching, startEvent()).fold).toBeNull();
});

describe('the time left', () => {
  const begun = record(emptyHistory, startEvent({ epochs: 30, stepsPerEpoch: 40 }));
  /** Of a run whose steps take 0.1 s in truth, and whose validation takes a second; the first steps compile for 8 s. */
  function* events() {
    yield { ...steps(4, 0.5), seconds: 8 };
    for (let epoch = 1; epoch <= 30; epoch++) {
      // Groups of steps are reported now late, now two at once.
      for (let group = epoch === 1 ? 1 : 0; group < 10; group++) {
        yield { ...steps(4, 10), seconds: group % 2 === 0 ? 0.05 : 0.75 };
      }
      yield epochEvent(epoch, { seconds: epoch === 1 ? 12.6 : 5 });
    }
  }
  const all = [begun];
  for (const event of events()) all.push(record(all.at(-1) as History, event));

  it('is not known before there is a pace', () => {
    expect(all.slice(0, 4).map(({ secondsLeft }) => secondsLeft)).toEqual([null, null, null, null]);
    expect(all[8]?.secondsLeft).toBeGreaterThan(0);
  });

  it('is about right, and does not jump', () => {
    const known = all.filter(({ secondsLeft }) => secondsLeft !== null);
    known.forEach(({ secondsLeft, seconds, loss }, i) => {
      const left = secondsLeft as number;
      const truth = (5 / 40) * (1200 - loss.length);
      expect(Math.abs(left - truth)).toBeLessThan(0.25 * truth + 2);
      const before = known[i - 1];
      if (!before) return;
      const passed = seconds - before.seconds;
      const jump = left - ((before.secondsLeft as number) - passed);
      expect(Math.abs(jump)).toBeLessThan(4);
    });
    expect(all.at(-1)?.secondsLeft).toBeLessThan(2);
  });
});
