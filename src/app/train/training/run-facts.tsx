import { useComputed } from '@preact/signals';
import { formatBytes, formatCount } from '../../shared/format';
import { Term } from '../../shared/glossary';
import { useApp } from '../state/app';

/** What runs, and what it costs. */
export function RunFacts() {
  const { run, plan, device, settings } = useApp();
  const start = useComputed(() => run.history.value.start);
  const planned = plan.plan.value;
  const dispatches = start.value ? start.value.dispatchesPerStep : planned?.dispatchesPerStep;
  const parameters = start.value?.parameters ?? planned?.parameters;
  const bytes = start.value?.memoryBytes ?? planned?.bytes;
  const clipNorm = (run.origin.value?.config ?? settings.config.value).clip_norm;
  return (
    <dl class="facts run-facts">
      <Fact
        isWide
        name="Runs on"
        value={start.value?.adapter ?? device.device.value?.adapter ?? '…'}
        note={device.device.value?.backend === 'cpu' ? 'the processor' : 'by WebGPU'}
      />
      <Fact
        name="GPU calls per step"
        value={dispatches === null ? 'none' : dispatches === undefined ? '–' : `${dispatches}`}
        note="dispatches"
      />
      <Fact
        name="Parameters"
        value={parameters === undefined ? '–' : formatCount(parameters)}
        note="are trained"
      />
      <Fact name="Memory" value={bytes === undefined ? '–' : formatBytes(bytes)} note="estimated" />
      <div>
        <dt>
          <Term word="gradient norm">Gradient norm</Term>
        </dt>
        <GradientNorm clipNorm={clipNorm} />
      </div>
    </dl>
  );
}

interface FactProps {
  name: string;
  value: string;
  note: string;
  isWide?: boolean;
}

function Fact({ name, value, note, isWide = false }: FactProps) {
  return (
    <div class={isWide ? 'wide' : ''}>
      <dt>{name}</dt>
      <dd title={value}>
        {value} <small>{note}</small>
      </dd>
    </div>
  );
}

function GradientNorm({ clipNorm }: { clipNorm: number }) {
  const { run } = useApp();
  const norm = useComputed(() => run.history.value.gradientNorm.at(-1)).value;
  const note =
    clipNorm === 0
      ? 'never clipped'
      : norm !== undefined && norm > clipNorm
        ? `clipped to ${clipNorm}`
        : 'not clipped';
  return (
    <dd>
      {norm === undefined ? '–' : norm.toPrecision(3)} <small>{norm === undefined ? '' : note}</small>
    </dd>
  );
}
