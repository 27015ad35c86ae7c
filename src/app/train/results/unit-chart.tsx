import type { ComponentChildren } from 'preact';

const width = 360;
const height = 300;
const area = { left: 52, right: 12, top: 10, bottom: 40 };
const ticks = [0, 0.25, 0.5, 0.75, 1];

export const toX = (x: number) => area.left + (width - area.left - area.right) * x;
export const toY = (y: number) => area.top + (height - area.top - area.bottom) * (1 - y);

interface UnitChartProps {
  title: string;
  /** One sentence that says how to read it. */
  help: string;
  xLabel: string;
  yLabel: string;
  /** What the picture shows, for those who cannot see it. */
  label: string;
  /** What is drawn over the grid. */
  drawn: ComponentChildren;
  /** Below the picture. */
  children: ComponentChildren;
}

/** A picture of the unit square, in which shares are drawn against shares. */
export function UnitChart({ title, help, xLabel, yLabel, label, drawn, children }: UnitChartProps) {
  return (
    <figure class="unit-chart stack">
      <h3>{title}</h3>
      <p class="quiet">{help}</p>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        {ticks.map((tick) => (
          <g key={tick}>
            <line class="grid" x1={toX(tick)} x2={toX(tick)} y1={toY(0)} y2={toY(1)} />
            <line class="grid" x1={toX(0)} x2={toX(1)} y1={toY(tick)} y2={toY(tick)} />
            <text x={toX(tick)} y={toY(0) + 15} text-anchor="middle">
              {tick}
            </text>
            <text x={toX(0) - 6} y={toY(tick) + 4} text-anchor="end">
              {tick}
            </text>
          </g>
        ))}
        <text x={toX(0.5)} y={height - 6} text-anchor="middle">
          {xLabel}
        </text>
        <text transform={`translate(12 ${toY(0.5)}) rotate(-90)`} text-anchor="middle">
          {yLabel}
        </text>
        {drawn}
      </svg>
      {children}
    </figure>
  );
}
