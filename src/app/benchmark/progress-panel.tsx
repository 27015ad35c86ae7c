import type { Progress } from '../../benchmark/runner';
import { describeShape } from '../../benchmark/workload';

export function ProgressPanel({ progress }: { progress: Progress | null }) {
  if (!progress) return null;
  const { share, doing, shape, phase } = progress;
  return (
    <section class="card progress" aria-label="Progress">
      <div class="progress-head">
        <strong role="status">{doing}</strong>
        <span>{Math.round(share * 100)} %</span>
      </div>
      <progress value={share} max={1} aria-label="Share of the benchmark that is done" />
      <p class="quiet">
        {phase === 'train' ? 'Training step' : 'Forward'}: {describeShape(shape, phase)}
      </p>
    </section>
  );
}
