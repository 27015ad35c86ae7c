import { formatBytes, formatCount, formatError, formatSpeedUp, formatTime } from '../../benchmark/format';
import { peerLabel } from '../../benchmark/peer-names';
import { type BenchmarkResult, caseKey, type Row, sortRows, speedUp } from '../../benchmark/result';
import { type Baseline, baselineOf } from '../../benchmark/verdict';
import { describeShape, phaseNames } from '../../benchmark/workload';
import { ScrollTable } from '../shared/scroll-table';

interface ResultTableProps {
  /** The rows of one case and phase. */
  rows: Row[];
  baseline: Baseline;
  earlier: BenchmarkResult | null;
  /** Tells the table from others of the same case on the page. */
  origin?: string;
}

export function ResultTable({ rows, baseline, earlier, origin = '' }: ResultTableProps) {
  const [first] = rows as [Row, ...Row[]];
  const reference = baselineOf(rows, baseline);
  return (
    <ScrollTable
      label={`Times: ${phaseNames[first.phase]}, ${describeShape(first.shape, first.phase)}${origin}`}
    >
      <thead>
        <tr>
          <th scope="col">Library</th>
          <th scope="col">median</th>
          <th scope="col">speed-up</th>
          <th scope="col">error</th>
          {earlier && <th scope="col">earlier</th>}
          {earlier && <th scope="col">× earlier</th>}
          <th scope="col">95 % within</th>
          <th scope="col">fastest</th>
          <th scope="col">runs</th>
          <th scope="col">first run</th>
          <th scope="col">compile</th>
          <th scope="col">GPU</th>
          <th scope="col">dispatches</th>
          <th scope="col">memory</th>
        </tr>
      </thead>
      <tbody>
        {sortRows(rows).map((row) => (
          <PeerRow key={`${row.peer}-${row.backend}`} row={row} reference={reference} earlier={earlier} />
        ))}
      </tbody>
    </ScrollTable>
  );
}

interface PeerRowProps {
  row: Row;
  reference: Row | undefined;
  earlier: BenchmarkResult | null;
}

function PeerRow({ row, reference, earlier }: PeerRowProps) {
  const before = earlier?.rows.find(
    (other) => other.peer === row.peer && other.backend === row.backend && caseKey(other) === caseKey(row),
  );
  const remark = [row.reason, row.note].filter((text) => text !== null).join('; ');
  return (
    <tr data-peer={`${row.peer}-${row.backend}`} data-status={row.status}>
      <th scope="row">
        <span class="swatch" style={{ background: `var(--${row.peer})` }} />
        {peerLabel(row.peer, row.backend)}
        {remark && <small class="remark">{remark}</small>}
      </th>
      <td class="main">{formatTime(row.p50)}</td>
      <td>{formatSpeedUp(speedUp(row, reference))}</td>
      <td>
        <span class={`status ${row.status}`}>{statusText(row)}</span>
      </td>
      {earlier && <td>{formatTime(before?.p50 ?? null)}</td>}
      {earlier && <td>{formatSpeedUp(speedUp(row, before))}</td>}
      <td>{formatTime(row.p95)}</td>
      <td>{formatTime(row.min)}</td>
      <td>{row.runs}</td>
      <td>{formatTime(row.warmup)}</td>
      <td>{formatTime(row.compile)}</td>
      <td>{row.gpu === null && row.gpuNote ? <abbr title={row.gpuNote}>–</abbr> : formatTime(row.gpu)}</td>
      <td>{formatCount(row.dispatches)}</td>
      <td>{formatBytes(row.memory)}</td>
    </tr>
  );
}

function statusText({ status, parity }: Row): string {
  if (status === 'ok') return `✓ ${formatError(parity.error)}`;
  if (status === 'wrong') return '✗ wrong';
  return status;
}
