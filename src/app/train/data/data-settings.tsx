import { useApp } from '../state/app';
import './data.css';
import { Gallery } from './gallery';
import { GeneratorControls } from './generator-controls';
import { PresetCards } from './preset-cards';
import { SeedControl } from './seed-control';

/** What the generator makes, and the seed that all chance comes from. */
export function DataSettings() {
  const { data } = useApp();
  const hasFile = data.file.value !== null;
  return (
    <section class="stack data-settings" id="data" aria-labelledby="data-heading">
      <h3 id="data-heading">Data</h3>
      {!hasFile && <PresetCards />}
      <SeedControl />
      {!hasFile && <GeneratorControls />}
      {!hasFile && <Gallery />}
    </section>
  );
}
