/** A picture of the unit square, in which shares are drawn against shares. */
export const width = 360;
export const height = 300;
export const area = { left: 52, right: 12, top: 10, bottom: 40 };
export const inner = { width: width - area.left - area.right, height: height - area.top - area.bottom };

const ticks = [0, 0.25, 0.5, 0.75, 1];

export const toX = (x: number) => area.left + inner.width * x;
export const toY = (y: number) => area.top + inner.height * (1 - y);

/** Its grid and the names of both axes. */
export function UnitAxes({ xLabel, yLabel }: { xLabel: string; yLabel: string }) {
  return (
    <>
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
    </>
  );
}
