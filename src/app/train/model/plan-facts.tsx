import { formatBytes, formatCount } from '../../shared/format';
import { useApp } from '../state/app';

/** What a run with these settings would need. */
export function PlanFacts() {
  const { plan, device } = useApp();
  const planned = plan.plan.value;
  const problem = plan.problem.value;
  const isCpu = device.device.value?.backend === 'cpu';
  return (
    <>
      <dl class="facts plan-facts" id="plan">
        <div>
          <dt>Parameters</dt>
          <dd>{planned ? formatCount(planned.parameters) : '–'}</dd>
        </div>
        <div>
          <dt>{isCpu ? 'Memory' : 'GPU memory'}</dt>
          <dd>{planned ? formatBytes(planned.bytes) : '–'}</dd>
        </div>
        <div>
          <dt>GPU calls per step</dt>
          <dd>{planned ? (planned.dispatchesPerStep ?? 'none') : '–'}</dd>
        </div>
        <div>
          <dt>Layers</dt>
          <dd>1, two-way</dd>
        </div>
      </dl>
      {problem && (
        <p class="field-problem" role="alert" data-problem="plan">
          {problem}
        </p>
      )}
    </>
  );
}
