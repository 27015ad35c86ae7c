import { download } from '../../shared/download';
import { useApp } from '../state/app';
import { ModelFacts } from './model-facts';
import { ModelLoader } from './model-loader';
import { SaveRow } from './save-row';

/** Saves the model in two formats, and loads it from them. */
export function ModelFilesPanel() {
  const { port, model } = useApp();
  const { api } = port;
  const reason = model.info.value ? '' : 'There is no model yet: train one, or load one.';
  return (
    <div class="keep-block">
      <h3>Model</h3>
      <SaveRow
        title="TensorFlow.js"
        note="Two files that belong together, for tf.js, for this page and for the command line."
        reason={reason}
        actions={[
          {
            name: 'save-tfjs',
            label: 'model.json',
            save: async () => download('model.json', (await api.exportModel()).modelJson, 'application/json'),
          },
          {
            name: 'save-tfjs-weights',
            label: 'weights.bin',
            save: async () => saveBytes('weights.bin', (await api.exportModel()).weightsBin),
          },
        ]}
      />
      <SaveRow
        title="safetensors"
        note="One file with the weights under the names that PyTorch gives them."
        reason={reason}
        actions={[
          {
            name: 'save-safetensors',
            label: 'model.safetensors',
            save: async () => saveBytes('model.safetensors', (await api.exportModel()).safetensors),
          },
        ]}
      />
      <ModelLoader />
      <ModelFacts />
    </div>
  );
}

function saveBytes(name: string, bytes: Uint8Array): void {
  download(name, bytes.slice(), 'application/octet-stream');
}
