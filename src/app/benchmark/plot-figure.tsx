import { useEffect } from 'preact/hooks';
import { useWidth } from '../shared/use-width';

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
  const { ref, width } = useWidth<HTMLDivElement>(0);

  useEffect(() => {
    if (width === 0) return;
    const drawn = draw(width);
    // The label says it all.
    drawn.setAttribute('aria-hidden', 'true');
    ref.current?.replaceChildren(drawn);
  }, [width, ...inputs]);

  return <div class="plot" role="img" aria-label={label} ref={ref} />;
}
