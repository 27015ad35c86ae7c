import type { ComponentChildren } from 'preact';
import { sayShare, sayVerdict, verdictOf } from '../series/verdict';
import { Formula } from './formula';
import { formatNumber } from './numbers';
import {
  ClassPicture,
  ContextPicture,
  ScoresPicture,
  SeriesPicture,
  SoftmaxPicture,
  StatesPicture,
} from './pictures';
import { type Part, parts, partTitles, type Shown } from './shown';

interface DiagramProps {
  shown: Shown;
  /** The part being explained. */
  active: Part;
  pinned: Part;
  onPin(part: Part): void;
  /** The part pointed at; null when none is any more. */
  onPreview(part: Part | null): void;
  onFocus(part: Part | null, isKeyboard: boolean): void;
  onStep(step: number): void;
  /** Shown below the pinned part where there is no room beside the diagram. */
  children: ComponentChildren;
}

/** The model as six parts, one below the other: the first four share the time axis, and a line marks the step. */
export function Diagram({ children, ...props }: DiagramProps) {
  const { shown } = props;
  const { time, attention, context } = shown.inspection;
  const { step } = shown;
  const verdict = verdictOf(shown.inspection.probabilities, shown.names);
  const channels = shown.inspection.prepared.length / time;
  return (
    <div class="diagram" style={{ '--share': step / Math.max(1, time - 1) }}>
      <div class="parts">
        <PartButton
          {...props}
          part="series"
          value={formatNumber(shown.inspection.prepared[step * channels] ?? 0)}
          symbol={`x_{${step}}`}
        >
          <SeriesPicture {...shown} />
        </PartButton>
        <Arrow part="lstm" symbol="x_t" />
        <PartButton
          {...props}
          part="lstm"
          value={`${shown.inspection.features} numbers`}
          symbol={`y_{${step}}`}
        >
          <StatesPicture {...shown} />
        </PartButton>
        <Arrow part="scores" symbol="y_t" />
        <PartButton
          {...props}
          part="scores"
          value={formatNumber(shown.inspection.scores[step] ?? 0)}
          symbol={`e_{${step}}`}
        >
          <ScoresPicture {...shown} />
        </PartButton>
        <Arrow part="softmax" symbol="e_t" />
        <PartButton {...props} part="softmax" value={sayShare(attention[step] ?? 0)} symbol={`α_{${step}}`}>
          <SoftmaxPicture {...shown} />
        </PartButton>
        <Arrow part="context" symbol="α_t" />
        <PartButton {...props} part="context" value={`${context.length} numbers`} symbol="z">
          <ContextPicture {...shown} />
        </PartButton>
        <Arrow part="class" symbol="z" />
        <PartButton {...props} part="class" value={sayVerdict(verdict)} symbol="p">
          <ClassPicture {...shown} />
        </PartButton>
      </div>
      {children}
    </div>
  );
}

interface PartButtonProps extends Omit<DiagramProps, 'children'> {
  part: Part;
  symbol: string;
  value: string;
  children: ComponentChildren;
}

function PartButton({ part, symbol, value, children, ...props }: PartButtonProps) {
  const { shown, active, pinned, onPin, onPreview, onFocus, onStep } = props;
  const hasTime = parts.indexOf(part) < 4;
  /** The step that the mouse or finger is at. */
  const point = (event: MouseEvent) => {
    const plot = (event.currentTarget as Element).querySelector('.part-plot');
    if (!plot || !hasTime) return;
    const { left, width } = plot.getBoundingClientRect();
    const share = (event.clientX - left) / width;
    if (share < -0.02 || share > 1.02) return;
    onStep(Math.round(Math.min(1, Math.max(0, share)) * (shown.inspection.time - 1)));
  };
  return (
    <button
      type="button"
      class={hasTime ? 'part time-part' : 'part'}
      name={`part-${part}`}
      data-active={active === part}
      style={{ '--order': 10 * parts.indexOf(part) }}
      aria-expanded={pinned === part}
      aria-controls="explanation"
      onClick={(event) => {
        // A key press has no position.
        if (event.detail > 0) point(event);
        onPin(part);
      }}
      onPointerMove={(event) => event.pointerType === 'mouse' && point(event)}
      onPointerEnter={(event) => event.pointerType === 'mouse' && onPreview(part)}
      onPointerLeave={() => onPreview(null)}
      onFocus={(event) => onFocus(part, event.currentTarget.matches(':focus-visible'))}
      onBlur={() => onFocus(null, false)}
    >
      <span class="part-label">
        <span class="part-title">{partTitles[part]}</span>
        <span class="part-value">
          <Formula>{symbol}</Formula> {value}
        </span>
      </span>
      <span class="part-plot">{children}</span>
    </button>
  );
}

/** What one part passes to the next. */
function Arrow({ part, symbol }: { part: Part; symbol: string }) {
  return (
    <span class="arrow" data-to={part} style={{ '--order': 10 * parts.indexOf(part) - 1 }} aria-hidden="true">
      <svg viewBox="0 0 12 20" aria-hidden="true">
        <path d="M6 0V17M2 12.5L6 17.5L10 12.5" />
      </svg>
      <Formula>{symbol}</Formula>
    </span>
  );
}
