import { useMemo } from 'preact/hooks';
import { pathThrough } from '../../shared/chart-geometry';
import { formatPercent } from '../../shared/format';
import { className } from '../series/class-name';
import { useApp } from '../state/app';
import { CalibrationChart } from './calibration-chart';
import { type Curve, hardestClasses, mostCurves, operatingPoint, rankingCurves } from './ranking-curves';
import { ThresholdControl } from './threshold-control';
import { toX, toY, UnitChart } from './unit-chart';
import './charts.css';

/** What other thresholds would give. */
export function RankingPanel() {
  const { results } = useApp();
  const current = results.results.value;
  const report = results.report.value;
  const curves = useMemo(
    () => current && report && rankingCurves(current.test, current.predictions, hardestClasses(report)),
    [current],
  );
  const calibration = useMemo(
    () =>
      report && <CalibrationChart calibration={report.calibration} temperature={results.temperature.value} />,
    [current, results.temperature.value],
  );
  if (!current || !report || !curves) return null;
  const { test } = current;
  const count = report.classNames.length;
  const isBinary = count === 2;
  const marks = isBinary ? operatingPoint(report.confusion) : { roc: null, precisionRecall: null };
  const positive = isBinary ? className(test, 1) : 'a class';
  const share = (report.classes[1]?.support ?? 0) / report.count;
  return (
    <div class="stack">
      {isBinary ? (
        <ThresholdControl test={test} predictions={current.predictions} />
      ) : (
        <p>
          With {count} classes the most probable one is the answer, so there is no threshold to set. Each line
          is one class against all others
          {count > mostCurves && `: of these ${count}, the ${mostCurves} that it tells apart worst`}.
        </p>
      )}
      <div class="charts">
        <CurveChart
          title="ROC curve"
          help={`Finding more ${positive} series costs more false alarms. Top left is perfect.`}
          xLabel="false alarms"
          yLabel={isBinary ? `${positive} series found` : 'found'}
          curves={curves.roc}
          guess={[0, 1]}
          mark={marks.roc}
          describe={([alarms, found]) =>
            `${formatPercent(found)} found, ${formatPercent(alarms)} false alarms`
          }
        />
        <CurveChart
          title="Precision and recall"
          help={`How many of the series called ${positive} really are. Top right is perfect.`}
          xLabel={isBinary ? `recall: ${positive} series found` : 'recall'}
          yLabel={isBinary ? 'precision: alarms that are right' : 'precision'}
          curves={curves.precisionRecall}
          guess={isBinary ? [share, share] : null}
          mark={marks.precisionRecall}
          describe={([recall, precision]) =>
            recall === 0 && precision === 1
              ? `none is called ${positive}`
              : `precision ${formatPercent(precision)}, recall ${formatPercent(recall)}`
          }
        />
        {calibration}
      </div>
    </div>
  );
}

interface CurveChartProps {
  title: string;
  help: string;
  xLabel: string;
  yLabel: string;
  curves: Curve[];
  /** Where guessing begins on the left, and where it ends on the right. */
  guess: [number, number] | null;
  /** Position of the current threshold. */
  mark: [number, number] | null;
  /** The text for it. */
  describe(place: [number, number]): string;
}

/** Curves, and on them the current threshold, which is moved by its slider. */
function CurveChart({ title, help, xLabel, yLabel, curves, guess, mark, describe }: CurveChartProps) {
  // Reused while the threshold moves.
  const drawn = useMemo(
    () => (
      <>
        {guess && <line class="guess" x1={toX(0)} y1={toY(guess[0])} x2={toX(1)} y2={toY(guess[1])} />}
        {curves.map(({ name, points }, i) => (
          <path key={name} class="curve" {...strokeOf(i)} d={pathThrough(points, toX, toY)} />
        ))}
      </>
    ),
    [curves],
  );
  if (curves.length === 0)
    return <p class="quiet">{title}: not defined, since a class has no test series.</p>;
  const text = mark ? `Now: ${describe(mark)}` : '';
  return (
    <UnitChart
      label={[title, ...curves.map(({ name }) => name)].join(', ')}
      {...{ title, help, xLabel, yLabel }}
      drawn={
        <>
          {drawn}
          {mark && <circle class="mark" cx={toX(mark[0])} cy={toY(mark[1])} r={6} />}
        </>
      }
    >
      {curves.length > 1 && (
        <ul class="legend">
          {curves.map(({ name }, i) => (
            <li key={name}>
              <svg viewBox="0 0 24 4" width="24" height="4" aria-hidden="true">
                <line class="curve" x1={0} x2={24} y1={2} y2={2} {...strokeOf(i)} />
              </svg>
              {name}
            </li>
          ))}
        </ul>
      )}
      {text && <p class="readout-text">● {text}</p>}
    </UnitChart>
  );
}

const dashes = ['', '7 3', '2 3', '9 3 2 3', '4 4', '12 4'];

/** The colour and the dashes of one of several curves. */
function strokeOf(i: number) {
  return { style: { stroke: `var(--channel-${i + 1})` }, 'stroke-dasharray': dashes[i] ?? '' };
}
