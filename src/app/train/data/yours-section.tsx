import type { ComponentChildren } from 'preact';
import { useApp } from '../state/app';
import './data.css';
import { ExampleCards } from './example-cards';
import { FileDetails } from './file-details';
import { FileDrop } from './file-drop';
import { Gallery } from './gallery';

/** Series of one's own, or others', in place of the waves. @param children a further source of them. */
export function YoursSection({ children }: { children: ComponentChildren }) {
  const { data } = useApp();
  const hasFile = data.file.value !== null;
  return (
    <section class="card yours" id="yours" aria-labelledby="yours-title">
      <div class="section-head">
        <h2 id="yours-title">{hasFile ? 'Your series' : 'Now with series of your own'}</h2>
        <p>
          {hasFile
            ? 'Press Train above: the network learns them in place of the waves.'
            : 'Anything measured over time will do, if some of it is labelled. It stays in this tab.'}
        </p>
      </div>
      {hasFile && <FileDetails />}
      {hasFile && <Gallery />}
      <div class="sources-of-data">
        <FileDrop />
        {!hasFile && <ExampleCards />}
      </div>
      {children}
    </section>
  );
}
