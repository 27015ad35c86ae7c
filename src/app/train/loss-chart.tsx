import { useEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import type { Progress } from './training';

const options: uPlot.Options = {
  width: 760,
  height: 260,
  scales: { x: { time: false } },
  axes: [{ label: 'step' }, { label: 'loss' }],
  series: [
    { label: 'step' },
    { label: 'training loss', stroke: 'steelblue' },
    { label: 'validation loss', stroke: 'darkorange', spanGaps: true, points: { show: true } },
  ],
};

/** The loss of each step and the validation loss of each epoch, live. */
export function LossChart({ steps, epochs }: Pick<Progress, 'steps' | 'epochs'>) {
  const element = useRef<HTMLDivElement>(null);
  const chart = useRef<uPlot | null>(null);

  useEffect(() => {
    if (!element.current) return;
    chart.current = new uPlot(options, [[], [], []], element.current);
    return () => chart.current?.destroy();
  }, []);

  useEffect(() => {
    const validation = new Map(epochs.map(({ step, validationLoss }) => [step, validationLoss]));
    chart.current?.setData([
      steps.map((_, i) => i + 1),
      steps,
      steps.map((_, i) => validation.get(i + 1) ?? null),
    ]);
  }, [steps, epochs]);

  return <div class="chart" ref={element} />;
}
