import { useEffect, useRef } from 'preact/hooks';
import type { Inspection } from '../../../model/network/inspection';
import { diverging } from '../../shared/diverging';
import { useDark } from '../../shared/use-media';

interface UnitMapProps {
  inspection: Inspection;
  /** Rows, from the top. */
  units: readonly number[];
  /** What the picture shows, for those who cannot see it; default: something beside it does. */
  label?: string;
}

const shades = 256;
/** More steps than pixels are averaged, not left out. */
const mostSharp = 600;

/** Units × steps as colours, a pixel for each, stretched by the style sheet. */
export function UnitMap({ inspection, units, label }: UnitMapProps) {
  const isDark = useDark();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const { hidden, features, time } = inspection;
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const image = context.createImageData(time, units.length);
    const palette = Array.from({ length: shades + 1 }, (_, i) => diverging((2 * i) / shades - 1, isDark));
    units.forEach((unit, row) => {
      for (let step = 0; step < time; step++) {
        const value = Math.max(-1, Math.min(1, hidden[step * features + unit] as number));
        const colour = palette[Math.round(((value + 1) / 2) * shades)] ?? [0, 0, 0];
        image.data.set([...colour, 255], 4 * (row * time + step));
      }
    });
    context.putImageData(image, 0, 0);
  }, [inspection, units, isDark]);
  return (
    <canvas
      ref={canvas}
      class="unit-map"
      width={inspection.time}
      height={units.length}
      style={inspection.time > mostSharp ? { imageRendering: 'auto' } : {}}
      {...(label && { role: 'img', 'aria-label': label })}
    />
  );
}
