import { useId, useState } from 'preact/hooks';

/** A button that makes a file. */
export interface SaveAction {
  name: string;
  label: string;
  save(): void | Promise<void>;
}

interface SaveRowProps {
  title: string;
  /** What the files are for. */
  note: string;
  /** Why there is nothing to save yet, shown in place of the note; empty if there is. */
  reason: string;
  actions: SaveAction[];
}

/** One thing that can be saved, with a button for each kind of file. */
export function SaveRow({ title, note, reason, actions }: SaveRowProps) {
  const id = useId();
  const [busy, setBusy] = useState('');
  const [problem, setProblem] = useState('');

  async function run({ name, save }: SaveAction): Promise<void> {
    setBusy(name);
    setProblem('');
    try {
      await save();
    } catch (error) {
      setProblem((error as Error).message);
    }
    setBusy('');
  }

  return (
    <div class="save-row">
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
      <div class="save-buttons">
        {actions.map((action) => (
          <button
            type="button"
            key={action.name}
            name={action.name}
            aria-label={`Save ${title}, ${action.label}`}
            aria-describedby={id}
            disabled={reason !== '' || busy !== ''}
            title={reason || undefined}
            onClick={() => void run(action)}
          >
            {action.label}
          </button>
        ))}
      </div>
    </div>
  );
}
