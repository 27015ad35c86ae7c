import './resume-offer.css';
import { useState } from 'preact/hooks';
import { useApp } from '../state/app';
import { describeStored } from './describe-stored';

/** After a reload during training: offers to continue it. */
export function ResumeOffer() {
  const { checkpoints, data } = useApp();
  const [isBusy, setBusy] = useState(false);
  const offer = checkpoints.offer.value;
  if (!offer) {
    const note = checkpoints.note.value;
    return note ? <p class="quiet">{note}</p> : null;
  }
  const { stored, needsFile } = offer;
  const isMissing = needsFile && data.file.value?.name !== stored.file;
  return (
    <aside class="row resume-offer" aria-label="Interrupted training">
      <p id="resume-text">
        <strong>A training was interrupted</strong> {describeStored(stored, new Date())}
        {isMissing && ` Its data were too large to keep: choose ${stored.file} again under Yours first.`}
      </p>
      <div class="row">
        <button
          type="button"
          class="primary"
          name="resume-run"
          disabled={isBusy || isMissing}
          aria-describedby="resume-text"
          onClick={() => {
            setBusy(true);
            void checkpoints.resume().finally(() => setBusy(false));
          }}
        >
          Continue
        </button>
        <button type="button" name="discard-run" disabled={isBusy} onClick={() => checkpoints.discard()}>
          Discard
        </button>
      </div>
    </aside>
  );
}
