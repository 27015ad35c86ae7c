import { useRef } from 'preact/hooks';
import { SeriesPlot } from '../../shared/series-plot';
import type { Take } from './windows';

interface TakePlotProps {
  name: string;
  take: Take;
  /** First steps of the windows. */
  starts: readonly number[];
  /** Steps of a window. */
  length: number;
  onMove(window: number, start: number): void;
}

const moves: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, PageDown: -10, PageUp: 10 };

/** A take with the windows that are cut out of it, each with a handle that moves it by pointer or arrow keys. */
export function TakePlot({ name, take, starts, length, onMove }: TakePlotProps) {
  const steps = take.values.length / take.channels;
  const drag = useRef(0);
  const windows = starts.map((start) => ({ start, end: start + length }));
  const stepAt = ({ clientX }: PointerEvent, handle: HTMLElement): number => {
    const { left, width } = (handle.parentElement as HTMLElement).getBoundingClientRect();
    return ((clientX - left) / width) * (steps - 1);
  };
  return (
    <div class="take">
      <SeriesPlot
        label={`The take of ${name}, ${starts.length} windows`}
        series={take.values}
        channels={take.channels}
        regions={windows}
        height={56}
      />
      {windows.map(({ start }, window) => (
        <span
          key={window}
          class="window"
          role="slider"
          tabIndex={0}
          aria-label={`Window ${window + 1} of ${name}, first step`}
          aria-valuemin={0}
          aria-valuemax={steps - length}
          aria-valuenow={start}
          style={{
            left: `${(100 * start) / Math.max(1, steps - 1)}%`,
            width: `${(100 * length) / Math.max(1, steps - 1)}%`,
          }}
          onKeyDown={(event) => {
            const by = moves[event.key];
            if (by === undefined) return;
            event.preventDefault();
            onMove(window, start + by);
          }}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            drag.current = stepAt(event, event.currentTarget) - start;
          }}
          onPointerMove={(event) => {
            if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
            onMove(window, Math.round(stepAt(event, event.currentTarget) - drag.current));
          }}
        />
      ))}
    </div>
  );
}
