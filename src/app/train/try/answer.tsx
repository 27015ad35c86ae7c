import type { ReadonlySignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { ShareBar } from '../../shared/share-bar';
import { useSpoken } from '../../shared/use-spoken';
import { focusOf, sayFocus } from '../series/attention';
import { useClassNames } from '../series/use-class-names';
import type { LiveAnswer } from '../series/use-live-inspection';
import { sayShare, sayVerdict, type Verdict, verdictOf } from '../series/verdict';
import { useApp } from '../state/app';
import { yourSeries } from './edit-bar';
import type { Editor } from './editor';

interface AnswerProps {
  editor: Editor;
  live: { answer: ReadonlySignal<LiveAnswer | null>; problem: ReadonlySignal<string> };
}

/** What the model says about the series, and how fast it did. */
export function Answer({ editor, live }: AnswerProps) {
  const { inspection, model } = useApp();
  const names = useClassNames();
  const found = live.answer.value;
  const verdict = found ? verdictOf(found.inspection.probabilities, names) : null;
  const said = useSpoken(
    verdict && found
      ? `${sayVerdict(verdict)}. ${sayFocus(focusOf(found.inspection.attention), found.inspection.time)}`
      : '',
  );
  return (
    <div class="answer" data-state={verdict ? 'answered' : 'waiting'}>
      <p class="eyebrow">The network says</p>
      <p class="verdict">
        <span class="name">{verdict ? verdict.name : 'Nothing yet'}</span>
        {verdict && <span class="share">{sayShare(verdict.probability)}</span>}
      </p>
      {verdict ? (
        <Shares verdict={verdict} />
      ) : (
        <p class="quiet">
          {model.info.value ? 'It is being asked.' : 'Train first, or load a model. You can draw already.'}
        </p>
      )}
      <Latency answer={found} />
      <p class="visually-hidden" role="status">
        {said}
      </p>
      {live.problem.value && (
        <p class="field-problem" role="alert">
          {live.problem.value}
        </p>
      )}
      <Truth editor={editor} verdict={verdict} />
      <button
        type="button"
        name="explain-drawn"
        disabled={!found}
        onClick={() => {
          const series = editor.series.value;
          inspection.selected.value = {
            title: yourSeries,
            series,
            time: editor.time.value,
            channels: editor.channelNames.value.length,
            channelNames: editor.channelNames.value,
            label: null,
            regions: [],
            facts: [],
          };
          document.getElementById('explain')?.scrollIntoView();
        }}
      >
        Explain this
      </button>
    </div>
  );
}

/** A balance between two classes; for more classes, one bar each. */
function Shares({ verdict: { shares } }: { verdict: Verdict }) {
  const [first, second] = shares;
  if (shares.length === 2 && first && second) {
    const percent = 100 * second.probability;
    return (
      <div class="meter">
        <meter
          class="visually-hidden"
          min={0}
          max={1}
          value={second.probability}
          aria-label={`Probability of ${second.name}`}
        />
        <div class="balance" aria-hidden="true">
          <span
            class="fill"
            style={{ left: `${Math.min(50, percent)}%`, width: `${Math.abs(percent - 50)}%` }}
          />
          <span class="marker" style={{ left: `${percent}%` }} />
        </div>
        <div class="ends" aria-hidden="true">
          <span>{first.name}</span>
          <span>{second.name}</span>
        </div>
      </div>
    );
  }
  return (
    <ul class="shares">
      {shares.map(({ name, probability }) => (
        <li key={name}>
          <span>{name}</span>
          <ShareBar share={probability} />
          <span>{sayShare(probability)}</span>
        </li>
      ))}
    </ul>
  );
}

/** From the question to the picture of the answer. */
function Latency({ answer }: { answer: LiveAnswer | null }) {
  const line = useRef<HTMLParagraphElement>(null);
  // Set directly, not as state, since it is known only once the answer has been drawn.
  useLayoutEffect(() => {
    if (!line.current) return;
    const milliseconds = answer ? performance.now() - answer.askedAt : null;
    line.current.textContent = milliseconds === null ? '' : `Answer in ${Math.round(milliseconds)} ms`;
    line.current.dataset.milliseconds = milliseconds === null ? '' : milliseconds.toFixed(1);
  }, [answer]);
  return <p class="latency quiet" ref={line} />;
}

/** The true class of a surprise, shown on request. */
function Truth({ editor, verdict }: { editor: Editor; verdict: Verdict | null }) {
  const names = useClassNames();
  const surprise = editor.surprise.value;
  if (!surprise) return <p class="truth" />;
  if (!editor.isRevealed.value) {
    return (
      <p class="truth">
        Is it right?{' '}
        <button
          type="button"
          class="plain"
          name="reveal"
          onClick={() => {
            editor.isRevealed.value = true;
          }}
        >
          Show the truth
        </button>
      </p>
    );
  }
  const name = names[surprise.label] ?? (surprise.label === 1 ? 'flattened' : 'normal');
  const judged =
    verdict && (verdict.label === surprise.label ? ' The network is right.' : ' The network is wrong.');
  return (
    <p class="truth" role="status">
      <span>
        It is <strong>{name}</strong>.{judged}
      </span>
    </p>
  );
}
