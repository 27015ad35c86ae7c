import { useApp } from '../state/app';
import { SaveRow } from './save-row';

/** The model in each format. */
export function ModelRows() {
  const { port, model } = useApp();
  const exported = () => port.api.exportModel();
  const reason = model.info.value ? '' : 'There is no model yet: train one, or load one.';
  return (
    <>
      <SaveRow
        title="TensorFlow.js"
        note="Two files that belong together, for this page, for the command line, and for tf.js with Gatewave's layers."
        reason={reason}
        files={{
          'save-tfjs': ['model.json', async () => (await exported()).modelJson],
          'save-tfjs-weights': ['weights.bin', async () => (await exported()).weightsBin.slice()],
        }}
      />
      <SaveRow
        title="TensorFlow.js alone"
        note="The same model out of tf.js's own layers, for programs without Gatewave. Two files that belong together."
        reason={reason}
        files={{
          'save-stock': ['model.json', async () => (await exported()).stock.modelJson],
          'save-stock-weights': ['weights.bin', async () => (await exported()).stock.weightsBin.slice()],
        }}
      />
      <SaveRow
        title="ONNX"
        note="One file for ONNX Runtime and others, with the lengths of the series as a second input."
        reason={reason}
        files={{ 'save-onnx': ['model.onnx', async () => (await exported()).onnx.slice()] }}
      />
      <SaveRow
        title="safetensors"
        note="One file with the weights under the names that PyTorch gives them."
        reason={reason}
        files={{
          'save-safetensors': ['model.safetensors', async () => (await exported()).safetensors.slice()],
        }}
      />
    </>
  );
}
