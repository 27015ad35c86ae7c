import { formatCount } from '../../benchmark/format';
import type { BenchmarkDevice } from '../../benchmark/result';
import { WebGPUAdvice } from '../shared/webgpu-advice';

interface DevicePanelProps {
  device: BenchmarkDevice | null;
  /** Whether it is the device of a result from a file, not this one. */
  isElsewhere: boolean;
}

/** The adapter, what it can do and what it allows. */
export function DevicePanel({ device, isElsewhere }: DevicePanelProps) {
  if (!device) return <section class="card device">Looking for a GPU …</section>;
  const { name, featureLevel, browser, cores, features, limits } = device;
  const level = featureLevel === 'compatibility' ? 'WebGPU, compatibility mode' : 'WebGPU';
  return (
    <section class="card device" aria-labelledby="device-name">
      <p class="eyebrow">{isElsewhere ? 'The result’s machine' : 'This machine'}</p>
      <h2 id="device-name">{name}</h2>
      <ul class="row chips">
        {featureLevel && <li>{level}</li>}
        {featureLevel && (
          <li>{features.includes('timestamp-query') ? 'GPU times' : 'no timestamp-query: no GPU times'}</li>
        )}
        <li>{browser}</li>
        <li>{cores} CPU threads</li>
      </ul>
      {featureLevel ? (
        <details>
          <summary>
            {features.length} features and {Object.keys(limits).length} limits
          </summary>
          <div class="columns">
            <ul class="features">
              {features.map((feature) => (
                <li key={feature}>{feature}</li>
              ))}
            </ul>
            <dl class="limits">
              {Object.entries(limits).map(([limit, value]) => (
                <div key={limit}>
                  <dt>{limit}</dt>
                  <dd>{formatCount(value)}</dd>
                </div>
              ))}
            </dl>
          </div>
        </details>
      ) : (
        <>
          <p>What needs WebGPU cannot run here; the rest can.</p>
          <WebGPUAdvice />
        </>
      )}
    </section>
  );
}
