import { useState } from 'preact/hooks';
import { focusOf, sayFocus } from '../series/attention';
import { sayVerdict, verdictOf } from '../series/verdict';
import { useApp } from '../state/app';
import { Diagram } from './diagram';
import './explain.css';
import { Explanation } from './explanation';
import { type Part, parts, partTitles } from './shown';
import { useShown } from './use-shown';

/** The model in six parts, fed with a series; each part explains what it computes. */
export function ExplainSection() {
  const app = useApp();
  const { shown, setStep, problem } = useShown(app);
  const [chosen, setChosen] = useState<Part>('series');
  const next = parts[parts.indexOf(chosen) + 1];
  if (!shown) {
    return <p class="quiet">{problem || 'Once there is a network, a series goes through it here.'}</p>;
  }
  const { inspection, step, selected, names } = shown;
  return (
    <div class="explain stack">
      <p class="quiet">
        Follow one series through the network: choose a part to see what it computes, and a step to see its
        numbers there.
      </p>
      <p class="explain-about">
        <strong>{selected.title}</strong>{' '}
        <span class="quiet">
          {sayVerdict(verdictOf(inspection.probabilities, names))}.{' '}
          {sayFocus(focusOf(inspection.attention), inspection.time)}
        </span>{' '}
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
      </p>
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
      {problem && (
        <p class="field-problem" role="alert">
          {problem}
        </p>
      )}
      <Diagram shown={shown} chosen={chosen} onChoose={setChosen} onStep={setStep}>
        <Explanation part={chosen} shown={shown} />
        {next && (
          <button type="button" class="plain" name="explain-next" onClick={() => setChosen(next)}>
            Next: {partTitles[next]}
          </button>
        )}
      </Diagram>
    </div>
  );
}
