import { isWeightsName } from '../../../model/weights/read';
import { FileButton } from '../../shared/file-button';
import { formatPercent } from '../../shared/format';
import { useBroughtIntoView } from '../../shared/use-brought-into-view';
import { useDroppedFiles } from '../../shared/use-dropped-files';
import { useApp } from '../state/app';
import type { NamedFile } from '../state/parts';
import { droppedFiles, pickedFiles } from './dropped-files';
import { FileList } from './file-list';
import { onPage } from './on-page';
import { ReadingChoices } from './reading-choices';

/** Where the visitor chooses files of their own; they may be dropped anywhere on the page. */
export function FileDrop() {
  const { data, shared } = useApp();
  const { name, dataset } = data.file.value ?? {};
  async function read(files: NamedFile[]): Promise<void> {
    if (await shared.openAmong(files.map(({ file }) => file))) return;
    const model = files.find(({ name }) => isWeightsName(name));
    if (model) {
      data.problem.value = `${model.name} holds a network, not series. “Keep”, among the details, loads it.`;
    } else if (files.length > 0) await data.read(files);
  }
  const isDragged = useDroppedFiles((dropped) => void droppedFiles(dropped).then(read));
  const progress = data.progress.value;
  const problem = data.problem.value;
  const problemElement = useBroughtIntoView<HTMLDivElement>(problem);
  const take = (files: File[]) => void read(pickedFiles(files));
  return (
    <div class="stack own-file">
      <h3>{dataset ? 'Other files' : 'Your own files'}</h3>
      <div class={`row drop-zone${isDragged ? ' dragged' : ''}`} aria-busy={progress !== null}>
        {progress === null ? (
          <>
            <p>{isDragged ? 'Drop them anywhere.' : 'Drop files or a folder here, or choose'}</p>
            <FileButton name="data-files" label="Files" multiple onFiles={take} />
            <FileButton name="data-folder" label="A folder" isFolder onFiles={take} />
          </>
        ) : (
          <>
            <label class="field">
              Reading, {formatPercent(progress, 0)}
              <progress max={1} value={progress} />
            </label>
            <button type="button" name="cancel-reading" onClick={() => data.cancel()}>
              Cancel
            </button>
          </>
        )}
      </div>
      <p class="visually-hidden" role="status">
        {progress !== null
          ? 'Reading the files.'
          : dataset
            ? `${name} is in use: ${dataset.count} series.`
            : ''}
      </p>
      {problem && (
        <div class="stack problem" ref={problemElement}>
          <div role="alert">
            <p>{onPage(problem)}</p>
            <p class="quiet">The page still uses {dataset ? name : 'the generated series'}.</p>
          </div>
          <FileList />
          <ReadingChoices />
          <button type="button" name="dismiss-problem" onClick={() => data.dismissProblem()}>
            Dismiss
          </button>
        </div>
      )}
      <p class="quiet">
        Tables (CSV, Excel, Parquet), UCR and sktime files, ARFF, NumPy, JSON, or a folder for each class;
        zipped, too. With a test file beside, the model is tested on that one. The files stay in this tab and
        are sent nowhere, so a link to these settings does not include them.
      </p>
    </div>
  );
}
