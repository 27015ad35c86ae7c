import { calibration } from './calibration';
import { type ClassifierOutput, outputsOf } from './output';

/** What dividing the logits by one number, the temperature, would do. It changes no prediction, only how sure it is. */
export interface TemperatureScaling {
  /** Above 1 the model is too sure of itself, below 1 not sure enough. */
  temperature: number;
  /** Validation series that it was fitted on. */
  series: number;
  /** Mean cross-entropy of the test series with it. */
  loss: number;
  /** Their expected calibration error with it. */
  expectedCalibrationError: number;
}

/** Temperatures that are believed; a best one outside says that the validation part cannot tell. */
const range = { lowest: 1 / 100, highest: 100 };

/** Half the distance of 1 from the float32 below it: how close to 0 or 1 a probability can be told to be. */
const smallest = 2 ** -25;

/**
 * Temperature scaling (Guo et al., On Calibration of Modern Neural Networks, 2017, section 4.2): fits the temperature to
 * the validation part, and says what it would do to the test part.
 * @returns null where no temperature between 1/100 and 100 is the best: there are no validation series, or the model is
 * right about all of them and would get ever better by being surer.
 */
export function temperatureScaling(
  validation: ClassifierOutput,
  test: ClassifierOutput,
): TemperatureScaling | null {
  if (validation.labels.length === 0) return null;
  const temperature = fitTemperature(validation);
  if (temperature === null) return null;
  const { labels, classNames } = test;
  const classes = classNames.length;
  const probabilities = new Float64Array(labels.length * classes);
  let loss = 0;
  for (let i = 0; i < labels.length; i++) {
    const row = softmax(logitsOf(test, i), 1 / temperature);
    probabilities.set(row, i * classes);
    loss -= Math.log(Math.max(row[labels[i] as number] as number, Number.MIN_VALUE));
  }
  return {
    temperature,
    series: validation.labels.length,
    loss: loss / labels.length,
    expectedCalibrationError: calibration({ ...test, probabilities }).expectedCalibrationError,
  };
}

/**
 * The temperature T with the least cross-entropy of softmax(logits / T). As a function of 1/T it is convex, with the
 * slope Σ (Σ pₖ zₖ − z of the true class); bisection finds where that is 0.
 */
function fitTemperature(output: ClassifierOutput): number | null {
  const logits = Array.from(output.labels, (_, i) => logitsOf(output, i));
  const slope = (inverse: number): number =>
    logits.reduce((total, row, i) => {
      const mean = softmax(row, inverse).reduce((sum, share, k) => sum + share * (row[k] as number), 0);
      return total + mean - (row[output.labels[i] as number] as number);
    }, 0);
  let low = 1 / range.highest;
  let high = 1 / range.lowest;
  if (slope(low) >= 0 || slope(high) <= 0) return null;
  while (high / low > 1 + 1e-6) {
    const middle = Math.sqrt(low * high);
    if (slope(middle) < 0) low = middle;
    else high = middle;
  }
  return 1 / Math.sqrt(low * high);
}

/** Logits of a series, up to a constant, from its probabilities: a value for each class. */
function logitsOf(output: ClassifierOutput, i: number): Float64Array {
  const outputs = outputsOf(output);
  const { probabilities } = output;
  const log = (probability: number): number => Math.log(Math.max(probability, smallest));
  if (outputs === 1) {
    const probability = probabilities[i] as number;
    return Float64Array.of(log(1 - probability), log(probability));
  }
  return Float64Array.from({ length: outputs }, (_, k) => log(probabilities[i * outputs + k] as number));
}

function softmax(row: Float64Array, scale: number): Float64Array {
  const most = row.reduce((largest, value) => Math.max(largest, value), Number.NEGATIVE_INFINITY);
  const shares = row.map((value) => Math.exp((value - most) * scale));
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => share / sum);
}
