import type { TemperatureScaling } from '../../../model/report/metrics/temperature';
import { formatCount } from '../../shared/format';

/** What a fitted temperature says of the model, and what it would do. */
export function describeTemperature(scaling: TemperatureScaling): string {
  const { temperature, series, expectedCalibrationError } = scaling;
  const verdict =
    temperature > 1 ? 'more sure of itself than it should be' : 'less sure of itself than it could be';
  return (
    `On ${formatCount(series)} validation series the model is ${verdict}: dividing its logits by the temperature ` +
    `${temperature.toFixed(2)} would bring the error to ${expectedCalibrationError.toFixed(4)}. The probabilities shown are its own.`
  );
}
