import { WebGPUAdvice } from '../shared/webgpu-advice';
import { useApp } from './state/app';

/** What the training runs on; without WebGPU, what to do about it. */
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
      <div class="device" id="device" data-backend="cpu">
        <p>No WebGPU here, so the processor does the work; training takes several times as long.</p>
        <WebGPUAdvice reason={found.fallbackReason} />
      </div>
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
