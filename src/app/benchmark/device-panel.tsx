import { formatCount } from '../../benchmark/format';
import type { BenchmarkDevice } from '../../benchmark/result';
import { WebGPUAdvice } from '../shared/webgpu-advice';

/** The adapter, what it can do and what it allows. */
export function DevicePanel({ device }: { device: BenchmarkDevice | null }) {
  if (!device) return <section class="card device">Looking for a GPU …</section>;
  const { name, featureLevel, browser, cores, features, limits } = device;
  const level = featureLevel === 'compatibility' ? 'WebGPU, compatibility mode' : 'WebGPU';
  return (
    <section class="card device" aria-labelledby="device-name">
      <p class="eyebrow">This machine</p>
      <h2 id="device-name">{name}</h2>
      <ul class="chips">
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
          <p>The peers on WebGPU cannot run here; the others can.</p>
          <WebGPUAdvice />
        </>
      )}
    </section>
  );
}
