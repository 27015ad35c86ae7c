import './keep.css';
import { useApp } from '../state/app';
import { LinkField } from './link-field';
import { ModelFilesPanel } from './model-files-panel';
import { RunDownloads } from './run-downloads';
import { RunList } from './run-list';

/** What outlives the visit: a link, the model, the files of a run, and the runs before it. */
export function KeepSection() {
  const { checkpoints } = useApp();
  return (
    <section
      class="card keep"
      id="keep"
      aria-labelledby="keep-title"
      data-checkpoint={checkpoints.isStored.value ? 'kept' : 'none'}
    >
      <div class="section-head">
        <h2 id="keep-title">Keep</h2>
        <p>Nothing is sent anywhere: files are made here, and the link holds only the settings.</p>
      </div>
      <LinkField />
      <div class="keep-columns">
        <ModelFilesPanel />
        <RunDownloads />
      </div>
      <RunList />
    </section>
  );
}
