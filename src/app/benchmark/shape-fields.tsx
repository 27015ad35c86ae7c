import { type Settings, shapesOf, sizeNames } from '../../benchmark/settings';
import type { Shape } from '../../benchmark/workload';
import { NumberField } from './number-field';

interface ShapeFieldsProps {
  settings: Settings;
  onChange(settings: Settings): void;
}

const labels: Record<keyof typeof sizeNames, string> = {
  batch: 'Batch',
  time: 'Time steps',
  input: 'Values per step',
  units: 'Units per direction',
  attention: 'Attention units',
};

/** The sizes; any that is not given here is the preset's. */
export function ShapeFields({ settings, onChange }: ShapeFieldsProps) {
  const { preset, sizes } = settings;
  const shapes = shapesOf({ ...settings, sizes: {} });
  const put = (part: Partial<Shape>) => onChange({ ...settings, sizes: { ...sizes, ...part } });
  const without = (field: keyof Shape) => {
    const { [field]: _gone, ...rest } = sizes;
    onChange({ ...settings, sizes: rest });
  };
  const isStep = sizes.op === 'step';
  return (
    <div class="numbers">
      {preset === 'custom' && (
        <label class="field">
          Operation
          <select
            name="op"
            value={sizes.op ?? 'bilstm'}
            onChange={(event) => put({ op: event.currentTarget.value as Shape['op'] })}
          >
            <option value="bilstm">Bidirectional LSTM</option>
            <option value="bigru">Bidirectional GRU</option>
            <option value="step">One LSTM step</option>
          </select>
        </label>
      )}
      {(Object.keys(sizeNames) as (keyof typeof sizeNames)[])
        .filter((name) => !(isStep && (name === 'time' || name === 'attention')))
        .map((name) => {
          const field = sizeNames[name];
          return (
            <NumberField
              key={name}
              name={name}
              label={labels[name]}
              value={sizes[field]}
              placeholder={[...new Set(shapes.map((shape) => shape[field]))].join(' / ')}
              onChange={(value) => put({ [field]: value })}
              onClear={() => without(field)}
            />
          );
        })}
    </div>
  );
}
