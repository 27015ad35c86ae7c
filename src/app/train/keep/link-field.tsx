import { useId, useRef, useState } from 'preact/hooks';
import { formatAddress } from '../state/address';
import { useApp } from '../state/app';

/** The link that reproduces the run shown or, before there is one, the settings. */
export function LinkField() {
  const { run, settings, data } = useApp();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [said, say] = useState('');
  const origin = run.origin.value;
  const query = origin ? formatAddress(origin.config, origin.backend) : settings.query.value;
  const file = origin ? origin.file : data.file.value;
  const link = `${location.origin}${location.pathname}${query}`;
  const hasMoved = origin !== null && query !== settings.query.value;

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(link);
      say('Copied');
    } catch {
      field.current?.select();
      say('Press Ctrl+C, or ⌘C, to copy the selected link');
    }
    setTimeout(() => say(''), 4000);
  }

  return (
    <div class="keep-block">
      <h3>
        <label for={id}>Link</label>
      </h3>
      <div class="link-field">
        <input
          type="text"
          id={id}
          ref={field}
          name="link"
          readOnly
          value={link}
          aria-describedby={`${id}-note`}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
        <button type="button" name="copy-link" onClick={() => void copy()}>
          Copy link
        </button>
      </div>
      <p class="quiet" id={`${id}-note`}>
        <span role="status" class="said">
          {said}
        </span>
        {said && '. '}
        {noteOf(origin !== null, hasMoved)}
        {file && ` The series of ${file.name} are not in the link: send the file along.`}
      </p>
    </div>
  );
}

function noteOf(isOfRun: boolean, hasMoved: boolean): string {
  if (hasMoved) return 'It has the settings of the run shown, which differ from those above.';
  return isOfRun
    ? 'Whoever opens it can train the same network on the same series: the seed is in it, too.'
    : 'It has all settings, including the seed, so training from it gives the same run.';
}
