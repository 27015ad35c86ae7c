import type { StartEvent, StepsEvent } from '../model/training/events';

/** The progress of a training run: the current epoch's means, and the time left. */
export class Pace {
  private readonly startedAt: number;
  private epoch = 0;
  private count = 0;
  private lossSum = 0;
  private accuracySum = 0;

  /** @param now seconds since any fixed moment. */
  constructor(
    readonly start: StartEvent,
    private readonly now = secondsNow,
  ) {
    this.startedAt = now();
  }

  add({ epoch, loss, accuracy }: StepsEvent): void {
    if (epoch !== this.epoch) {
      this.epoch = epoch;
      this.count = this.lossSum = this.accuracySum = 0;
    }
    this.count += loss.length;
    this.lossSum += sum(loss);
    this.accuracySum += sum(accuracy);
  }

  /** Mean over the finished steps of the current epoch. */
  get loss(): number {
    return this.lossSum / this.count;
  }

  get accuracy(): number {
    return this.accuracySum / this.count;
  }

  /** Estimate from the run so far, its validation passes included. */
  secondsLeft(globalStep: number): number {
    const done = Math.max(1, globalStep - this.start.globalStep);
    const left = Math.max(0, this.start.epochs * this.start.stepsPerEpoch - globalStep);
    return ((this.now() - this.startedAt) / done) * left;
  }
}

/** `0:07`, `12:30`, `1:02:03`. */
export function formatDuration(seconds: number): string {
  const whole = Math.round(seconds);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const tail = String(whole % 60).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${tail}` : `${minutes}:${tail}`;
}

export function secondsNow(): number {
  return performance.now() / 1000;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
