import { type Signal, signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { hydrate, render } from 'preact';
import '../shared/theme.css';
import './train.css';
import { followAnchor } from './follow-anchor';
import { followSettings } from './follow-settings';
import { AppContext, createApp } from './state/app';
import { bundledNetwork } from './state/bundled-network';
import { TrainPage } from './train-page';

const root = document.getElementById('app');
if (!root) throw new Error('The page has no element #app.');

/** Resolves in a task of its own. */
const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve));
/** Resolves when the next frame has been painted. */
const painted = () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

// The first screen is in the page already, so it is seen before anything is computed; and no task takes long.
await painted();
// A browser first runs code slowly: short series take on most of what the first answer would cost.
for (const steps of [2, 4, 8, 16, 32]) {
  bundledNetwork().inspect(new Float32Array(steps));
  await nextTask();
}
const app = createApp(location.search);
await nextTask();

const lower: Signal<ComponentType | null> = signal(null);
const page = (
  <AppContext.Provider value={app}>
    <TrainPage lower={lower} />
  </AppContext.Provider>
);
// The page was rendered when it was built, with the settings that an address without a query has.
if (root.hasChildNodes() && location.search === '') {
  hydrate(page, root);
} else {
  root.replaceChildren();
  render(page, root);
}

followSettings(app.settings);

// A link to a result may be opened in a tab that has the page already.
const openResult = () => app.shared.openFragment(location.hash);
addEventListener('hashchange', () => void openResult());
void openResult();

// The worker brings tf.js with it, so it is fetched only when the page can be seen and used; so is what lies below.
await painted();
if (app.settings.autorun) void app.run.play();
else app.device.ready().catch(() => {});
const { LowerPage } = await import('./lower-page');
await nextTask();
lower.value = LowerPage;
requestAnimationFrame(followAnchor);
