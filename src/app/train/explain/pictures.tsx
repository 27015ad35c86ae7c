import type { ComponentChildren } from 'preact';
import { largestMagnitude } from '../../../data/largest';
import { areaPath, linearScale, linePath } from '../../shared/chart-geometry';
import { diverging } from '../../shared/diverging';
import { rangeOf, SeriesPlot } from '../../shared/series-plot';
import { useDark } from '../../shared/use-media';
import { attentionTop } from '../series/attention';
import { UnitMap } from '../series/unit-map';
import type { Part, Shown } from './shown';

const width = 1000;
const height = 100;

/** Positions of the steps. */
const xOf = (time: number) => linearScale([0, time - 1], [0, width]);

/** What comes out of each part; the same at every step. */
export const pictures: Record<Part, (shown: Pick<Shown, 'inspection' | 'selected'>) => preact.JSX.Element> = {
  series: ({ inspection: { prepared, time }, selected: { regions } }) => (
    <SeriesPlot
      label="Series"
      series={prepared}
      channels={prepared.length / time}
      regions={regions}
      height={60}
    />
  ),
  lstm: ({ inspection }) => {
    const units = Array.from({ length: inspection.features }, (_, unit) => unit);
    const half = units.length / 2;
    return (
      <>
        forwards →
        <UnitMap inspection={inspection} units={units.slice(0, half)} />
        <UnitMap inspection={inspection} units={units.slice(half)} />← backwards
      </>
    );
  },
  scores: ({ inspection: { scores, time } }) => (
    <Picture>
      <path class="scores" d={linePath(scores, xOf(time), linearScale(rangeOf(scores), [height - 6, 6]))} />
    </Picture>
  ),
  softmax: ({ inspection: { attention, time } }) => (
    <Picture>
      <path
        class="attention"
        d={areaPath(attention, xOf(time), linearScale([0, attentionTop(attention)], [height, 0]), height)}
      />
    </Picture>
  ),
  context: ({ inspection: { context } }) => <Bars values={context} />,
  class: ({ inspection: { contributions } }) => <Bars values={contributions} />,
};

/** A bar for each value, up and green where it is above 0, else down and purple. */
function Bars({ values }: { values: Float32Array }) {
  const isDark = useDark();
  const most = largestMagnitude(values) || 1;
  const step = width / values.length;
  const y = linearScale([-most, most], [height - 4, 4]);
  return (
    <Picture>
      <line class="zero" x1={0} x2={width} y1={y(0)} y2={y(0)} />
      {Array.from(values, (value, j) => (
        <rect
          key={j}
          x={(j + 0.1) * step}
          width={0.8 * step}
          y={Math.min(y(0), y(value))}
          height={Math.abs(y(value) - y(0))}
          fill={`rgb(${diverging(Math.sign(value), isDark).join(' ')})`}
        />
      ))}
    </Picture>
  );
}

function Picture({ children }: { children: ComponentChildren }) {
  return (
    <svg class="series-plot" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
      {children}
    </svg>
  );
}
