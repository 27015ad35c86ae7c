import { linearScale, pathThrough, ticks } from '../../shared/chart-geometry';
import { thin } from '../../shared/thin';
import type { CurveView } from './curve-view';

const width = 1000;
const height = 200;
/** More points than pixels cannot be told apart. */
const mostPoints = 800;

interface CurvePlotProps {
  kind: 'loss' | 'accuracy';
  view: CurveView;
  /** Whether values stand at the left, and epochs above. */
  hasAxes?: boolean;
}

/** The loss or the accuracy over the steps of a run: of each batch, their mean, and of each epoch's validation. */
export function CurvePlot({ kind, view, hasAxes = false }: CurvePlotProps) {
  const { values, smooth, validation, guessing, top, label } = view[kind];
  const x = linearScale([0, view.lastStep], [0, width]);
  const y = linearScale([0, top], [height, 0]);
  const line = (of: ArrayLike<number>) => pathThrough(thin(of, mostPoints), (step) => x(step + 1), y);
  const levels = kind === 'loss' ? ticks(0, top, 4) : [0, 0.5, 1];
  const share = (place: number, of: number) => `${(100 * place) / of}%`;
  return (
    <div class={hasAxes ? 'curve-plot has-axes' : 'curve-plot'}>
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" role="img" aria-label={label}>
        {hasAxes && levels.map((level) => <Line key={level} class="grid" at={y(level)} isLevel />)}
        {hasAxes && view.marks.map(({ step }) => <Line key={step} class="grid" at={x(step)} />)}
        <Line class="guessing" at={y(guessing)} isLevel />
        {hasAxes && <path class="batches" d={line(values)} />}
        <path class="training" d={line(smooth)} />
        <path
          class="validation"
          d={pathThrough(
            validation.map(({ step, value }) => [step, value]),
            x,
            y,
          )}
        />
      </svg>
      {hasAxes && (
        <div aria-hidden="true">
          {levels.map((level) => (
            <span key={level} class="level" style={{ top: share(y(level), height) }}>
              {kind === 'loss' ? level.toFixed(1) : `${100 * level} %`}
            </span>
          ))}
          {view.marks.map(({ step, value }) => (
            <span key={step} class="epoch" style={{ left: share(x(step), width) }}>
              {value}
            </span>
          ))}
        </div>
      )}
    </div>
  );
}

function Line({ class: name, at, isLevel = false }: { class: string; at: number; isLevel?: boolean }) {
  return isLevel ? (
    <line class={name} x1={0} x2={width} y1={at} y2={at} />
  ) : (
    <line class={name} x1={at} x2={at} y1={0} y2={height} />
  );
}
