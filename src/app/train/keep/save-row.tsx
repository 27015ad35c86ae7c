import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { download } from '../../shared/download';

interface SaveRowProps {
  title: string;
  /** What the files are for. */
  note: string;
  /** Why there is nothing to save yet, shown in place of the note; empty if there is. */
  reason: string;
  /** Files that are made when they are asked for, each with the name of its button. */
  files: Record<string, readonly [file: string, make: () => BlobPart | Promise<BlobPart>]>;
  /** Further buttons. */
  children?: ComponentChildren;
}

/** One thing that can be saved, with a button for each file that it may be. */
export function SaveRow({ title, note, reason, files, children }: SaveRowProps) {
  const id = useId();
  const [busy, setBusy] = useState('');
  const [problem, setProblem] = useState('');

  async function save(file: string, make: () => BlobPart | Promise<BlobPart>): Promise<void> {
    setBusy(file);
    setProblem('');
    try {
      download(file, await make());
    } catch (error) {
      setProblem((error as Error).message);
    }
    setBusy('');
  }

  return (
    <div class="row save-row">
      <div>
        <h4>{title}</h4>
        <p class="quiet" id={id}>
          {reason || note}
        </p>
        {problem && (
          <p class="field-problem" role="alert">
            {problem}
          </p>
        )}
      </div>
      <div class="row">
        {children}
        {Object.entries(files).map(([name, [file, make]]) => (
          <button
            type="button"
            key={name}
            name={name}
            aria-label={`Save ${title}, ${file}`}
            aria-describedby={id}
            disabled={reason !== '' || busy !== ''}
            title={reason || undefined}
            onClick={() => void save(file, make)}
          >
            {file}
          </button>
        ))}
      </div>
    </div>
  );
}
