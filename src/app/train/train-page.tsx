import type { ReadonlySignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { DeviceNote } from './device-note';
import { SharedNote } from './keep/shared-note';
import { Stage } from './stage/stage';
import { useApp } from './state/app';
import { Top } from './top';
import { ControlBar } from './training/control-bar';
import { SmallCurve } from './training/small-curve';

/** What was wrong with the address that the page was opened with. */
function AddressProblem() {
  const { settings } = useApp();
  const problem = settings.addressProblem.value;
  if (!problem) return null;
  return (
    <p class="problem" role="alert" data-problem="address">
      {problem} The page uses its usual values there.
    </p>
  );
}

interface TrainPageProps {
  /** All below the first screen; null until it has been fetched. */
  lower: ReadonlySignal<ComponentType | null>;
}

/** To try a network, to doubt it, to train one, and then with series of one's own; the rest is folded. */
export function TrainPage({ lower }: TrainPageProps) {
  const Lower = lower.value;
  return (
    <>
      <a class="skip" href="#learn">
        Skip to the training
      </a>
      <Top />
      <AddressProblem />
      <SharedNote />
      <Stage learning={<SmallCurve />}>
        <ControlBar />
        <DeviceNote />
      </Stage>
      {Lower && <Lower />}
    </>
  );
}
