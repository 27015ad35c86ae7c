import { type ClassifierOutput, predictedClasses, probabilitiesOf } from './output';

/** Series whose predicted class has a probability in (from, to]. */
export interface ReliabilityBin {
  from: number;
  to: number;
  count: number;
  /** Mean probability of the predicted class; null where there are no series. */
  confidence: number | null;
  /** Share of them that were predicted correctly; null where there are no series. */
  accuracy: number | null;
}

/** Whether probabilities mean what they say: of predictions made with 80 %, four in five should be right. */
export interface Calibration {
  /** From the least probable to the most probable. */
  bins: ReliabilityBin[];
  /** Mean distance of accuracy and confidence over the series, both taken by bin. */
  expectedCalibrationError: number;
}

const binCount = 10;

/**
 * The reliability table and the expected calibration error (Guo et al., On Calibration of Modern Neural Networks, 2017,
 * equations 2 and 3) with ten bins of equal width. The prediction is the most probable class, whatever the threshold.
 */
export function calibration(output: ClassifierOutput): Calibration {
  const { labels } = output;
  const sums = Array.from({ length: binCount }, () => ({ count: 0, confidence: 0, right: 0 }));
  const predicted = predictedClasses(output);
  const confidence = confidencesOf(output, predicted);
  predicted.forEach((label, i) => {
    const sure = confidence[i] as number;
    const bin = sums[Math.max(0, Math.min(binCount, Math.ceil(sure * binCount)) - 1)];
    if (!bin) throw new RangeError(`The probability of series ${i} is ${sure}.`);
    bin.count += 1;
    bin.confidence += sure;
    bin.right += label === labels[i] ? 1 : 0;
  });
  const distance = sums.reduce((total, bin) => total + Math.abs(bin.right - bin.confidence), 0);
  return {
    bins: sums.map(({ count, confidence, right }, m) => ({
      from: m / binCount,
      to: (m + 1) / binCount,
      count,
      confidence: count > 0 ? confidence / count : null,
      accuracy: count > 0 ? right / count : null,
    })),
    expectedCalibrationError: distance / labels.length,
  };
}

/** [count] the probability of the predicted class. */
function confidencesOf(output: ClassifierOutput, predicted: Int32Array): Float64Array {
  const { classNames, probabilities } = output;
  if (classNames.length === 2) {
    const ofClassOne = probabilitiesOf(output, 1);
    return ofClassOne.map((probability, i) => (predicted[i] === 1 ? probability : 1 - probability));
  }
  return Float64Array.from(predicted, (k, i) => probabilities[i * classNames.length + k] as number);
}
