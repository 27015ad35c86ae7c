import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { ShareBar } from '../../shared/share-bar';
import { useSpoken } from '../../shared/use-spoken';
import { focusOf, sayFocus } from '../series/attention';
import { useClassNames } from '../series/use-class-names';
import { sayShare, sayVerdict, type Verdict, verdictOf } from '../series/verdict';
import { useApp } from '../state/app';
import type { LiveAnswer } from '../state/live';

/** What the network says about the series, and how that changes when a stretch is hidden. */
export function AnswerPanel({ children }: { children?: ComponentChildren }) {
  const { stage, editor } = useApp();
  const names = useClassNames();
  const whole = stage.live.answer.value;
  const masked = stage.masked.value ? stage.liveMasked.answer.value : null;
  const shown = masked ?? whole;
  const verdict = shown && verdictOf(shown.inspection.probabilities, names);
  const before = masked && whole ? verdictOf(whole.inspection.probabilities, names) : null;
  const focus = shown ? sayFocus(focusOf(shown.inspection.attention), shown.inspection.time) : '';
  const spoken = useSpoken(verdict ? `${sayVerdict(verdict)}. ${focus}` : '');
  // What is there when the page opens was not asked for.
  const isAsked = editor.isTouched.value || masked !== null;
  const problem = stage.live.problem.value || stage.liveMasked.problem.value;
  return (
    <div class="answer" data-state={verdict ? 'answered' : 'waiting'}>
      <p class="eyebrow">{masked ? 'With that hidden, the network says' : 'The network says'}</p>
      <p class="verdict">
        <span class="name">{verdict ? verdict.name : 'Nothing yet'}</span>
        {verdict && <span class="share">{sayShare(verdict.probability)}</span>}
      </p>
      {verdict ? <Shares verdict={verdict} /> : <div class="meter" />}
      <p class="focus">{before && verdict ? <Change before={before} after={verdict} /> : focus}</p>
      <p class="visually-hidden" role="status">
        {spoken}
      </p>
      {problem && (
        <p class="field-problem" role="alert">
          {problem}
        </p>
      )}
      {children}
      <Latency answer={isAsked ? shown : null} />
    </div>
  );
}

/** What became of the answer that was given for the whole series. */
function Change({ before, after }: { before: Verdict; after: Verdict }) {
  const left = after.shares[before.label]?.probability ?? 0;
  return (
    <span data-change>
      {before.name}: {sayShare(before.probability)} → <strong>{sayShare(left)}</strong>
    </span>
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

/** From the question to the picture of the answer, for tests and for those who look. */
function Latency({ answer }: { answer: LiveAnswer | null }) {
  const line = useRef<HTMLParagraphElement>(null);
  // Set directly, not as state, since it is known only once the answer has been drawn.
  useLayoutEffect(() => {
    if (!line.current) return;
    const milliseconds = answer ? performance.now() - answer.askedAt : null;
    line.current.textContent = milliseconds === null ? '' : `Answered in ${Math.ceil(milliseconds)} ms`;
    line.current.dataset.milliseconds = milliseconds === null ? '' : milliseconds.toFixed(1);
  }, [answer]);
  return <p class="latency quiet" ref={line} />;
}
