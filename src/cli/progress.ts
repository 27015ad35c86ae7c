import { SingleBar } from 'cli-progress';
import type { EpochEvent, StartEvent, StepsEvent, TrainingEvent } from '../model/events';

/** What machines are told; the type says which further keys there are. */
export type FactRecord = { type: string; [key: string]: unknown };

/** Where a command tells what it does. */
export interface Display {
  /** A fact, as a record for machines and as text for people. */
  tell(record: FactRecord, text: string): void;
  /** What the training run says. */
  event(event: TrainingEvent): void;
  /** Takes an unfinished bar off the screen. */
  close(): void;
}

/** JSON lines on request, a bar on a terminal, plain lines elsewhere. */
export function createDisplay(json: boolean, stream: NodeJS.WriteStream = process.stdout): Display {
  if (json) return new JsonLines(stream);
  return stream.isTTY ? new Bar(stream) : new PlainLines(stream);
}

/** Every record and event as one line of JSON, and nothing else. */
export class JsonLines implements Display {
  constructor(private readonly stream: NodeJS.WritableStream) {}

  tell(record: FactRecord): void {
    this.write(record);
  }

  event(event: TrainingEvent): void {
    this.write(event);
  }

  close(): void {}

  private write(value: FactRecord | TrainingEvent): void {
    this.stream.write(`${JSON.stringify(value)}\n`);
  }
}

/** A line for each epoch, and one now and then within a long one. */
export class PlainLines implements Display {
  private static readonly interval = 10; // seconds
  private clock: RunClock | undefined;
  private toldAt = 0;

  constructor(
    private readonly stream: NodeJS.WritableStream,
    private readonly now = secondsNow,
  ) {}

  tell(_record: FactRecord, text: string): void {
    this.stream.write(`${text}\n`);
  }

  event(event: TrainingEvent): void {
    if (event.type === 'start') {
      this.clock = new RunClock(event, this.now);
      this.toldAt = this.now();
    } else if (event.type === 'steps' && this.clock) {
      if (this.now() - this.toldAt < PlainLines.interval) return;
      this.toldAt = this.now();
      this.stream.write(`${describeSteps(event, this.clock)}\n`);
    } else if (event.type === 'epoch' && this.clock) {
      this.toldAt = this.now();
      this.stream.write(`${describeEpoch(event, this.clock.start.epochs)}\n`);
    }
  }

  close(): void {}
}

/** A bar over the steps of each epoch, which gives way to the epoch's line. */
export class Bar implements Display {
  private clock: RunClock | undefined;
  private bar: SingleBar | undefined;

  constructor(
    private readonly stream: NodeJS.WritableStream,
    private readonly now = secondsNow,
  ) {}

  tell(_record: FactRecord, text: string): void {
    this.close();
    this.stream.write(`${text}\n`);
  }

  event(event: TrainingEvent): void {
    if (event.type === 'start') this.clock = new RunClock(event, this.now);
    if (!this.clock) return;
    if (event.type === 'steps') {
      this.bar ??= this.open(this.clock.start.stepsPerEpoch);
      this.bar.update(event.step, barFields(event, this.clock));
    } else if (event.type === 'epoch') {
      this.close();
      this.stream.write(`${describeEpoch(event, this.clock.start.epochs)}\n`);
    } else if (event.type === 'end') {
      this.close();
    }
  }

  close(): void {
    this.bar?.stop();
    this.bar = undefined;
  }

  private open(steps: number): SingleBar {
    const bar = new SingleBar({
      format: '{epoch} {bar} {value}/{total}  loss {loss}  accuracy {accuracy}  {pace} steps/s  {left}',
      barCompleteChar: '█',
      barIncompleteChar: '░',
      barsize: 24,
      clearOnComplete: true,
      gracefulExit: false,
      hideCursor: null,
      stream: this.stream,
    });
    bar.start(steps, 0, { epoch: '', loss: '–', accuracy: '–', pace: '–', left: '' });
    return bar;
  }
}

function barFields(event: StepsEvent, clock: RunClock): Record<string, string> {
  return {
    epoch: `epoch ${event.epoch}/${clock.start.epochs}`,
    loss: mean(event.loss).toFixed(4),
    accuracy: mean(event.accuracy).toFixed(3),
    pace: formatPace(event.stepsPerSecond),
    left: timeLeft(event, clock),
  };
}

function describeSteps(event: StepsEvent, clock: RunClock): string {
  const { epochs, stepsPerEpoch } = clock.start;
  const place = `epoch ${event.epoch}/${epochs}, step ${event.step}/${stepsPerEpoch}`;
  const state = `loss ${mean(event.loss).toFixed(4)}, accuracy ${mean(event.accuracy).toFixed(3)}`;
  return `${place}: ${state}, ${formatPace(event.stepsPerSecond)} steps/s, ${timeLeft(event, clock)}`;
}

/** One line for a finished epoch. */
export function describeEpoch(event: EpochEvent, epochs: number): string {
  const place = `epoch ${String(event.epoch).padStart(String(epochs).length)}/${epochs}`;
  const train = `loss ${event.trainLoss.toFixed(4)}, accuracy ${event.trainAccuracy.toFixed(4)}`;
  const validation = `validation loss ${event.validationLoss.toFixed(4)}, accuracy ${event.validationAccuracy.toFixed(4)}`;
  return `${place}: ${train}; ${validation}; ${formatDuration(event.seconds)}${event.improved ? ', best so far' : ''}`;
}

/** "at most", since the run may stop early. */
function timeLeft(event: StepsEvent, clock: RunClock): string {
  return `at most ${formatDuration(clock.secondsLeft(event.globalStep))} left`;
}

/** Estimates the time left from the pace so far, the validation passes included. */
export class RunClock {
  private readonly startedAt: number;

  /** @param now seconds since any fixed moment. */
  constructor(
    readonly start: StartEvent,
    private readonly now = secondsNow,
  ) {
    this.startedAt = now();
  }

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

/** Three figures, since a step may take a millisecond or a minute. */
function formatPace(stepsPerSecond: number): string {
  return stepsPerSecond >= 100 ? stepsPerSecond.toFixed(0) : stepsPerSecond.toPrecision(3);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function secondsNow(): number {
  return performance.now() / 1000;
}
