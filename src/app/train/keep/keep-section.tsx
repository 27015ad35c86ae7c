import './keep.css';
import { LinkField } from './link-field';
import { ModelFilesPanel } from './model-files-panel';
import { RunDownloads } from './run-downloads';
import { RunList } from './run-list';

/** What outlives the visit: a link, the model, the files of a run, and the runs before it. */
export function KeepSection() {
  return (
    <div class="keep">
      <p class="quiet">
        Nothing is sent anywhere: links and files are made here, and a link holds all that it says.
      </p>
      <LinkField />
      <div class="keep-columns">
        <ModelFilesPanel />
        <RunDownloads />
      </div>
      <RunList />
    </div>
  );
}
