import { useApp } from '../state/app';

/** Which column of the chosen file holds the classes; choosing another one reads the file again. */
export function LabelColumnChoice() {
  const { data } = useApp();
  const chosen = data.chosen.value;
  if (!chosen) return null;
  const isNamed = chosen.label !== 'first' && chosen.label !== 'last';
  return (
    <label class="field">
      Where {chosen.source.name} has the class of a series
      <select
        name="label-column"
        value={chosen.label ?? ''}
        disabled={data.isReading.value}
        onChange={(event) => void data.readWith(event.currentTarget.value)}
      >
        {isNamed && (
          <option value={chosen.label ?? ''}>{chosen.label ? `In the column “${chosen.label}”` : '…'}</option>
        )}
        <option value="first">In the first column</option>
        <option value="last">In the last column</option>
      </select>
    </label>
  );
}
