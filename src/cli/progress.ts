import { SingleBar } from 'cli-progress';
import type { EpochEvent, FoldEvent, StepsEvent, TrainingEvent } from '../model/training/events';
import { formatDuration, Pace, secondsNow } from './pace';

/** What `--json` prints; the type says which further keys there are. */
export type FactRecord = { type: string; [key: string]: unknown };

/** Where a command reports what it does. */
export interface Display {
  /** A fact, as a record for machines and as readable text. */
  report(record: FactRecord, text: string): void;
  /** An event of the training run. */
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

  report(record: FactRecord): void {
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
  private pace: Pace | undefined;
  private writtenAt = 0;

  constructor(
    private readonly stream: NodeJS.WritableStream,
    private readonly now = secondsNow,
  ) {}

  report(_record: FactRecord, text: string): void {
    this.stream.write(`${text}\n`);
  }

  event(event: TrainingEvent): void {
    if (event.type === 'fold') {
      if (isFirst(event)) this.stream.write(`${describeSearch(event)}\n`);
      const isOver = event.step === event.steps;
      if (!isOver && event.step > 0 && this.now() - this.writtenAt < PlainLines.interval) return;
      this.writtenAt = this.now();
      this.stream.write(`${describeFold(event)}\n`);
    } else if (event.type === 'start') {
      this.pace = new Pace(event, this.now);
      for (const reason of event.reasons) this.stream.write(`${reason}\n`);
      this.writtenAt = this.now();
    } else if (event.type === 'steps' && this.pace) {
      this.pace.add(event);
      if (this.now() - this.writtenAt < PlainLines.interval) return;
      this.writtenAt = this.now();
      this.stream.write(`${describeSteps(event, this.pace)}\n`);
    } else if (event.type === 'epoch' && this.pace) {
      this.writtenAt = this.now();
      this.stream.write(`${describeEpoch(event, this.pace.start.epochs)}\n`);
    }
  }

  close(): void {}
}

/** A bar over the steps of each epoch, which gives way to the epoch's line. */
export class Bar implements Display {
  private pace: Pace | undefined;
  private bar: SingleBar | undefined;

  constructor(
    private readonly stream: NodeJS.WritableStream,
    private readonly now = secondsNow,
  ) {}

  report(_record: FactRecord, text: string): void {
    this.close();
    this.stream.write(`${text}\n`);
  }

  event(event: TrainingEvent): void {
    if (event.type === 'fold') {
      if (isFirst(event)) this.stream.write(`${describeSearch(event)}\n`);
      this.bar ??= this.open(event.steps, foldFields(event));
      this.bar.update(event.step, foldFields(event));
      if (event.step < event.steps) return;
      this.close();
      this.stream.write(`${describeFold(event)}\n`);
      return;
    }
    if (event.type === 'start') {
      this.close();
      this.pace = new Pace(event, this.now);
      for (const reason of event.reasons) this.stream.write(`${reason}\n`);
      // Shown from the start, since kernels are compiled before the first step.
      this.bar = this.open(event.stepsPerEpoch, noSteps);
    }
    if (event.type === 'end') this.close();
    if (!this.pace) return;
    if (event.type === 'steps') {
      this.pace.add(event);
      const fields = barFields(event, this.pace);
      this.bar ??= this.open(this.pace.start.stepsPerEpoch, fields);
      this.bar.update(event.step, fields);
    } else if (event.type === 'epoch') {
      this.close();
      this.stream.write(`${describeEpoch(event, this.pace.start.epochs)}\n`);
    }
  }

  close(): void {
    this.bar?.stop();
    this.bar = undefined;
  }

  private open(steps: number, fields: BarFields): SingleBar {
    const bar = new SingleBar({
      format: '{epoch} {bar} {value}/{total}  loss {loss}  accuracy {accuracy}  {pace} steps/s  {left}',
      barCompleteChar: '█',
      barIncompleteChar: '░',
      barsize: 24,
      clearOnComplete: true,
      gracefulExit: false,
      // Leaves the terminal as it was, however the run ends; longer lines are cut.
      linewrap: true,
      stream: this.stream,
    });
    bar.start(steps, 0, fields);
    return bar;
  }
}

type BarFields = Record<'epoch' | 'loss' | 'accuracy' | 'pace' | 'left', string>;

const noSteps: BarFields = { epoch: 'starting', loss: '–', accuracy: '–', pace: '–', left: '' };

function barFields(event: StepsEvent, pace: Pace): BarFields {
  return {
    epoch: `epoch ${event.epoch}/${pace.start.epochs}`,
    loss: pace.loss.toFixed(4),
    accuracy: pace.accuracy.toFixed(3),
    pace: formatPace(event.stepsPerSecond),
    left: timeLeft(event, pace),
  };
}

function isFirst({ fold, step }: FoldEvent): boolean {
  return fold === 1 && step === 0;
}

function foldFields({ fold, folds, validation }: FoldEvent): BarFields {
  return {
    ...noSteps,
    epoch: `fold ${fold}/${folds}`,
    loss: validation?.loss.toFixed(4) ?? '–',
    accuracy: validation?.accuracy.toFixed(3) ?? '–',
  };
}

function describeSearch({ folds }: FoldEvent): string {
  return (
    `Too few series could be held back to validate. So cross-validation over ${folds} folds of those to train on comes first: ` +
    'it finds how long to train on all of them, and tells how well that does on new ones.'
  );
}

/** How a fold's run stands, on series that it does not train on. */
function describeFold({ fold, folds, step, steps, validation }: FoldEvent): string {
  const state = validation
    ? `: loss ${validation.loss.toFixed(4)}, accuracy ${validation.accuracy.toFixed(4)} on series it has not seen`
    : '';
  return `fold ${fold}/${folds}, step ${step}/${steps}${state}`;
}

function describeSteps(event: StepsEvent, pace: Pace): string {
  const { epochs, stepsPerEpoch } = pace.start;
  const place = `epoch ${event.epoch}/${epochs}, step ${event.step}/${stepsPerEpoch}`;
  const state = `loss ${pace.loss.toFixed(4)}, accuracy ${pace.accuracy.toFixed(3)}`;
  return `${place}: ${state}, ${formatPace(event.stepsPerSecond)} steps/s, ${timeLeft(event, pace)}`;
}

/** One line for a finished epoch. */
export function describeEpoch(event: EpochEvent, epochs: number): string {
  const place = `epoch ${String(event.epoch).padStart(String(epochs).length)}/${epochs}`;
  const train = `loss ${event.trainLoss.toFixed(4)}, accuracy ${event.trainAccuracy.toFixed(4)}`;
  const validation = `validation loss ${event.validationLoss.toFixed(4)}, accuracy ${event.validationAccuracy.toFixed(4)}`;
  return `${place}: ${train}; ${validation}; ${formatDuration(event.seconds)}${event.improved ? ', best so far' : ''}`;
}

/** "at most", since the run may stop early. */
function timeLeft(event: StepsEvent, pace: Pace): string {
  return `at most ${formatDuration(pace.secondsLeft(event.globalStep))} left`;
}

/** Three digits, since a step may take a millisecond or a minute. */
function formatPace(stepsPerSecond: number): string {
  return stepsPerSecond >= 100 ? stepsPerSecond.toFixed(0) : stepsPerSecond.toPrecision(3);
}
