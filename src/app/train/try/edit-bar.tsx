import { useApp } from '../state/app';
import type { Editor, EditorMode } from './editor';

const modes: [mode: EditorMode, label: string][] = [
  ['flatten', 'Flatten'],
  ['draw', 'Draw'],
];

/** What dragging does, and buttons that bring other series. */
export function EditBar({ editor }: { editor: Editor }) {
  const { inspection } = useApp();
  const mode = editor.mode.value;
  const { edits } = editor.drawing.value;
  const selected = inspection.selected.value;
  const canTake =
    selected && selected.channels === editor.channelNames.value.length && selected.title !== yourSeries;
  return (
    <div class="edit-bar">
      <fieldset class="segmented">
        <legend class="visually-hidden">What dragging does</legend>
        {modes.map(([value, label]) => (
          <label key={value}>
            <input
              type="radio"
              name="try-mode"
              value={value}
              checked={mode === value}
              onChange={() => {
                editor.mode.value = value;
              }}
            />
            <span class="choice">{label}</span>
          </label>
        ))}
      </fieldset>
      <button type="button" name="undo" disabled={edits.length === 0} onClick={() => editor.undo()}>
        Undo
      </button>
      <button type="button" name="clear" disabled={!editor.isTouched.value} onClick={() => editor.clear()}>
        Start over
      </button>
      <ChannelChoice editor={editor} />
      <span class="space" />
      {canTake && (
        <button
          type="button"
          name="take-selected"
          title="Starts from the series that is selected on this page"
          onClick={() => editor.take(selected.series)}
        >
          Take “{selected.title}”
        </button>
      )}
      <button type="button" name="surprise" onClick={() => editor.surpriseMe()}>
        Surprise me
      </button>
    </div>
  );
}

/** Which of several channels is drawn on. */
function ChannelChoice({ editor }: { editor: Editor }) {
  const names = editor.channelNames.value;
  if (names.length === 1) return null;
  return (
    <label class="field inline">
      Channel
      <select
        name="try-channel"
        value={String(editor.channel.value)}
        onChange={(event) => editor.chooseChannel(Number(event.currentTarget.value))}
      >
        {names.map((name, channel) => (
          <option key={channel} value={String(channel)}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Title of the drawn series where it is shown elsewhere. */
export const yourSeries = 'Your series';
