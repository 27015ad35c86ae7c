import { useId, useRef, useState } from 'preact/hooks';
import { download } from '../../shared/download';
import { formatCount } from '../../shared/format';
import { formatAddress } from '../state/address';
import { useApp } from '../state/app';
import type { RunRecord } from '../state/run-record';

/** A result that was packed to be sent. */
interface Packed {
  /** The run that it is of. */
  record: RunRecord;
  /** Empty where it would be too long. */
  fragment: string;
  note: string;
}

/** The link that reproduces the run shown or, before there is one, the settings; with the trained network, if wanted. */
export function LinkField() {
  const { run, runs, settings, data } = useApp();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [said, say] = useState('');
  const [packed, setPacked] = useState<Packed | null>(null);
  const origin = run.origin.value;
  const query = origin ? formatAddress(origin.config, origin.backend) : settings.query.value;
  const file = origin ? origin.file : data.file.value;
  const { record, fragment, note } = packed ?? { record: null, fragment: '', note: '' };
  const holdsNetwork = record !== null && record.date === runs.shown.value?.date;
  const page = `${location.origin}${location.pathname}`;
  const link = page + (holdsNetwork && fragment ? fragment : query);
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
    <div class="stack keep-link">
      <h3>
        <label for={id}>Link</label>
      </h3>
      <div class="row link-field">
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
        {holdsNetwork ? note : noteOf(origin !== null, hasMoved)}
        {file && !fragment && ` The series of ${file.name} are not in the link: send the file along.`}
      </p>
      <ShareButtons onPacked={setPacked} />
      <p class="printed">
        To train it again: {page}
        {query}
      </p>
    </div>
  );
}

/** Put the trained network, with its figures and the series shown, into the link or into a file. */
function ShareButtons({ onPacked }: { onPacked(packed: Packed): void }) {
  const { port, runs, editor, results } = useApp();
  const [problem, setProblem] = useState('');
  const record = runs.shown.value;
  const isReady = record !== null && !results.isBusy.value;

  async function pack(
    use: (codec: typeof import('../state/shared-result'), bytes: Uint8Array<ArrayBuffer>) => void,
  ) {
    if (!record) return;
    setProblem('');
    try {
      const codec = await import('../state/shared-result');
      const { safetensors } = await port.api.exportModel();
      const example = { series: editor.series.peek(), channels: editor.channelNames.peek().length };
      use(codec, await codec.packResult(safetensors, record, example));
    } catch (error) {
      setProblem((error as Error).message);
    }
  }

  return (
    <>
      <div class="row link-field">
        <button
          type="button"
          name="share-link"
          disabled={!isReady}
          onClick={() =>
            void pack(({ toFragment, longestLink }, bytes) => {
              if (!record) return;
              const fragment = toFragment(bytes);
              const length = `${formatCount(fragment.length)} characters`;
              const isLong = fragment.length > longestLink;
              onPacked({
                record,
                fragment: isLong ? '' : fragment,
                note: isLong
                  ? `With the network, the link would have ${length}. Not all browsers open more than about ${formatCount(longestLink)}: send a file instead.`
                  : `It holds the trained network, its figures and the series shown, in ${length}. Whoever opens it sees the network answer; no server has it.`,
              });
            })
          }
        >
          Put the network in the link
        </button>
        <button
          type="button"
          name="share-file"
          disabled={!isReady}
          onClick={() => void pack((_, bytes) => download('result.gatewave', bytes))}
        >
          Save it as a file
        </button>
      </div>
      {!isReady && <p class="quiet">Once a training has ended, the network can go along.</p>}
      {problem && (
        <p class="field-problem" role="alert">
          {problem}
        </p>
      )}
    </>
  );
}

function noteOf(isOfRun: boolean, hasMoved: boolean): string {
  if (hasMoved) return 'It has the settings of the run shown, which differ from those above.';
  return isOfRun
    ? 'Whoever opens it can train the same network on the same series: the seed is in it, too.'
    : 'It has all settings, including the seed, so training from it gives the same run.';
}
