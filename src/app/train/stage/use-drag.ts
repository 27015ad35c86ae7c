import { useRef } from 'preact/hooks';
import type { Stretch } from '../../shared/series-plot';
import type { DrawnPoint } from '../series/drawing';
import { dragged, type Grip, gripAt, type PlotFrame, pointAt } from './plot-geometry';

/** Pixels beside an end of a stretch that still take hold of it: half the width of a fingertip. */
const reach = 14;

interface DragOptions {
  frame: PlotFrame;
  /** What is moved, or made anew elsewhere. */
  stretch: Stretch | null;
  onStretch(stretch: Stretch): void;
  /** Draws instead, from `begin` on; null: a drag is about the stretch. */
  pen: { begin(point: DrawnPoint): void; go(points: readonly DrawnPoint[]): void } | null;
}

/** Handlers for a drag over the plot with a mouse, a pen or a finger. */
export function useDrag({ frame, stretch, onStretch, pen }: DragOptions) {
  const drag = useRef<{ from: number; grip: Grip; before: Stretch | null } | null>(null);
  const at = (event: PointerEvent, plot: Element): DrawnPoint => {
    const { left, top, width, height } = plot.getBoundingClientRect();
    return pointAt(
      frame,
      ((event.clientX - left) / width) * frame.width,
      ((event.clientY - top) / height) * frame.height,
    );
  };
  const end = () => {
    drag.current = null;
  };
  return {
    onPointerDown(event: PointerEvent) {
      if (event.button !== 0) return;
      const plot = event.currentTarget as Element;
      plot.setPointerCapture(event.pointerId);
      const point = at(event, plot);
      const steps = (reach / plot.getBoundingClientRect().width) * (frame.time - 1);
      drag.current = { from: point[0], grip: gripAt(stretch, point[0], steps), before: stretch };
      pen?.begin(point);
    },
    onPointerMove(event: PointerEvent) {
      if (!drag.current) return;
      const plot = event.currentTarget as Element;
      if (pen) {
        const between = event.getCoalescedEvents?.() ?? [];
        pen.go((between.length > 0 ? between : [event]).map((one) => at(one, plot)));
        return;
      }
      const { grip, before, from } = drag.current;
      const next = dragged(grip, before, [from, at(event, plot)[0]], frame.time);
      if (next) onStretch(next);
    },
    onPointerUp: end,
    onPointerCancel: end,
  };
}
