import { describe, expect, it } from 'vitest';
import { emptyHistory, type History } from '../../../src/app/train/state/history';
import { epochMarks, lossTop, shownEpochs, smoothed } from '../../../src/app/train/training/curve-data';
import { epochEvent, startEvent } from './events';

describe('smoothed', () => {
  it('is the mean at first, and forgets in the end', () => {
    const values = [...new Array(10).fill(1), ...new Array(300).fill(3)];
    const smooth = smoothed(values);
    expect(smooth[0]).toBeCloseTo(1);
    expect(smooth[10]).toBeGreaterThan(1);
    expect(smooth[10]).toBeLessThan(1.5);
    expect(smooth.at(-1)).toBeCloseTo(3, 4);
  });

  it('leaves out what is not finite', () => {
    expect([...smoothed([2, Number.NaN, 2])]).toEqual([
      expect.closeTo(2),
      expect.closeTo(2),
      expect.closeTo(2),
    ]);
    expect(smoothed([Number.NaN])[0]).toBeNaN();
  });
});

describe('the axes', () => {
  const history: History = { ...emptyHistory, start: startEvent({ epochs: 30, stepsPerEpoch: 10 }) };
  const historyAfter = (steps: number): History => ({ ...history, loss: new Array(steps).fill(1) });

  it('span a few more epochs than were done, and no more than there can be', () => {
    expect(shownEpochs(emptyHistory)).toBe(1);
    expect(shownEpochs(historyAfter(10))).toBe(1);
    expect(shownEpochs(historyAfter(11))).toBe(2);
    expect(shownEpochs(historyAfter(45))).toBe(6);
    expect(shownEpochs(historyAfter(295))).toBe(30);
    expect(shownEpochs({ ...historyAfter(295), start: startEvent({ epochs: 29, stepsPerEpoch: 10 }) })).toBe(
      29,
    );
  });

  it('fit a run that is over', () => {
    const summary = { reason: 'early-stopping' } as History['summary'];
    expect(shownEpochs({ ...historyAfter(70), summary })).toBe(7);
  });

  it('mark about ten epochs', () => {
    expect(epochMarks(3, 5).map(({ step }) => step)).toEqual([5, 10, 15]);
    expect(epochMarks(30, 10).map(({ value }) => value)).toEqual([5, 10, 15, 20, 25, 30]);
  });

  it('show guessing and every validation', () => {
    expect(lossTop([0.1], [], Math.LN2)).toBeCloseTo(1);
    expect(lossTop([0.1], [{ step: 1, value: 2.5 }], Math.LN2)).toBeCloseTo(2.6);
    expect(
      lossTop(
        [0.1],
        [epochEvent(1)].map(() => ({ step: 1, value: Number.NaN })),
        Math.LN2,
      ),
    ).toBeCloseTo(1);
  });
});
