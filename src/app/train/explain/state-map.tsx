import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Inspection } from '../../../model/api';
import { diverging } from '../../shared/diverging';
import { useDark } from '../../shared/use-media';

/** Columns that a map has at most. */
const mostColumns = 1000;

interface StateMapProps {
  inspection: Inspection;
  /** Features [from, to), a row each. */
  from: number;
  to: number;
}

/** The outputs of one direction as colours: time from left to right, a row for each unit. */
export function StateMap({ inspection, from, to }: StateMapProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const isDark = useDark();
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context || !canvas.current) return;
    const { time, features, hidden } = inspection;
    const columns = Math.min(time, mostColumns);
    const rows = to - from;
    canvas.current.width = columns;
    canvas.current.height = rows;
    const image = context.createImageData(columns, rows);
    // Colours of −1 to 1 in steps: a lookup is quicker than mixing each.
    const palette = Array.from({ length: 129 }, (_, i) => diverging((i - 64) / 64, isDark));
    for (let column = 0; column < columns; column++) {
      const t = Math.floor((column * time) / columns);
      for (let row = 0; row < rows; row++) {
        const value = hidden[t * features + from + row] as number;
        const colour = palette[Math.round(64 + 64 * Math.max(-1, Math.min(1, value)))];
        if (colour) image.data.set([...colour, 255], 4 * (row * columns + column));
      }
    }
    context.putImageData(image, 0, 0);
  }, [inspection, from, to, isDark]);
  return <canvas class="state-map" ref={canvas} />;
}
