import { NumberControl } from '../../shared/number-control';
import type { Editor } from './editor';

/** The numbers of the wave and the flat: everything that dragging does, without a mouse. */
export function Shape({ editor }: { editor: Editor }) {
  const { freq, amp, phase } = editor.wave.value;
  const ranges = editor.ranges.value;
  const time = editor.time.value;
  const flat = editor.flat.value;
  const take = (value: number, set: (value: number) => void) => {
    if (Number.isFinite(value)) set(value);
  };
  const whole = (value: number, min: number, max: number) =>
    Math.min(max, Math.max(min, Math.round(Number.isFinite(value) ? value : min)));
  return (
    <div class="shape">
      <fieldset>
        <legend>The wave</legend>
        <div class="controls">
          <NumberControl
            name="try-freq"
            label="Frequency"
            unit="waves"
            value={freq}
            min={ranges.freq[0]}
            max={ranges.freq[1]}
            step={0.01}
            onChange={(value) => take(value, (chosen) => editor.setWave({ freq: chosen }))}
          />
          <NumberControl
            name="try-amp"
            label="Amplitude"
            value={amp}
            min={ranges.amp[0]}
            max={ranges.amp[1]}
            step={stepOf(ranges.amp[1])}
            onChange={(value) => take(value, (chosen) => editor.setWave({ amp: chosen }))}
          />
          <NumberControl
            name="try-phase"
            label="Phase"
            unit="turns"
            value={phase}
            min={0}
            max={1}
            step={0.01}
            onChange={(value) => take(value, (chosen) => editor.setWave({ phase: chosen }))}
          />
        </div>
      </fieldset>
      <fieldset>
        <legend>The flat</legend>
        <div class="controls">
          <NumberControl
            name="flat-start"
            label="Begins at step"
            value={flat.start}
            min={0}
            max={time - 1}
            step={1}
            onChange={(value) => {
              const start = whole(value, 0, time - 1);
              editor.setFlat({ start, length: Math.min(flat.length, time - start) });
            }}
          />
          <NumberControl
            name="flat-length"
            label="Lasts"
            unit="steps"
            value={flat.length}
            min={0}
            max={time}
            step={1}
            onChange={(value) =>
              editor.setFlat({ start: flat.start, length: whole(value, 0, time - flat.start) })
            }
          />
          <button
            type="button"
            class="plain"
            name="flat-add"
            disabled={flat.length === 0}
            onClick={() => editor.settleFlat()}
          >
            Keep it, and add another
          </button>
        </div>
      </fieldset>
    </div>
  );
}

function stepOf(most: number): number {
  return 10 ** Math.floor(Math.log10(most / 500 || 1));
}
