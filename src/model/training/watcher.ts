import type { Dataset } from '../../data/dataset';
import type { Classifier } from '../network/classifier';
import { predict } from '../network/evaluation';
import type { SnapshotEvent } from './events';

/** Between snapshots at least this many milliseconds pass, … */
const shortestPause = 250;
/** … and at least this many times the duration of the last one. */
const pauseFactor = 20;

/** Reports what a model in training predicts for a few series. It reads the weights and changes nothing. */
export class Watcher {
  private looks = 0;
  private dueAt = 0;

  /** @param dataset prepared. */
  constructor(
    private readonly classifier: Classifier,
    private readonly dataset: Dataset,
    private readonly onEvent: (event: SnapshotEvent) => void,
    private readonly now = () => performance.now(),
  ) {}

  /** Whether a snapshot now would keep to its share of the running time. */
  get due(): boolean {
    return this.now() >= this.dueAt;
  }

  /** Takes a snapshot with the current weights. */
  async look({ epoch, globalStep }: Pick<SnapshotEvent, 'epoch' | 'globalStep'>): Promise<void> {
    const began = this.now();
    const { probabilities, attention } = await predict(this.classifier, this.dataset);
    const ended = this.now();
    // The first one may have compiled kernels.
    const took = this.looks === 0 ? 0 : ended - began;
    this.looks += 1;
    this.dueAt = ended + Math.max(shortestPause, pauseFactor * took);
    this.onEvent({ type: 'snapshot', epoch, globalStep, probabilities, attention });
  }
}
