import { resolve } from 'node:path';
import { type Plugin, runnerImport } from 'vite';

/** In Node there is nothing to style. */
const noStyles: Plugin = {
  name: 'no-styles',
  enforce: 'pre',
  resolveId: (id) => (id.endsWith('.css') ? '\0no-styles' : null),
  load: (id) => (id === '\0no-styles' ? '' : null),
};

const place = '<main id="app"></main>';

/** Puts the first screen of the training page into its HTML, so that it is seen before any script has run. */
export function prerender(root: string): Plugin {
  return {
    name: 'prerender',
    apply: 'build',
    transformIndexHtml: {
      order: 'pre',
      async handler(html, { filename }) {
        if (filename !== resolve(root, 'index.html')) return html;
        if (!html.includes(place))
          throw new Error(`index.html has no ${place} to put the first screen into.`);
        const { module } = await runnerImport<typeof import('../src/app/train/prerender')>(
          resolve(root, 'src/app/train/prerender.tsx'),
          { root, configFile: false, logLevel: 'error', plugins: [noStyles] },
        );
        return html.replace(place, () => place.replace('><', `>${module.prerendered()}<`));
      },
    },
  };
}
