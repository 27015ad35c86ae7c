import { useMemo, useRef } from 'preact/hooks';
import { useApp } from '../state/app';
import { Answer } from './answer';
import { EditBar } from './edit-bar';
import { createEditor } from './editor';
import { SeriesEditor } from './series-editor';
import { Shape } from './shape';
import './try.css';
import { useNear } from '../../shared/use-near';
import { useLiveInspection } from '../series/use-live-inspection';

/** A series to draw and distort, and the model's answer as it changes. */
export function TrySection() {
  const app = useApp();
  const editor = useMemo(() => createEditor(app), [app]);
  const section = useRef<HTMLElement>(null);
  const isNear = useNear(section);
  const live = useLiveInspection(isNear ? editor.series.value : null);
  return (
    <section class="card try" id="try" aria-labelledby="try-title" ref={section}>
      <div class="section-head">
        <h2 id="try-title">Try it</h2>
        <p>
          {app.data.file.value
            ? 'Take a series, hold it flat or draw over it'
            : 'Take a wave, hold it flat where you like'}
          , and watch the network make up its mind.
        </p>
      </div>
      <div class="try-grid">
        <div class="try-canvas">
          <EditBar editor={editor} />
          <SeriesEditor editor={editor} live={live} />
        </div>
        <Answer editor={editor} live={live} />
        <Shape editor={editor} />
      </div>
    </section>
  );
}
