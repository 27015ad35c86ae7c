import { download } from '../../shared/download';
import { useApp } from '../state/app';
import { ModelFacts } from './model-facts';
import { ModelLoader } from './model-loader';
import { SaveRow } from './save-row';

/** Saves the model in each format, and loads one from files. */
export function ModelFilesPanel() {
  const { port, model } = useApp();
  const { api } = port;
  const reason = model.info.value ? '' : 'There is no model yet: train one, or load one.';
  return (
    <div class="keep-block">
      <h3>Model</h3>
      <SaveRow
        title="TensorFlow.js"
        note="Two files that belong together, for this page, for the command line, and for tf.js with Gatewave's layers."
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
        title="TensorFlow.js alone"
        note="The same model out of tf.js's own layers, for programs without Gatewave. Two files that belong together."
        reason={reason}
        actions={[
          {
            name: 'save-stock',
            label: 'model.json',
            save: async () =>
              download('model.json', (await api.exportModel()).stock.modelJson, 'application/json'),
          },
          {
            name: 'save-stock-weights',
            label: 'weights.bin',
            save: async () => saveBytes('weights.bin', (await api.exportModel()).stock.weightsBin),
          },
        ]}
      />
      <SaveRow
        title="ONNX"
        note="One file for ONNX Runtime and others, with the lengths of the series as a second input."
        reason={reason}
        actions={[
          {
            name: 'save-onnx',
            label: 'model.onnx',
            save: async () => saveBytes('model.onnx', (await api.exportModel()).onnx),
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
