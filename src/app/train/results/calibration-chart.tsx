import type { Calibration } from '../../../model/report/metrics/calibration';
import type { TemperatureScaling } from '../../../model/report/metrics/temperature';
import { formatCount, formatPercent } from '../../shared/format';
import { describeTemperature } from '../series/calibration-text';
import { toX, toY, UnitChart } from './unit-chart';

interface CalibrationChartProps {
  calibration: Calibration;
  /** null where none could be fitted, or not yet. */
  temperature: TemperatureScaling | null;
}

/** Whether the model is right as often as its probabilities say. */
export function CalibrationChart({ calibration, temperature }: CalibrationChartProps) {
  const { expectedCalibrationError } = calibration;
  const bins = calibration.bins
    .map((bin) => ({ ...bin, right: bin.accuracy ?? 0 }))
    .filter(({ count }) => count > 0);
  const told = bins.map(
    ({ from, to, count, right }) =>
      `${from.toFixed(1)} to ${to.toFixed(1)}: ${formatPercent(right, 0)} of ${formatCount(count)}`,
  );
  return (
    <UnitChart
      title="Calibration"
      help="Of the answers given with 80 %, four in five should be right: the bars should end at the line."
      xLabel="probability of the answer"
      yLabel="share that is right"
      label={`How often answers are right, by their probability: ${told.join('; ')}.`}
      drawn={
        <>
          {bins.map(({ from, to, right }) => (
            <rect
              key={from}
              class="bin"
              x={toX(from) + 1}
              width={toX(to) - toX(from) - 2}
              y={toY(right)}
              height={toY(0) - toY(right)}
            />
          ))}
          <line class="guess" x1={toX(0)} y1={toY(0)} x2={toX(1)} y2={toY(1)} />
          {bins.map(({ from, confidence, right }) => (
            <circle key={from} class="bin-end" cx={toX(confidence ?? 0)} cy={toY(right)} r={3.5} />
          ))}
        </>
      }
    >
      <p class="readout-text">
        <span data-metric="calibration-error" data-value={expectedCalibrationError}>
          Expected calibration error {expectedCalibrationError.toFixed(4)}
        </span>
        : the mean distance from the line.
      </p>
      {temperature && <p class="quiet">{describeTemperature(temperature)}</p>}
    </UnitChart>
  );
}
