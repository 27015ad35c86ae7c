import type { PartName } from '../../../data/split';
import { useApp } from '../state/app';

const parts: Record<PartName, string> = {
  train: 'to train on',
  validation: 'to validate on',
  test: 'to test on',
};

/** More files than this are counted, not listed. */
const mostListed = 6;

/** The files that were chosen, and what each of them is for. */
export function FileList() {
  const { data } = useApp();
  const files = data.chosen.value?.files ?? [];
  if (files.length < 2) return null;
  if (files.length > mostListed) {
    const counts = Object.entries(parts)
      .map(([part, use]) => ({ use, count: files.filter((file) => file.part === part).length }))
      .filter(({ count }) => count > 0);
    return <p class="quiet">{counts.map(({ use, count }) => `${count} files ${use}`).join(', ')}.</p>;
  }
  return (
    <ul class="file-list">
      {files.map(({ name, part }) => (
        <li key={name}>
          <label class="field">
            <span class="file-name">{name}</span>
            <select
              name="file-part"
              value={part}
              disabled={data.progress.value !== null}
              onChange={(event) => void data.usePart(name, event.currentTarget.value as PartName)}
            >
              {Object.entries(parts).map(([value, use]) => (
                <option key={value} value={value}>
                  {use}
                </option>
              ))}
            </select>
          </label>
        </li>
      ))}
    </ul>
  );
}
