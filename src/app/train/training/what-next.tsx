import { formatCount, formatPercent } from '../../shared/format';
import { useApp } from '../state/app';

/** What to do while it learns and, once it has, how well it does on series it has never seen, and where to see that. */
export function WhatNext() {
  const { results, run } = useApp();
  if (run.status.value !== 'ended') {
    return <p class="what-next">Meanwhile you can change the series: it answers as well as it can by now.</p>;
  }
  const report = results.report.value;
  if (!report) {
    return <p class="what-next">{results.problem.value || 'Testing it on series it has never seen …'}</p>;
  }
  const { accuracy, count } = report;
  const wrong = Math.round((1 - accuracy) * count);
  return (
    <p class="what-next">
      Of {formatCount(count)} series it has never seen, it gets <strong>{formatPercent(accuracy)}</strong>{' '}
      right.{' '}
      <a href="#results">
        {wrong === 0
          ? 'See the results'
          : `See the ${wrong === 1 ? 'one' : formatCount(wrong)} it gets wrong`}
      </a>
    </p>
  );
}
