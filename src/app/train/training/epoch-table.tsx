import { useComputed } from '@preact/signals';
import type { EpochEvent } from '../../../model/training/events';
import { formatPercent } from '../../shared/format';
import { ScrollTable } from '../../shared/scroll-table';
import { useApp } from '../state/app';
import { bestEpoch } from './curve-note';

/** The most epochs that the table shows: the latest ones. */
const mostRows = 200;

const columns: readonly [title: string, of: (epoch: EpochEvent) => string][] = [
  ['Training loss', ({ trainLoss }) => trainLoss.toFixed(4)],
  ['Training accuracy', ({ trainAccuracy }) => formatPercent(trainAccuracy)],
  ['Validation loss', ({ validationLoss }) => validationLoss.toFixed(4)],
  ['Validation accuracy', ({ validationAccuracy }) => formatPercent(validationAccuracy)],
  ['Learning rate', ({ learningRate }) => learningRate.toPrecision(2)],
  ['Seconds', ({ seconds }) => seconds.toFixed(1)],
];

/** The charts' numbers as a table. */
export function EpochTable() {
  const { run } = useApp();
  const epochs = useComputed(() => run.history.value.epochs).value;
  const best = bestEpoch(epochs);
  return (
    <details class="epoch-table">
      <summary>Numbers of each epoch</summary>
      <ScrollTable
        class="epoch-rows"
        label="Numbers of each epoch"
        columns={['Epoch', ...columns.map(([title]) => title)]}
      >
        <tbody>
          {epochs.slice(-mostRows).map((epoch) => (
            <tr key={epoch.epoch} class={epoch === best ? 'best' : ''}>
              <th scope="row">
                {epoch === best && 'best '}
                {epoch.epoch}
              </th>
              {columns.map(([title, of]) => (
                <td key={title}>{of(epoch)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      {epochs.length > mostRows && <p class="quiet">The latest {mostRows} epochs.</p>}
    </details>
  );
}
