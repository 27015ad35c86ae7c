import { useMemo, useState } from 'preact/hooks';
import { pathThrough } from '../../shared/chart-geometry';
import type { Curve } from './ranking-curves';
import { Readout } from './readout';
import type { CurvePoint } from './thin-curve';
import { area, height, inner, toX, toY, UnitAxes, width } from './unit-square';

interface CurveChartProps {
  title: string;
  /** One sentence that says how to read it. */
  help: string;
  xLabel: string;
  yLabel: string;
  curves: Curve[];
  /** The curve that guessing gives. */
  guess?: { from: [number, number]; to: [number, number] } | undefined;
  /** Position of the current threshold. */
  mark: { x: number; y: number } | null;
  /** The text for a position. */
  describe(point: CurvePoint): string;
}

const dashes = ['', '7 3', '2 3', '9 3 2 3', '4 4', '12 4'];

/** The colour and the dashes of one of several curves. */
function strokeOf(i: number, count: number): { style?: { stroke: string }; 'stroke-dasharray'?: string } {
  if (count === 1) return {};
  return {
    style: { stroke: `var(--channel-${(i % 6) + 1})` },
    'stroke-dasharray': dashes[i % dashes.length] ?? '',
  };
}

/** Curves in the unit square, with the position under the pointer put into words. */
export function CurveChart(props: CurveChartProps) {
  const { title, help, xLabel, yLabel, curves, guess, mark, describe } = props;
  const [index, setIndex] = useState<number | null>(null);
  const points = useMemo(
    () => curves.flatMap((curve) => curve.points.map((point) => ({ ...point, curve: curve.name }))),
    [curves],
  );
  const point = index === null ? undefined : points[index];
  const name = (place: (typeof points)[number]) => (curves.length > 1 ? `${place.curve}: ` : '');
  const text = point ? name(point) + describe(point) : '';
  const shapes = useMemo(() => <Shapes curves={curves} guess={guess} labels={[xLabel, yLabel]} />, [curves]);
  return (
    <figure class="curve-chart">
      <h3>{title}</h3>
      <p class="quiet">{help}</p>
      <Readout
        label={`${title}, by threshold`}
        count={points.length}
        index={index}
        text={text}
        first={nearest(points, mark ?? { x: 0.5, y: 0.5 })}
        at={(x, y) =>
          nearest(points, {
            x: (x * width - area.left) / inner.width,
            y: 1 - (y * height - area.top) / inner.height,
          })
        }
        onIndex={setIndex}
      >
        <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
          {shapes}
          {point && <circle class="cursor" cx={toX(point.x)} cy={toY(point.y)} r={4.5} />}
          {mark && <circle class="mark" cx={toX(mark.x)} cy={toY(mark.y)} r={6} />}
        </svg>
      </Readout>
      {curves.length > 1 && (
        <ul class="legend">
          {curves.map((curve, i) => (
            <li key={curve.name}>
              <svg viewBox="0 0 24 4" width="24" height="4" aria-hidden="true">
                <line class="curve" x1={0} x2={24} y1={2} y2={2} {...strokeOf(i, curves.length)} />
              </svg>
              {curve.name}
            </li>
          ))}
        </ul>
      )}
      <p class="readout-text">{text || (mark && `● ${describe({ ...mark, threshold: Number.NaN })}`)}</p>
    </figure>
  );
}

interface ShapesProps {
  curves: Curve[];
  guess: CurveChartProps['guess'];
  labels: [string, string];
}

function Shapes({ curves, guess, labels }: ShapesProps) {
  return (
    <>
      <UnitAxes xLabel={labels[0]} yLabel={labels[1]} />
      {guess && (
        <line
          class="guess"
          x1={toX(guess.from[0])}
          y1={toY(guess.from[1])}
          x2={toX(guess.to[0])}
          y2={toY(guess.to[1])}
        />
      )}
      {curves.map((curve, i) => (
        <path
          key={curve.name}
          class="curve"
          {...strokeOf(i, curves.length)}
          d={pathThrough(
            curve.points.map(({ x, y }) => [x, y]),
            toX,
            toY,
          )}
        />
      ))}
    </>
  );
}

function nearest(points: readonly CurvePoint[], place: { x: number; y: number }): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  points.forEach(({ x, y }, i) => {
    const distance = (x - place.x) ** 2 + (y - place.y) ** 2;
    if (distance >= least) return;
    least = distance;
    best = i;
  });
  return best;
}
