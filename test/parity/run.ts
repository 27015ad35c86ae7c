import { onHardware } from './compare';
import type { CaseReport, ParityCase } from './definition';
import type { DeviceUnderTest } from './device';
import { runAttention } from './run-attention';
import { runGolden } from './run-golden';
import { runGRU, runGRUStep } from './run-gru';
import { runLSTM, runStep } from './run-lstm';
import { runAdam, runCrossEntropy } from './run-training';

/** Runs one case in the page; the report also says what it breaks or leaves behind. */
export async function runCase(parityCase: ParityCase, device: DeviceUnderTest): Promise<CaseReport> {
  let outcome: Omit<CaseReport, 'faults'> = { comparisons: [] };
  const faults = await device.inspect(async () => {
    outcome = await dispatch(parityCase, device);
  });
  const comparisons = device.isHardware ? outcome.comparisons.map(onHardware) : outcome.comparisons;
  return { ...outcome, comparisons, faults };
}

function dispatch(parityCase: ParityCase, device: DeviceUnderTest): Promise<Omit<CaseReport, 'faults'>> {
  switch (parityCase.op) {
    case 'lstm':
      return runLSTM(parityCase, device);
    case 'lstmStep':
      return runStep(parityCase);
    case 'gru':
      return runGRU(parityCase, device);
    case 'gruStep':
      return runGRUStep(parityCase);
    case 'attentionPool':
      return runAttention(parityCase, device);
    case 'crossEntropy':
      return runCrossEntropy(parityCase);
    case 'adam':
      return runAdam(parityCase);
    case 'golden':
      return runGolden(parityCase, device);
  }
}
