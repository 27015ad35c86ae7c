import type { ComponentChildren } from 'preact';
import { largestMagnitude } from '../../../data/largest';
import { drawnChannels, lanesOf, signalStyle } from '../../shared/channels';
import { areaPath, linearScale, linePath } from '../../shared/chart-geometry';
import { diverging } from '../../shared/diverging';
import { ShareBar } from '../../shared/share-bar';
import { useDark } from '../../shared/use-media';
import { attentionTop } from '../series/attention';
import { UnitMap } from '../series/unit-map';
import { likeliest, sayShare, verdictOf } from '../series/verdict';
import type { Shown } from './shown';
import { unlessMoved } from './unless-moved';

const width = 1000;
const height = 100;

/** Positions of the steps. */
const xOf = (time: number) => linearScale([0, time - 1], [0, width]);

/** What the model reads: each channel in a lane of its own. */
export const SeriesPicture = unlessMoved(({ inspection, selected }: Shown) => {
  const { time, prepared } = inspection;
  const channels = prepared.length / time;
  const most = largestMagnitude(prepared) || 1;
  const x = xOf(time);
  const lines = drawnChannels(prepared, channels);
  const lanes = lanesOf(lines.length, height, lines.length === 1 ? 6 : 2);
  return (
    <Picture>
      {selected.regions.map(({ start, end }) => (
        <rect
          key={start}
          class="region"
          x={x(start)}
          width={x(Math.min(time - 1, end)) - x(start)}
          y={0}
          height={height}
        />
      ))}
      {lanes.map(({ top, bottom }, channel) => {
        const y = linearScale([-most, most], [bottom, top]);
        return (
          <g key={channel} style={signalStyle(channel, channels)}>
            <line class="zero" x1={0} x2={width} y1={y(0)} y2={y(0)} />
            <path class="signal" d={linePath(lines[channel] ?? [], x, y)} />
          </g>
        );
      })}
    </Picture>
  );
});

/** For each direction, a row of cells that pass their state on, with the outputs of all units below it. */
export const StatesPicture = unlessMoved(({ inspection }: Shown) => {
  const { features } = inspection;
  const units = Array.from({ length: features }, (_, unit) => unit);
  return (
    <span class="states">
      <Cells isForward />
      <UnitMap inspection={inspection} units={units.slice(0, features / 2)} />
      <UnitMap inspection={inspection} units={units.slice(features / 2)} />
      <Cells isForward={false} />
    </span>
  );
});

function Cells({ isForward }: { isForward: boolean }) {
  return (
    <span class={isForward ? 'cells' : 'cells backward'}>
      {Array.from({ length: 9 }, (_, index) => (
        <span key={index} class="cell" />
      ))}
    </span>
  );
}

/** e_t */
export const ScoresPicture = unlessMoved(({ inspection: { scores, time } }: Shown) => {
  let [least = 0] = scores;
  let most = least;
  for (const score of scores) {
    least = Math.min(least, score);
    most = Math.max(most, score);
  }
  const range = most - least || 1;
  return (
    <Picture>
      <path
        class="scores"
        d={linePath(scores, xOf(time), (value) => height * (0.92 - (0.84 * (value - least)) / range))}
      />
    </Picture>
  );
});

/** α_t */
export const SoftmaxPicture = unlessMoved(({ inspection: { attention, time } }: Shown) => {
  const top = attentionTop(attention);
  return (
    <Picture>
      <path
        class="attention"
        d={areaPath(attention, xOf(time), (weight) => height * (1 - weight / top), height)}
      />
    </Picture>
  );
});

/** z: a bar for each number, up where it is above 0. */
export const ContextPicture = unlessMoved(({ inspection: { context } }: Shown) => <Bars values={context} />);

/** What each number of z adds to the logit, and the probability that comes out. */
export const ClassPicture = unlessMoved(({ inspection, names }: Shown) => {
  const verdict = verdictOf(inspection.probabilities, names);
  return (
    <span class="class-picture">
      <Bars values={inspection.contributions} />
      <span class="class-bars">
        {likeliest(verdict, 4).map(({ name, probability }) => (
          <span class="class-bar" key={name}>
            <span>{name}</span>
            <ShareBar share={probability} />
            <span>{sayShare(probability)}</span>
          </span>
        ))}
      </span>
    </span>
  );
});

/** A bar for each value, coloured by its sign. */
function Bars({ values }: { values: Float32Array }) {
  const isDark = useDark();
  const most = largestMagnitude(values) || 1;
  const step = width / values.length;
  return (
    <Picture>
      <line class="zero" x1={0} x2={width} y1={height / 2} y2={height / 2} />
      {Array.from(values, (value, j) => {
        const size = (0.46 * height * Math.abs(value)) / most;
        return (
          <rect
            key={j}
            x={j * step + 0.1 * step}
            width={0.8 * step}
            y={value > 0 ? height / 2 - size : height / 2}
            height={size}
            fill={`rgb(${diverging(Math.sign(value) * (0.35 + (0.65 * Math.abs(value)) / most), isDark).join(' ')})`}
          />
        );
      })}
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
