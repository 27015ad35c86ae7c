/** Groups of steps that were reported at once. */
interface Burst {
  steps: number;
  /** From the last earlier report to the last of these. */
  seconds: number;
  /** From the first of these reports to the last. */
  width: number;
  /** Whether it also waited for the GPU code to compile. */
  isFirst: boolean;
}

/** Reports closer together than this say nothing about how long the steps took. */
const burstWidth = 0.01; // s
const longWindow = 2; // s
/** The first burst is dropped as soon as there is this much else to go by. */
const shortWindow = 0.25; // s

/**
 * Steps a second over the last few seconds. Firefox reports finished work in bursts: several groups of steps end at
 * once, however long they took. So a group's own time means nothing. The window is longer than the time between two
 * bursts, and begins and ends with one.
 */
export class StepRate {
  private readonly bursts: Burst[] = [];
  private steps = 0;
  private seconds = 0;

  /**
   * @param seconds from the report of the group before to that of this one
   * @returns the steps a second now
   */
  add(steps: number, seconds: number): number {
    this.steps += steps;
    this.seconds += seconds;
    const last = this.bursts.at(-1);
    if (last && last.width + seconds < burstWidth) {
      last.steps += steps;
      last.seconds += seconds;
      last.width += seconds;
    } else {
      this.bursts.push({ steps, seconds, width: 0, isFirst: !last });
    }
    for (let [oldest] = this.bursts; oldest && this.isOutside(oldest); [oldest] = this.bursts) {
      this.bursts.shift();
      this.steps -= oldest.steps;
      this.seconds -= oldest.seconds;
    }
    return this.steps / this.seconds;
  }

  private isOutside({ seconds, isFirst }: Burst): boolean {
    return this.seconds - seconds >= (isFirst ? shortWindow : longWindow);
  }
}
