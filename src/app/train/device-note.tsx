import { WebGPUAdvice } from '../shared/webgpu-advice';
import { useApp } from './state/app';

/** What the training runs on; without WebGPU, a banner that says what to do about it. */
export function DeviceNote() {
  const { device } = useApp();
  const found = device.device.value;
  const problem = device.problem.value;
  if (problem) {
    return (
      <div class="problem" role="alert">
        <p>
          <strong>No device to train on.</strong> {problem}
        </p>
        <button type="button" onClick={() => void device.reopen().catch(() => {})}>
          Try again
        </button>
      </div>
    );
  }
  if (found?.backend === 'cpu' && found.fallbackReason) {
    return (
      <aside class="banner" id="device" data-backend="cpu" aria-label="WebGPU is missing">
        <p>
          <strong>No WebGPU here, so the processor does the work.</strong> All of this page works; training
          takes several times as long. {found.fallbackReason}
        </p>
        <WebGPUAdvice />
      </aside>
    );
  }
  return (
    <p class="device" id="device" data-backend={found?.backend ?? ''}>
      {found ? describe(found.backend, found.adapter) : 'Looking for a GPU …'}
    </p>
  );
}

function describe(backend: string, adapter: string): string {
  return backend === 'webgpu' ? `Runs on WebGPU: ${adapter}` : 'Runs on the processor, as asked for';
}
