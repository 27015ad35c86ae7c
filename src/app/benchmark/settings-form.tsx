import { type PeerId, peerIds, peerOf } from '../../benchmark/peer-names';
import { type Settings, shapesOf } from '../../benchmark/settings';
import { type Phase, phaseNames, presetNames } from '../../benchmark/workload';
import { downloadSize } from './download-size';
import { NumberField } from './number-field';
import { settingsFormId } from './run-panel';
import { ShapeFields } from './shape-fields';

interface SettingsFormProps {
  settings: Settings;
  isRunning: boolean;
  onChange(settings: Settings): void;
  onStart(): void;
}

const presetTexts: Record<Settings['preset'], [title: string, text: string]> = {
  article: ['Usual', '500 steps, 32 units, batch 32'],
  streaming: ['Streaming', 'batch 1; one step at 1024 units'],
  wide: ['Wide', '256 units, 100 steps'],
  long: ['Long', '2000 steps'],
  batch: ['Large batch', 'batch 128'],
  models: ['Models', 'three public tf.js models, stock and fused'],
  gru: ['GRU', 'the usual sizes, forward only'],
  custom: ['Custom', 'your own shape'],
};

const libraries = [
  ['gatewave', 'Gatewave'],
  ['tfjs', 'TensorFlow.js layers'],
  ['onnxruntime', 'ONNX Runtime Web (forward only)'],
] as const;

const numbers = [
  ['runs', 'Counted runs'],
  ['limit', 'Limit for each, s'],
  ['stockTime', 'Most steps of tf.layers'],
  ['seed', 'Seed'],
] as const;

const switches = [
  ['tune', 'Tune our kernels first; the browser remembers the result'],
  ['kernels', 'Time each of our kernels, for the roofline'],
] as const;

export function SettingsForm({ settings, isRunning, onChange, onStart }: SettingsFormProps) {
  const { preset, phases, peers } = settings;
  const put = (part: Partial<Settings>) => onChange({ ...settings, ...part });
  return (
    <form
      id={settingsFormId}
      class="card settings"
      onSubmit={(event) => {
        event.preventDefault();
        onStart();
      }}
    >
      <fieldset disabled={isRunning} class="stack">
        <fieldset>
          <legend>What to compute</legend>
          <div class="presets">
            {[...presetNames, 'custom' as const].map((name) => (
              <label key={name} class="preset">
                <input
                  type="radio"
                  name="preset"
                  value={name}
                  checked={preset === name}
                  onChange={() =>
                    put({ preset: name, sizes: name === 'custom' ? { ...shapesOf(settings)[0] } : {} })
                  }
                />
                <span>
                  <strong>{presetTexts[name][0]}</strong>
                  <small>{presetTexts[name][1]}</small>
                </span>
              </label>
            ))}
          </div>
          <ShapeFields settings={settings} onChange={onChange} />
        </fieldset>
        <fieldset>
          <legend>Forward, training, or both</legend>
          <div class="row checks">
            {(['forward', 'train'] as const).map((phase) => (
              <CheckBox
                key={phase}
                name={phase}
                label={phaseNames[phase]}
                isChecked={phases.includes(phase)}
                onChange={(isChecked) =>
                  put({ phases: toggle<Phase>(['forward', 'train'], phases, phase, isChecked) })
                }
              />
            ))}
          </div>
        </fieldset>
        <fieldset>
          <legend>Libraries</legend>
          <div class="peers">
            {libraries.map(([library, title]) => (
              <fieldset key={library}>
                <legend class="library" style={{ borderColor: `var(--${library})` }}>
                  {title}
                </legend>
                <div class="row checks">
                  {peerIds
                    .filter((id) => peerOf(id).peer === library)
                    .map((id) => (
                      <CheckBox
                        key={id}
                        name={id}
                        label={[peerOf(id).label.split(', ')[1], downloadSize(id)].filter(Boolean).join(', ')}
                        isChecked={peers.includes(id)}
                        onChange={(isChecked) =>
                          put({ peers: toggle<PeerId>(peerIds, peers, id, isChecked) })
                        }
                      />
                    ))}
                </div>
              </fieldset>
            ))}
          </div>
        </fieldset>
        <details>
          <summary>Runs, time limit and more</summary>
          <div class="numbers">
            {numbers.map(([name, label]) => (
              <NumberField
                key={name}
                name={name}
                label={label}
                value={settings[name]}
                onChange={(value) => put({ [name]: value })}
              />
            ))}
          </div>
          {switches.map(([name, label]) => (
            <CheckBox
              key={name}
              name={name}
              label={label}
              isChecked={settings[name]}
              onChange={(isChecked) => put({ [name]: isChecked })}
            />
          ))}
          <p class="quiet">
            Whatever takes longer than its limit is skipped, or does fewer runs. The time of tf.layers grows
            with the steps, so above this many it is measured with fewer, and its times are multiplied.
          </p>
        </details>
      </fieldset>
    </form>
  );
}

interface CheckBoxProps {
  name: string;
  label: string;
  isChecked: boolean;
  onChange(isChecked: boolean): void;
}

function CheckBox({ name, label, isChecked, onChange }: CheckBoxProps) {
  return (
    <label class="check">
      <input
        type="checkbox"
        name={name}
        checked={isChecked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      {label}
    </label>
  );
}

/** The chosen peers with one added or removed, in the usual order. */
function toggle<Name>(all: readonly Name[], chosen: readonly Name[], name: Name, isChosen: boolean): Name[] {
  return all.filter((item) => (item === name ? isChosen : chosen.includes(item)));
}
