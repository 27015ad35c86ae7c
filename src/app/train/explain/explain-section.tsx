import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useNear } from '../../shared/use-near';
import { focusOf, sayFocus } from '../series/attention';
import { drawnSeries } from '../series/drawing';
import { useClassNames } from '../series/use-class-names';
import { useLiveInspection } from '../series/use-live-inspection';
import { sayVerdict, verdictOf } from '../series/verdict';
import type { TrainApp } from '../state/app';
import { useApp } from '../state/app';
import { type SelectedSeries, selectRow } from '../state/inspection';
import { Diagram } from './diagram';
import './explain.css';
import { useMedia } from '../../shared/use-media';
import { Essay } from './essay';
import { Explanation } from './explanation';
import { type Part, parts, partTitles, type Shown, schematicInspection } from './shown';

/** The model in six parts, fed with a series, each of which tells what it computes. */
export function ExplainSection() {
  const app = useApp();
  const section = useRef<HTMLElement>(null);
  const isNear = useNear(section);
  const { shown, setStep, problem } = useShown(app, isNear);
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
  const { inspection, step, selected, isLive } = shown;
  const verdict = verdictOf(inspection.probabilities, shown.names);
  return (
    <section class="card explain" id="explain" aria-labelledby="explain-title" ref={section}>
      <div class="section-head">
        <h2 id="explain-title">How it decides</h2>
        <p>
          Follow one series through the network. Point at a part, or move to it with the Tab key, to see what
          it computes; choose it to keep it open.
        </p>
      </div>
      <div class="explain-bar">
        <p>
          <strong>{selected.title}</strong>{' '}
          <span class="quiet">
            {isLive
              ? `${sayVerdict(verdict)}. ${sayFocus(focusOf(inspection.attention), inspection.time)}`
              : 'The grey parts fill with live values once there is a model: train one, or load one.'}
          </span>
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
      <Essay isNear={isNear} />
    </section>
  );
}

/** The selected series, or an example, and what the model makes of it. */
function useShown(app: TrainApp, isNear: boolean) {
  const { model, inspection: store } = app;
  const info = model.info.value;
  const example = useExample(app);
  const wanted = store.selected.value ?? example;
  const isReadable = !info || wanted.channels === info.channels;
  const live = useLiveInspection(isNear && isReadable ? wanted.series : null);
  const [moved, setMoved] = useState<number | null>(null);
  const names = useClassNames();
  // The answer may still be of the series before.
  const asked = useRef(new WeakMap<Float32Array, SelectedSeries>());
  asked.current.set(wanted.series, wanted);
  const found = live.answer.value;
  const answered = found && asked.current.get(found.series);
  const schematic = useMemo(() => schematicInspection(wanted, 12), [wanted]);
  const isLive = found !== null && answered !== undefined;
  const inspection = isLive ? found.inspection : schematic;
  // Another series begins at its own peak.
  useEffect(() => setMoved(null), [wanted]);
  const shown: Shown = {
    selected: isLive && answered ? answered : wanted,
    inspection,
    isLive,
    step: Math.min(moved ?? focusOf(inspection.attention).peak, inspection.time - 1),
    score: info?.score ?? 'additive',
    scaling: info?.scaling ?? 'max',
    names: isLive ? names : ['normal', 'flattened'],
  };
  return { shown, setStep: setMoved, problem: live.problem.value };
}

/** What is explained while nothing is selected: one of the series that the data begin with, a flattened one if there is one. */
function useExample({ data, model }: TrainApp): SelectedSeries {
  const preview = data.preview.value;
  const channels = model.info.value?.channels ?? preview?.channels ?? 1;
  const last = useRef<SelectedSeries | null>(null);
  return useMemo(() => {
    if (preview && preview.channels === channels) {
      const row = Math.max(0, preview.labels.indexOf(1));
      last.current = selectRow(preview, row, 'Example series');
    } else if (last.current?.channels !== channels) {
      const time = 100;
      const wave = { freq: 2.5, amp: 1, phase: 0 };
      const one = drawnSeries(
        { base: { kind: 'wave', wave, flat: { start: 40, length: 20 } }, edits: [] },
        time,
      );
      const series = Float32Array.from(
        { length: time * channels },
        (_, i) => one[Math.floor(i / channels)] ?? 0,
      );
      last.current = { title: 'Example series', series, time, channels, label: null, truth: null };
    }
    return last.current as SelectedSeries;
  }, [preview, channels]);
}
