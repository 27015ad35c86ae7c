import type { Stretch } from '../../shared/series-plot';
import { type PlotFrame, withEnd, withStart, xOf } from './plot-geometry';

interface HandlesProps {
  frame: PlotFrame;
  stretch: Stretch;
  /** For example `held`. */
  what: string;
  onStretch(stretch: Stretch): void;
}

/** The ends of a stretch, for the keyboard: arrow keys move them by a step, Page keys by ten. */
export function Handles({ frame, stretch, what, onStretch }: HandlesProps) {
  const { time } = frame;
  const { start, end } = stretch;
  return (
    <>
      <Handle
        name={`${what}-start`}
        label={`First step that is ${what}`}
        step={start}
        range={[0, end - 2]}
        place={xOf(frame, start) / frame.width}
        onStep={(step) => onStretch(withStart(stretch, step))}
      />
      <Handle
        name={`${what}-end`}
        label={`Last step that is ${what}`}
        step={end - 1}
        range={[start + 1, time - 1]}
        place={xOf(frame, end - 1) / frame.width}
        onStep={(step) => onStretch(withEnd(stretch, step + 1, time))}
      />
    </>
  );
}

interface HandleProps {
  name: string;
  label: string;
  step: number;
  range: readonly [least: number, most: number];
  /** Share of the plot's width. */
  place: number;
  onStep(step: number): void;
}

const moves: Record<string, number> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

function Handle({ name, label, step, range: [least, most], place, onStep }: HandleProps) {
  return (
    <span
      class="handle"
      role="slider"
      tabIndex={0}
      data-name={name}
      aria-label={label}
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={step}
      style={{ left: `${100 * place}%` }}
      onKeyDown={(event) => {
        const by = moves[event.key];
        if (by === undefined) return;
        event.preventDefault();
        onStep(Math.min(most, Math.max(least, step + by)));
      }}
    />
  );
}
