import type { Calibration, ReliabilityBin } from '../../../model/report/metrics/calibration';
import type { TemperatureScaling } from '../../../model/report/metrics/temperature';
import { formatCount, formatPercent } from '../../shared/format';
import { ScrollTable } from '../../shared/scroll-table';
import { describeTemperature } from '../series/calibration-text';
import { height, inner, toX, toY, UnitAxes, width } from './unit-square';

interface CalibrationChartProps {
  calibration: Calibration;
  /** null where none could be fitted, or not yet. */
  temperature: TemperatureScaling | null;
}

/** Whether the model is right as often as its probabilities say. */
export function CalibrationChart({ calibration, temperature }: CalibrationChartProps) {
  const { bins, expectedCalibrationError } = calibration;
  const filled = bins.filter(({ count }) => count > 0);
  return (
    <figure class="curve-chart calibration">
      <h3>Calibration</h3>
      <p class="quiet">
        Of the answers given with 80 %, four in five should be right: the bars should end at the line.
      </p>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`How often answers are right, by their probability: ${filled.map(describe).join('; ')}.`}
      >
        <UnitAxes xLabel="probability of the answer" yLabel="share that is right" />
        {filled.map((bin) => (
          <rect
            key={bin.from}
            class="bin"
            x={toX(bin.from) + 1}
            width={inner.width * (bin.to - bin.from) - 2}
            y={toY(bin.accuracy ?? 0)}
            height={inner.height * (bin.accuracy ?? 0)}
          />
        ))}
        <line class="guess" x1={toX(0)} y1={toY(0)} x2={toX(1)} y2={toY(1)} />
        {filled.map((bin) => (
          <circle
            key={bin.from}
            class="bin-end"
            cx={toX(bin.confidence ?? 0)}
            cy={toY(bin.accuracy ?? 0)}
            r={3.5}
          />
        ))}
      </svg>
      <p class="readout-text">
        <span data-metric="calibration-error" data-value={expectedCalibrationError}>
          Expected calibration error {expectedCalibrationError.toFixed(4)}
        </span>
        : the mean distance from the line.
      </p>
      {temperature && <p class="quiet">{describeTemperature(temperature)}</p>}
      <details>
        <summary>Numbers</summary>
        <ScrollTable label="Calibration">
          <thead>
            <tr>
              <th scope="col">Probability</th>
              <th scope="col">series</th>
              <th scope="col">mean</th>
              <th scope="col">right</th>
            </tr>
          </thead>
          <tbody>
            {filled.map(({ from, to, count, confidence, accuracy }) => (
              <tr key={from}>
                <th scope="row">
                  {from.toFixed(1)} to {to.toFixed(1)}
                </th>
                <td>{formatCount(count)}</td>
                <td>{confidence?.toFixed(4)}</td>
                <td>{accuracy?.toFixed(4)}</td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      </details>
    </figure>
  );
}

function describe({ from, to, count, accuracy }: ReliabilityBin): string {
  return `${from.toFixed(1)} to ${to.toFixed(1)}: ${formatPercent(accuracy ?? 0, 0)} of ${formatCount(count)}`;
}
