import { classCounts, type Dataset } from '../../../data/dataset';
import { formatCount } from '../../shared/format';
import { ShareBar } from '../../shared/share-bar';
import { useApp } from '../state/app';
import { LabelColumnChoice } from './label-column-choice';
import { PreviewTable } from './preview-table';

/** What was found in the visitor's file. */
export function FileDetails() {
  const { data } = useApp();
  const file = data.file.value;
  if (!file) return null;
  const { name, dataset, warnings } = file;
  return (
    <div class="file-details" id="file-details">
      <p>
        <strong class="file-name">{name}</strong>
        <br />
        <span class="quiet">
          {formatCount(dataset.count)} series of {formatCount(dataset.time)} steps
          {dataset.channels > 1 && `, ${dataset.channels} channels`}
        </span>
      </p>
      {/* With a problem it belongs to the file that has it, and stands there. */}
      {!data.problem.value && <LabelColumnChoice />}
      <ClassCounts dataset={dataset} />
      <PreviewTable dataset={dataset} />
      {warnings.length > 0 && (
        <div class="warnings">
          <h3>Good to know</h3>
          <ul>
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </div>
      )}
      <button type="button" name="remove-file" onClick={() => data.removeFile()}>
        Use generated series instead
      </button>
      <p class="quiet">The generator’s settings are hidden while your file is in use.</p>
    </div>
  );
}

const mostClasses = 10;

function ClassCounts({ dataset }: { dataset: Dataset }) {
  const counts = classCounts(dataset);
  const largest = Math.max(...counts);
  const rows = counts.map((count, label) => ({ count, name: dataset.classNames[label] as string }));
  const hidden = rows.length - mostClasses;
  return (
    <div>
      <h3>Classes</h3>
      <ul class="class-counts">
        {rows.slice(0, mostClasses).map(({ name, count }) => (
          <li key={name}>
            <span class="class-name">{name}</span>
            <ShareBar share={count / largest} />
            <span class="class-count">{formatCount(count)}</span>
          </li>
        ))}
      </ul>
      {hidden > 0 && <p class="quiet">and {formatCount(hidden)} more</p>}
    </div>
  );
}
