import { signal } from '@preact/signals';
import { renderToString } from 'preact-render-to-string';
import { AppContext, createApp } from './state/app';
import { TrainPage } from './train-page';

/** The first screen as HTML, with the settings that an address without a query has; runs in Node, at build time. */
export function prerendered(): string {
  return renderToString(
    <AppContext.Provider value={createApp('')}>
      <TrainPage lower={signal(null)} />
    </AppContext.Provider>,
  );
}
