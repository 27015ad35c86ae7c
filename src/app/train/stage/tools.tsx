import { Segmented } from '../../shared/segmented';
import { useApp } from '../state/app';
import { toolWords } from './tool-words';

/** What dragging does, and buttons that bring other series. */
export function Tools() {
  const { editor } = useApp();
  const mode = editor.mode.value;
  const changed = editor.changed.value;
  const [usual] = editor.modes.value;
  return (
    <div class="stage-tools row">
      <Segmented
        legend="What dragging does"
        name="try-mode"
        choices={editor.modes.value.map((value) => [value, toolWords[value].name] as const)}
        chosen={mode}
        onChoose={editor.chooseMode}
      />
      {editor.hasAnother.value && (
        <button
          type="button"
          name="another"
          onClick={() => editor.another(crypto.getRandomValues(new Uint32Array(1))[0] as number)}
        >
          Another
        </button>
      )}
      <button
        type="button"
        name="let-go"
        onClick={() => editor.change(changed ? null : thirdOf(editor.time.value))}
      >
        {changed ? 'Let go' : `${toolWords[mode === 'draw' && usual ? usual : mode].name} a third`}
      </button>
      <button type="button" name="clear" disabled={!editor.isTouched.value} onClick={() => editor.clear()}>
        Start over
      </button>
      <ChannelChoice />
      <Selected />
    </div>
  );
}

/** Which of several channels is drawn on. */
function ChannelChoice() {
  const { editor } = useApp();
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

/** Brings the series that was selected further down the page. */
function Selected() {
  const { editor, inspection } = useApp();
  const selected = inspection.selected.value;
  if (selected?.channels !== editor.channelNames.value.length) return null;
  return (
    <button type="button" name="take-selected" onClick={() => editor.take(selected.series)}>
      Take “{selected.title}”
    </button>
  );
}

function thirdOf(time: number) {
  return { start: Math.round(time / 3), end: Math.round((2 * time) / 3) };
}
