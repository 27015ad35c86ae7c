import { useState } from 'preact/hooks';
import { focusOf, sayFocus } from '../series/attention';
import { sayVerdict, verdictOf } from '../series/verdict';
import { useApp } from '../state/app';
import { Diagram } from './diagram';
import './explain.css';
import { useMedia } from '../../shared/use-media';
import { Explanation } from './explanation';
import { type Part, parts, partTitles } from './shown';
import { useShown } from './use-shown';

/** The model in six parts, fed with a series; each part explains what it computes. */
export function ExplainSection() {
  const app = useApp();
  const { shown, setStep, problem } = useShown(app);
  const [pinned, setPinned] = useState<Part>('series');
  const [hovered, setHovered] = useState<Part | null>(null);
  const [focused, setFocused] = useState<Part | null>(null);
  // Without room beside the diagram, the explanation opens below the part that was chosen, and stays there.
  const isWide = useMedia('(min-width: 64rem)');
  const active = isWide ? (hovered ?? focused ?? pinned) : pinned;
  const next = parts[parts.indexOf(pinned) + 1];
  const pin = (part: Part) => {
    setPinned(part);
    setFocused(null);
  };
  if (!shown) {
    return <p class="quiet">{problem || 'Once there is a network, a series goes through it here.'}</p>;
  }
  const { inspection, step, selected } = shown;
  const verdict = verdictOf(inspection.probabilities, shown.names);
  return (
    <div class="explain">
      <p class="quiet">
        Follow one series through the network. Point at a part, or move to it with the Tab key, to see what it
        computes; select it to keep it open.
      </p>
      <div class="explain-bar">
        <p>
          <strong>{selected.title}</strong>{' '}
          <span class="quiet">
            {sayVerdict(verdict)}. {sayFocus(focusOf(inspection.attention), inspection.time)}
          </span>
        </p>
        {app.inspection.selected.value && (
          <button
            type="button"
            class="plain"
            name="explain-stage"
            onClick={() => {
              app.inspection.selected.value = null;
            }}
          >
            Show the series at the top
          </button>
        )}
        <label class="step-slider">
          <span>
            Step <output>{step}</output>
          </span>
          <input
            type="range"
            name="explain-step"
            min={0}
            max={inspection.time - 1}
            step={1}
            value={step}
            onInput={(event) => setStep(event.currentTarget.valueAsNumber)}
          />
        </label>
      </div>
      {problem && (
        <p class="field-problem" role="alert">
          {problem}
        </p>
      )}
      <Diagram
        shown={shown}
        active={active}
        pinned={pinned}
        onPin={pin}
        onPreview={setHovered}
        onFocus={(part, isKeyboard) => {
          if (!isWide && part && isKeyboard) setPinned(part);
          else setFocused(isKeyboard ? part : null);
        }}
        onStep={setStep}
      >
        <section
          class="explanation"
          id="explanation"
          aria-label={`What ${partTitles[active]} computes`}
          style={{ '--order': 10 * parts.indexOf(pinned) + 1 }}
        >
          <Explanation part={active} shown={shown} />
          {next && (
            <button type="button" class="plain next" name="explain-next" onClick={() => pin(next)}>
              Next: {partTitles[next]}
            </button>
          )}
        </section>
      </Diagram>
    </div>
  );
}
