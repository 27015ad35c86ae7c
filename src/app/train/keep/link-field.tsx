import { useId, useRef, useState } from 'preact/hooks';
import { download } from '../../shared/download';
import { formatCount } from '../../shared/format';
import { formatAddress } from '../state/address';
import { useApp } from '../state/app';
import { runName } from '../state/run-record';
import { sayTraining } from './outcomes';

/** The link that reproduces the run shown or, before there is one, the settings; with the trained network, if wanted. */
export function LinkField() {
  const { port, run, runs, settings, data, editor, results } = useApp();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [said, say] = useState('');
  const [problem, setProblem] = useState('');
  /** The network of the run that ended at this date; the fragment is empty where it would be too long. */
  const [packed, setPacked] = useState({ date: '', fragment: '', note: '' });
  const origin = run.origin.value;
  const query = origin ? formatAddress(origin.config, origin.backend) : settings.query.value;
  const file = origin ? origin.file : data.file.value;
  const record = runs.shown.value;
  const isReady = record !== null && !results.isBusy.value;
  const { fragment, note } = record?.date === packed.date ? packed : { fragment: '', note: '' };
  const page = `${location.origin}${location.pathname}`;
  const link = page + (fragment || query);
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

  async function share(where: 'link' | 'file'): Promise<void> {
    if (!record) return;
    setProblem('');
    try {
      const { packResult, toFragment, longestLink } = await import('../state/shared-result');
      const { safetensors } = await port.api.exportModel();
      const example = { series: editor.series.peek(), channels: editor.channelNames.peek().length };
      const bytes = await packResult(safetensors, record, example);
      if (where === 'file') {
        download('result.gatewave', bytes);
        return;
      }
      const whole = toFragment(bytes);
      const length = `${formatCount(whole.length)} characters`;
      const isLong = whole.length > longestLink;
      setPacked({
        date: record.date,
        fragment: isLong ? '' : whole,
        note: isLong
          ? `With the network, the link would have ${length}. Not all browsers open more than about ${formatCount(longestLink)}: send a file instead.`
          : `It holds the trained network, its figures and the series shown, in ${length}. Whoever opens it sees the network answer; no server has it.`,
      });
    } catch (error) {
      setProblem((error as Error).message);
    }
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
        {note || noteOf(origin !== null, hasMoved)}
        {file && !fragment && ` The series of ${file.name} are not in the link: send the file along.`}
      </p>
      <div class="row">
        <button type="button" name="share-link" disabled={!isReady} onClick={() => void share('link')}>
          Put the network in the link
        </button>
        <button type="button" name="share-file" disabled={!isReady} onClick={() => void share('file')}>
          Save it as a file
        </button>
      </div>
      {!isReady && <p class="quiet">Once a training has ended, the network can go along.</p>}
      {problem && (
        <p class="field-problem" role="alert">
          {problem}
        </p>
      )}
      <p class="printed">
        {record && `${runName(record)}, ${sayTraining(record)}. `}
        To train it again: {page}
        {query}
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
