import { useEffect, useState } from 'preact/hooks';
import { FileButton } from '../../shared/file-button';
import { useApp } from '../state/app';
import { LabelColumnChoice } from './label-column-choice';

/** Where the visitor chooses a file of their own; it may be dropped anywhere on the page. */
export function FileDrop() {
  const { data } = useApp();
  const { name, dataset } = data.file.value ?? {};
  const isDragged = useDroppedFile((file) => void data.read(file));
  const isReading = data.isReading.value;
  const problem = data.problem.value;
  return (
    <div class="own-file">
      <h3>{dataset ? 'Another file' : 'Or your own series'}</h3>
      <div class={`drop-zone${isDragged ? ' dragged' : ''}`} aria-busy={isReading}>
        <p>{isDragged ? 'Drop it anywhere.' : isReading ? 'Reading …' : 'Drop a CSV file here, or'}</p>
        <FileButton
          name="csv"
          label="Choose a file"
          accept=".csv,.tsv,.txt,text/csv"
          onFiles={([file]) => file && void data.read(file)}
        />
      </div>
      <p class="visually-hidden" role="status">
        {isReading ? 'Reading the file.' : dataset ? `${name} is in use: ${dataset.count} series.` : ''}
      </p>
      {problem && (
        <div class="problem">
          <div role="alert">
            <p>{problem}</p>
            <p class="quiet">The page still uses {dataset ? name : 'the generated series'}.</p>
          </div>
          <LabelColumnChoice />
          <button type="button" name="dismiss-problem" onClick={() => data.dismissProblem()}>
            Dismiss
          </button>
        </div>
      )}
      <p class="quiet">
        One series a line: its class, and then its values. The file stays in this tab and is sent nowhere, so
        a link to these settings does not include it.
      </p>
    </div>
  );
}

/** Takes files dropped anywhere that nothing else handles. @returns whether a file is held over the page. */
function useDroppedFile(take: (file: File) => void): boolean {
  const [isDragged, setDragged] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setDragged(true);
      // No event reliably reports that the pointer has left the page; this one keeps firing while it is there.
      clearTimeout(timer);
      timer = setTimeout(() => setDragged(false), 500);
    };
    const drop = (event: DragEvent) => {
      clearTimeout(timer);
      setDragged(false);
      const file = event.dataTransfer?.files[0];
      if (!file || event.defaultPrevented) return;
      event.preventDefault();
      take(file);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('drop', drop);
      clearTimeout(timer);
    };
  }, []);
  return isDragged;
}
