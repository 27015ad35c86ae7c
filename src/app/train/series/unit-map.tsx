import { useEffect, useRef, useState } from 'preact/hooks';
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

/** Units × steps as colours, at the screen's resolution. */
export function UnitMap({ inspection, units, label }: UnitMapProps) {
  const isDark = useDark();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });

  useEffect(() => {
    const element = canvas.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => {
      const { width, height } = element.getBoundingClientRect();
      const ratio = window.devicePixelRatio;
      setSize({ width: Math.round(width * ratio), height: Math.round(height * ratio) });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!canvas.current || !context || size.width === 0) return;
    canvas.current.width = size.width;
    canvas.current.height = size.height;
    const picture = drawCells(inspection, units, isDark);
    // Cells that are larger than pixels stay sharp; smaller ones are averaged.
    context.imageSmoothingEnabled = size.width < picture.width || size.height < picture.height;
    context.imageSmoothingQuality = 'high';
    context.drawImage(picture, 0, 0, size.width, size.height);
  }, [inspection, units, isDark, size]);

  return <canvas ref={canvas} class="unit-map" {...(label && { role: 'img', 'aria-label': label })} />;
}

/** One pixel per cell. */
function drawCells(
  { hidden, features, time }: Inspection,
  units: readonly number[],
  isDark: boolean,
): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = time;
  canvas.height = units.length;
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
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
  return canvas;
}
