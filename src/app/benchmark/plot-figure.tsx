import { useEffect, useRef, useState } from 'preact/hooks';

/** What every plot takes from the page around it. */
export const plotStyle = {
  background: 'none',
  color: 'var(--ink)',
  fontFamily: 'inherit',
  fontSize: '12px',
  overflow: 'visible',
};

interface PlotFigureProps {
  /** What the picture shows, for those who cannot see it. */
  label: string;
  /** Draws at a width in pixels. */
  draw: (width: number) => Element;
  /** Draws again when one of these changes. */
  inputs: readonly unknown[];
}

/** A picture as wide as its container. */
export function PlotFigure({ label, draw, inputs }: PlotFigureProps) {
  const element = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);

  useEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    if (width === 0) return;
    const drawn = draw(width);
    // The label says it all.
    drawn.setAttribute('aria-hidden', 'true');
    element.current?.replaceChildren(drawn);
  }, [width, ...inputs]);

  return <div class="plot" role="img" aria-label={label} ref={element} />;
}
