import { defineConfig } from 'vitepress';
import { apiSidebar } from './api-sidebar';

/** The documentation site. A folder other than a server's root: `vitepress build docs --base /folder/`. */
export default defineConfig({
  title: 'Gatewave',
  description: 'LSTM, GRU and attention kernels for TensorFlow.js on WebGPU',
  lang: 'en',
  markdown: { theme: { light: 'github-light-high-contrast', dark: 'github-dark' } },
  themeConfig: {
    search: { provider: 'local' },
    outline: [2, 3],
    docFooter: { prev: 'Previous', next: 'Next' },
    nav: [
      { text: 'Guide', link: '/start/series', activeMatch: '^/(?!api/)' },
      { text: 'API', link: '/api/', activeMatch: '^/api/' },
    ],
    sidebar: {
      '/': [
        {
          text: 'Start',
          items: [
            { text: 'Your own series', link: '/start/series' },
            { text: 'A slow tf.js model', link: '/start/slow-model' },
            { text: 'Kernels to read', link: '/start/kernel-author' },
          ],
        },
        {
          text: 'Classify series',
          items: [
            { text: 'The task', link: '/task' },
            { text: 'What attention can tell', link: '/explain' },
            { text: 'The training page', link: '/training-page' },
            { text: 'The command line', link: '/command-line' },
            { text: 'Without a browser', link: '/node' },
            { text: 'Data files', link: '/data' },
            { text: 'Data formats', link: '/data-formats' },
          ],
        },
        {
          text: 'The library',
          items: [
            { text: 'Installing', link: '/install' },
            { text: 'Fuse a model', link: '/fuse' },
            { text: 'Layers', link: '/layers' },
            { text: 'Ops', link: '/ops' },
            { text: 'Tuning', link: '/tuning' },
            { text: 'Migrating a model', link: '/migrating' },
            { text: 'Weights of other libraries', link: '/weights' },
            { text: 'API reference', link: '/api/' },
          ],
        },
        {
          text: 'Speed',
          items: [
            { text: 'Numbers', link: '/numbers' },
            { text: 'Public data sets', link: '/datasets' },
            { text: 'The benchmark', link: '/benchmark' },
            { text: 'Measuring a GPU', link: '/gpu' },
            { text: 'Performance', link: '/performance' },
          ],
        },
        {
          text: 'When something is wrong',
          items: [
            { text: 'Troubleshooting', link: '/troubleshooting' },
            { text: 'Browsers', link: '/browsers' },
            { text: 'Limits', link: '/limits' },
            { text: 'Limits of tf.js', link: '/tfjs-limits' },
          ],
        },
        {
          text: 'Inside',
          items: [
            { text: 'Architecture', link: '/architecture' },
            { text: 'Adding a kernel or a cell', link: '/kernels' },
            { text: 'Tests', link: '/testing' },
            { text: 'Changes', link: '/changelog' },
          ],
        },
      ],
      '/api/': [{ text: 'API', link: '/api/', items: apiSidebar() }],
    },
  },
});
