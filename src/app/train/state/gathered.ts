import type { StepsEvent, TrainingEvent } from '../../../model/training/events';

/** Takes events and passes them on, with fewer 'steps' events among them. */
export interface Gathered {
  take(event: TrainingEvent): void;
  /** Passes on what is waiting. */
  flush(): void;
}

/**
 * Small models take more steps a second than anyone can see. So 'steps' events that arrive within `pause`
 * milliseconds of the last one passed on wait and are merged into one. Any other event follows them at once.
 */
export function gathered(onEvent: (event: TrainingEvent) => void, pause = 100): Gathered {
  let waiting: StepsEvent | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let handedOnAt = Number.NEGATIVE_INFINITY;

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    if (!waiting) return;
    const event = waiting;
    waiting = null;
    handedOnAt = performance.now();
    onEvent(event);
  }

  return {
    take(event) {
      if (event.type !== 'steps') {
        flush();
        onEvent(event);
        return;
      }
      waiting = waiting ? joined(waiting, event) : event;
      const wait = handedOnAt + pause - performance.now();
      if (wait <= 0) flush();
      else timer ??= setTimeout(flush, wait);
    },
    flush,
  };
}

function joined(first: StepsEvent, second: StepsEvent): StepsEvent {
  return {
    ...second,
    loss: [...first.loss, ...second.loss],
    accuracy: [...first.accuracy, ...second.accuracy],
    gradientNorm: [...first.gradientNorm, ...second.gradientNorm],
    seconds: first.seconds + second.seconds,
  };
}
