import { useApp } from '../state/app';
import type { BackendChoice } from '../state/settings';
import { SelectControl } from './select-control';

const options: readonly { value: BackendChoice; label: string }[] = [
  { value: 'auto', label: 'best there is' },
  { value: 'webgpu', label: 'graphics card' },
  { value: 'cpu', label: 'processor' },
];

/** What the training runs on. Changing it starts afresh, because the network lives where it was trained. */
export function BackendControl() {
  const { settings, device, run, model } = useApp();
  const status = run.status.value;
  const isGoing = status !== 'idle' && status !== 'ended' && status !== 'lost';
  const change = async (choice: BackendChoice): Promise<void> => {
    await run.reset();
    settings.backend.value = choice;
    // If it cannot be opened, the note at the top of the page says why.
    await device.reopen().catch(() => {});
  };
  return (
    <SelectControl
      name="backend"
      label="Runs on"
      help={
        isGoing
          ? 'Can be changed when no training is under way.'
          : model.info.value
            ? 'Changing it discards the current network.'
            : 'The graphics card, through WebGPU, is many times faster than the processor.'
      }
      options={options}
      value={settings.backend.value}
      isDisabled={isGoing}
      onChange={(choice) => void change(choice)}
    />
  );
}
