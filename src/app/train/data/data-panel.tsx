import { useApp } from '../state/app';
import './data.css';
import { ExampleCards } from './example-cards';
import { FileDetails } from './file-details';
import { FileDrop } from './file-drop';
import { GeneratorControls } from './generator-controls';
import { PresetCards } from './preset-cards';
import { SeedControl } from './seed-control';

/** What the network learns from: series generated here, or the visitor's own. */
export function DataPanel() {
  const { data } = useApp();
  const hasFile = data.file.value !== null;
  return (
    <section class="card data-panel" id="data" aria-labelledby="data-heading">
      <div class="section-head">
        <h2 id="data-heading">Data</h2>
        <p>{hasFile ? 'Your own series.' : 'Waves generated here. Some are held flat for a while.'}</p>
      </div>
      {hasFile ? <FileDetails /> : <PresetCards />}
      <SeedControl />
      {!hasFile && <GeneratorControls />}
      {!hasFile && <ExampleCards />}
      <FileDrop />
    </section>
  );
}
