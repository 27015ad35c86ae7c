import { useMemo } from 'preact/hooks';
import type { Dataset } from '../../../data/dataset';
import type { Predictions } from '../../../model/network/evaluation';
import { className } from '../series/class-name';
import { useApp } from '../state/app';

interface ThresholdControlProps {
  test: Dataset;
  predictions: Predictions;
}

const bins = 50;
const height = 30;

/**
 * Sets the probability above which a series is called class 1; above it, how the probabilities of both classes are
 * spread.
 */
export function ThresholdControl({ test, predictions }: ThresholdControlProps) {
  const { threshold } = useApp().results;
  const value = threshold.value;
  const positive = className(test, 1);
  const negative = className(test, 0);
  const histogram = useMemo(() => <Histogram test={test} predictions={predictions} />, [test, predictions]);
  const set = (next: number) => {
    if (Number.isFinite(next)) threshold.value = Math.max(0, Math.min(1, next));
  };
  return (
    <div class="threshold stack">
      <h3 id="threshold-title">Threshold</h3>
      <p class="quiet">
        A series is called {positive} if its probability is above this. Answers, counts and the points on the
        curves follow.
      </p>
      <div class="threshold-head row">
        <input
          type="number"
          name="threshold-number"
          aria-label="Threshold, as a number"
          min={0}
          max={1}
          step={0.01}
          value={Number(value.toFixed(3))}
          onInput={(event) => set(event.currentTarget.valueAsNumber)}
        />
        <button type="button" name="threshold-reset" disabled={value === 0.5} onClick={() => set(0.5)}>
          Back to 0.5
        </button>
      </div>
      <div class="threshold-scale">
        <span class="scale-name">{positive}</span>
        {histogram}
        <span class="scale-name">{negative}</span>
        <input
          type="range"
          name="threshold"
          aria-labelledby="threshold-title"
          min={0}
          max={1}
          step={0.001}
          value={value}
          onInput={(event) => set(event.currentTarget.valueAsNumber)}
        />
      </div>
    </div>
  );
}

/** How the probabilities of each class are spread, class 1 above the line. */
function Histogram({ test, predictions }: ThresholdControlProps) {
  const counts = [0, 1].map(() => new Array<number>(bins).fill(0));
  predictions.probabilities.forEach((probability, row) => {
    const bin = Math.min(bins - 1, Math.floor(probability * bins));
    const ofClass = counts[test.labels[row] as number] as number[];
    ofClass[bin] = (ofClass[bin] as number) + 1;
  });
  // By the square root, so that single series can be seen beside hundreds.
  const most = Math.sqrt(Math.max(1, ...counts.flat()));
  return (
    <svg
      class="histogram"
      viewBox={`0 0 ${bins} ${2 * height + 2}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={`How the probabilities are spread: ${className(test, 1)} series above the line, ${className(test, 0)} ones below it.`}
    >
      {counts.map((ofClass, label) =>
        ofClass.map((count, bin) => {
          const size = (height * Math.sqrt(count)) / most;
          if (count === 0) return null;
          return (
            <rect
              key={`${label}-${bin}`}
              class={label === 1 ? 'positive' : 'negative'}
              x={bin + 0.08}
              width={0.84}
              y={label === 1 ? height - size : height + 2}
              height={size}
            />
          );
        }),
      )}
      <line x1={0} x2={bins} y1={height + 1} y2={height + 1} />
    </svg>
  );
}
