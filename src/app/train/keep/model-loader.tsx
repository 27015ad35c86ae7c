import { useId, useState } from 'preact/hooks';
import { type SeriesScaling, seriesScalings } from '../../../model/weights/metadata';
import { weightEndings } from '../../../model/weights/read';
import { FileButton } from '../../shared/file-button';
import { useApp } from '../state/app';
import { resultEnding } from '../state/shared';
import { type ChosenModel, chosenModel } from './chosen-model';

/** Loads a model from files, in place of the current one. */
export function ModelLoader() {
  const { model, run, shared } = useApp();
  const id = useId();
  const [pending, setPending] = useState<ChosenModel | null>(null);
  const [scaling, setScaling] = useState<SeriesScaling>('none');
  const [isLoading, setLoading] = useState(false);
  const status = run.status.value;

  async function load({ name, source }: ChosenModel): Promise<void> {
    setPending(null);
    setLoading(true);
    await model.load(name, source);
    setLoading(false);
  }

  async function choose(files: File[]): Promise<void> {
    setPending(null);
    model.problem.value = '';
    try {
      if (await shared.openAmong(files)) return;
      const chosen = await chosenModel(files);
      if (chosen.needsScaling) setPending(chosen);
      else await load(chosen);
    } catch (error) {
      model.problem.value = (error as Error).message;
    }
  }

  return (
    <div class="row save-row">
      <div>
        <h4>Load a model</h4>
        <p class="quiet">
          A file of weights from here, PyTorch or Keras ({weightEndings.join(', ')}), or model.json and
          weights.bin chosen together: it replaces the model above and is tested on the current series. Or a
          result that was saved here (.gatewave).
        </p>
        {pending?.source.kind === 'weights' && (
          <div class="stack">
            <label for={id}>{pending.name} does not say how its series were scaled:</label>
            <div class="row link-field">
              <select
                id={id}
                name="model-scaling"
                value={scaling}
                onChange={(event) => setScaling(event.currentTarget.value as SeriesScaling)}
              >
                {seriesScalings.map((each) => (
                  <option key={each} value={each}>
                    {scalingNames[each]}
                  </option>
                ))}
              </select>
              <button
                type="button"
                name="load-with-scaling"
                onClick={() => {
                  const { source } = pending;
                  if (source.kind === 'weights') void load({ ...pending, source: { ...source, scaling } });
                }}
              >
                Load
              </button>
            </div>
          </div>
        )}
        {model.problem.value && (
          <p class="field-problem" role="alert" id="model-problem">
            {model.problem.value}
          </p>
        )}
      </div>
      <div class="row">
        <FileButton
          name="load-model"
          label={isLoading ? 'Loading …' : 'Choose files'}
          accept={['.json', '.bin', resultEnding, ...weightEndings].join()}
          multiple
          isDisabled={isLoading || status === 'preparing' || status === 'stopping'}
          onFiles={(files) => void choose(files)}
        />
      </div>
    </div>
  );
}

const scalingNames: Record<SeriesScaling, string> = {
  none: 'not at all',
  max: 'each divided by its largest value',
  zscore: 'each to mean 0 and deviation 1',
};
