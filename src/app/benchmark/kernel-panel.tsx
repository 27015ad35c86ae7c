import { formatCount, formatRate, formatTime } from '../../benchmark/format';
import { type KernelSummary, summariseKernels } from '../../benchmark/kernel-summary';
import type { KernelProfile } from '../../benchmark/result';
import { describeShape, phaseNames } from '../../benchmark/workload';
import { ScrollTable } from '../shared/scroll-table';
import { Roofline } from './roofline';

/** Our kernels for a case, one by one, against the best that the device can do. */
export function KernelPanel({ profile }: { profile: KernelProfile }) {
  const { ceilings, kernels, problem, phase, shape } = profile;
  if (!ceilings || kernels.length === 0) {
    return <p class="quiet">Our kernels were not timed one by one: {problem ?? 'there are none'}.</p>;
  }
  const summaries = summariseKernels(kernels, ceilings);
  const source = kernels[0]?.source === 'timestamp' ? 'GPU timestamps' : 'the wall clock';
  return (
    <section class="stack kernels">
      <h3>Our kernels, one by one</h3>
      <p class="quiet">
        Measured now, with {source}: at best this device does {formatRate(ceilings.flopsPerSecond, 'FLOP/s')}{' '}
        and moves {formatRate(ceilings.bytesPerSecond, 'B/s')}.
      </p>
      <Roofline summaries={summaries} ceilings={ceilings} />
      <KernelTable
        summaries={summaries}
        label={`Our kernels: ${phaseNames[phase]}, ${describeShape(shape, phase)}`}
      />
    </section>
  );
}

function KernelTable({ summaries, label }: { summaries: KernelSummary[]; label: string }) {
  return (
    <ScrollTable
      label={label}
      columns={['Kernel', 'dispatches', 'time', 'share', 'rate', 'traffic', 'FLOP/B', 'of the roof']}
    >
      <tbody>
        {summaries.map((kernel) => (
          <tr key={`${kernel.op}/${kernel.label}`}>
            <th scope="row">
              {kernel.label}
              <small class="remark">{kernel.op}</small>
            </th>
            <td>{formatCount(kernel.dispatches)}</td>
            <td class="main">{formatTime(kernel.milliseconds)}</td>
            <td>{percent(kernel.share)}</td>
            <td>{formatRate(kernel.flopsPerSecond, 'FLOP/s')}</td>
            <td>{formatRate(kernel.bytesPerSecond, 'B/s')}</td>
            <td>{Number.isFinite(kernel.intensity) ? kernel.intensity.toPrecision(2) : '–'}</td>
            <td>{percent(kernel.ofRoof)}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
}

function percent(share: number): string {
  return `${(100 * share).toFixed(share < 0.1 ? 1 : 0)} %`;
}
