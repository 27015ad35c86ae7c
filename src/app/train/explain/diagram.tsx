import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { sayShare, sayVerdict, verdictOf } from '../series/verdict';
import { Formula } from './formula';
import { formatNumber } from './numbers';
import { pictures } from './pictures';
import { type Part, parts, partTitles, type Shown } from './shown';

interface DiagramProps {
  shown: Shown;
  /** The part being explained. */
  chosen: Part;
  onChoose(part: Part): void;
  onStep(step: number): void;
  /** The explanation: below the chosen part where there is no room beside the diagram. */
  children: ComponentChildren;
}

/** What each part but the last passes to the next. */
const passedOn = ['x_t', 'y_t', 'e_t', 'α_t', 'z'];

/** What comes out of each part at the step that is looked at. */
function figuresOf({ inspection, step, names }: Shown): Record<Part, [symbol: string, value: string]> {
  const { prepared, time, features, scores, attention, probabilities } = inspection;
  return {
    series: [`x_{${step}}`, formatNumber(prepared[(step * prepared.length) / time] ?? 0)],
    lstm: [`y_{${step}}`, `${features} numbers`],
    scores: [`e_{${step}}`, formatNumber(scores[step] ?? 0)],
    softmax: [`α_{${step}}`, sayShare(attention[step] ?? 0)],
    context: ['z', `${features} numbers`],
    class: ['p', sayVerdict(verdictOf(probabilities, names))],
  };
}

/** The model as six parts, one below the other: the first four share the time axis, and a line marks the step. */
export function Diagram({ children, ...props }: DiagramProps) {
  const { step, inspection } = props.shown;
  const figures = figuresOf(props.shown);
  return (
    <div class="diagram" style={{ '--share': step / Math.max(1, inspection.time - 1) }}>
      {parts.map((part) => (
        <PartButton key={part} {...props} part={part} figures={figures[part]} />
      ))}
      {passedOn.map((symbol, i) => (
        <span key={symbol} class="arrow" style={{ order: 3 * i + 2 }} aria-hidden="true">
          ↓ <Formula>{symbol}</Formula>
        </span>
      ))}
      <section
        class="explanation stack"
        id="explanation"
        aria-label={`What ${partTitles[props.chosen]} computes`}
        style={{ order: 3 * parts.indexOf(props.chosen) + 1 }}
      >
        {children}
      </section>
    </div>
  );
}

interface PartButtonProps extends Omit<DiagramProps, 'children'> {
  part: Part;
  figures: [symbol: string, value: string];
}

function PartButton({ part, figures: [symbol, value], shown, chosen, onChoose, onStep }: PartButtonProps) {
  const { inspection, selected } = shown;
  const place = parts.indexOf(part);
  const hasTime = place < 4;
  // Drawn anew for another series or network, not when the step moves.
  const picture = useMemo(() => {
    const Picture = pictures[part];
    return <Picture inspection={inspection} selected={selected} />;
  }, [part, inspection, selected]);
  /** Goes to the step that the mouse or finger is at. */
  const point = (event: MouseEvent) => {
    const plot = (event.currentTarget as Element).querySelector('.part-plot');
    if (!plot || !hasTime) return;
    const { left, width } = plot.getBoundingClientRect();
    const share = (event.clientX - left) / width;
    if (share >= 0 && share <= 1) onStep(Math.round(share * (inspection.time - 1)));
  };
  return (
    <button
      type="button"
      class={hasTime ? 'part time-part' : 'part'}
      name={`part-${part}`}
      style={{ order: 3 * place }}
      aria-expanded={chosen === part}
      aria-controls="explanation"
      onClick={(event) => {
        // A key press has no position.
        if (event.detail > 0) point(event);
        onChoose(part);
      }}
      onPointerMove={(event) => event.pointerType === 'mouse' && point(event)}
    >
      <span class="part-label">
        <strong>{partTitles[part]}</strong>
        <span class="part-value">
          <Formula>{symbol}</Formula> {value}
        </span>
      </span>
      <span class="part-plot" aria-hidden="true">
        {picture}
      </span>
    </button>
  );
}
