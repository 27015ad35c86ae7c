import { sayAgreement, strongestStretch } from '../series/agreement';
import { useApp } from '../state/app';

/** Opens and closes the doubt, and says whether attention and occlusion agree. */
export function Doubt() {
  const { stage, answering } = useApp();
  const isDoubting = stage.isDoubting.value;
  if (!isDoubting) {
    return (
      <button
        type="button"
        name="doubt"
        class="doubt-open"
        disabled={answering.moment.value === null}
        onClick={() => {
          stage.isDoubting.value = true;
        }}
      >
        Does it really look there?
      </button>
    );
  }
  const occlusion = stage.occlusion.value;
  const answer = stage.live.answer.value;
  const strongest = occlusion && strongestStretch(occlusion);
  const hidden = stage.hidden.value;
  return (
    <div class="doubt stack">
      <p role="status" data-agreement>
        {occlusion && answer
          ? sayAgreement(answer.inspection.attention, occlusion)
          : 'Hiding each part in turn …'}
      </p>
      <div class="row">
        {hidden ? (
          <button
            type="button"
            name="unhide"
            onClick={() => {
              stage.hidden.value = null;
            }}
          >
            Show it again
          </button>
        ) : (
          <button
            type="button"
            name="hide-strongest"
            disabled={!occlusion}
            onClick={() => {
              stage.hidden.value = strongest ?? middle(occlusion?.effect.length ?? 0);
            }}
          >
            {strongest ? `Hide steps ${strongest.start} to ${strongest.end - 1}` : 'Hide a stretch'}
          </button>
        )}
        <button
          type="button"
          name="doubt"
          class="plain"
          onClick={() => {
            stage.hidden.value = null;
            stage.isDoubting.value = false;
          }}
        >
          Back
        </button>
      </div>
    </div>
  );
}

/** A fifth of the series, in its middle. */
function middle(time: number) {
  return { start: Math.round(0.4 * time), end: Math.max(2, Math.round(0.6 * time)) };
}
