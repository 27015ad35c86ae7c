import './keep.css';
import { LinkField } from './link-field';
import { ModelFacts } from './model-facts';
import { ModelLoader } from './model-loader';
import { ModelRows } from './model-rows';
import { RunList } from './run-list';
import { RunRows } from './run-rows';

/** What outlives the visit: a link, the model, the files of a run, and the runs before it. */
export function KeepSection() {
  return (
    <div class="keep">
      <p class="quiet">
        Nothing is sent anywhere: links and files are made here, and a link holds all that it says.
      </p>
      <LinkField />
      <div class="keep-columns">
        <div class="stack">
          <h3>Model</h3>
          <ModelRows />
          <ModelLoader />
          <ModelFacts />
        </div>
        <div class="stack">
          <h3>Files of the training</h3>
          <RunRows />
        </div>
      </div>
      <RunList />
    </div>
  );
}
