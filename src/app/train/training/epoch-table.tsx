import { useComputed, useSignal } from '@preact/signals';
import type { EpochEvent } from '../../../model/training/events';
import { formatPercent } from '../../shared/format';
import { ScrollTable } from '../../shared/scroll-table';
import { useApp } from '../state/app';
import { bestEpoch } from './plateau-note';

/** The most epochs that the table shows: the latest ones. */
const mostRows = 200;

/** The charts' numbers as a table. */
export function EpochTable() {
  const isOpen = useSignal(false);
  return (
    <details
      class="epoch-table"
      onToggle={({ currentTarget }) => {
        isOpen.value = currentTarget.open;
      }}
    >
      <summary>Numbers of each epoch</summary>
      {isOpen.value && <Rows />}
    </details>
  );
}

function Rows() {
  const { run } = useApp();
  const epochs = useComputed(() => run.history.value.epochs).value;
  if (epochs.length === 0) return <p class="quiet">No epoch is finished yet.</p>;
  const best = bestEpoch(epochs);
  return (
    <>
      <ScrollTable class="epoch-rows" label="Numbers of each epoch">
        <thead>
          <tr>
            <th scope="col">Epoch</th>
            <th scope="col">Training loss</th>
            <th scope="col">Training accuracy</th>
            <th scope="col">Validation loss</th>
            <th scope="col">Validation accuracy</th>
            <th scope="col">Learning rate</th>
            <th scope="col">Seconds</th>
          </tr>
        </thead>
        <tbody>
          {epochs.slice(-mostRows).map((epoch) => (
            <Row key={epoch.epoch} epoch={epoch} isBest={epoch === best} />
          ))}
        </tbody>
      </ScrollTable>
      {epochs.length > mostRows && <p class="quiet">The latest {mostRows} epochs.</p>}
    </>
  );
}

function Row({ epoch, isBest }: { epoch: EpochEvent; isBest: boolean }) {
  return (
    <tr class={isBest ? 'best' : ''}>
      <th scope="row">
        {isBest && <span class="best-mark">best </span>}
        {epoch.epoch}
      </th>
      <td>{epoch.trainLoss.toFixed(4)}</td>
      <td>{formatPercent(epoch.trainAccuracy)}</td>
      <td>{epoch.validationLoss.toFixed(4)}</td>
      <td>{formatPercent(epoch.validationAccuracy)}</td>
      <td>{epoch.learningRate.toPrecision(2)}</td>
      <td>{epoch.seconds.toFixed(1)}</td>
    </tr>
  );
}
