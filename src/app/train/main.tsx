import { render } from 'preact';
import '../shared/theme.css';
import './train.css';
import { followSettings } from './follow-settings';
import { AppContext, createApp } from './state/app';
import { TrainPage } from './train-page';

const root = document.getElementById('app');
if (!root) throw new Error('The page has no element #app.');

const app = createApp(location.search);
render(
  <AppContext.Provider value={app}>
    <TrainPage />
  </AppContext.Provider>,
  root,
);

followSettings(app.settings);

// The worker brings tf.js with it, so it is fetched only when the page can be seen and used.
requestAnimationFrame(() =>
  setTimeout(() => void (app.settings.autorun ? app.run.play() : app.device.ready().catch(() => {}))),
);
