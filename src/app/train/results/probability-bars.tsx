import { indexOfLargest } from '../../../data/largest';
import { formatPercent } from '../../shared/format';
import { ShareBar } from '../../shared/share-bar';
import { useApp } from '../state/app';

interface ProbabilityBarsProps {
  /** [outputs]: of class 1 of two, or of each class. */
  probabilities: Float32Array;
  names: string[];
  /** The true class; null where it is unknown. */
  label: number | null;
}

/** The answer, and how certain the model is of it. */
export function ProbabilityBars({ probabilities, names, label }: ProbabilityBarsProps) {
  const threshold = useApp().results.threshold.value;
  const isBinary = probabilities.length === 1;
  const first = probabilities[0] as number;
  const answer = isBinary ? Number(first > threshold) : indexOfLargest(probabilities);
  const isRight = label === null ? null : answer === label;
  return (
    <div class="stack">
      <p class={`series-verdict ${isRight === null ? '' : isRight ? 'is-right' : 'is-wrong'}`}>
        {isRight !== null && <span class="sign">{isRight ? '✓' : '✗'}</span>}
        <strong>Called {names[answer]}</strong>
        {isRight === false && <span>, but it is {names[label as number]}</span>}
      </p>
      {isBinary ? (
        <Bar name={names[1] as string} share={first} threshold={threshold} />
      ) : (
        Array.from(probabilities, (share, k) => (
          <Bar key={names[k]} name={names[k] as string} share={share} />
        ))
      )}
    </div>
  );
}

function Bar({ name, share, threshold }: { name: string; share: number; threshold?: number }) {
  return (
    <div class="probability-bar">
      <span>{name}</span>
      <ShareBar share={share} mark={threshold} markTitle={`Threshold ${threshold}`} />
      <span>{formatPercent(share)}</span>
    </div>
  );
}
